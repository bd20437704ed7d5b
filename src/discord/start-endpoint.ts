// The bot as an HTTP server: Discord sends each interaction to its address, signed, and has the answer in the response.
import { ConfigError, type EndpointConfig, readEndpointConfig } from '../config.ts';
import { listen, plain, type Route } from '../http/server.ts';
import { PAGE_PATH, pageAddresses } from '../page/address.ts';
import { localeWanted, type Pages } from '../page/pages.ts';
import { interactionsRoute } from './endpoint/endpoint.ts';
import { type Metrics, makeMetrics } from './endpoint/metrics.ts';
import { publicKeyOf } from './endpoint/signature.ts';
import { makeReceiver } from './interactions/receive.ts';
import { endOnSignal, settledWithin } from './leaving.ts';
import { pageLinks, pagesOf } from './page-links.ts';
import { prepare } from './prepare.ts';
import { applicationIdOf } from './registration/registry.ts';
import { carrierFor } from './transport/carrier.ts';

/**
 * How long it may take to end, in milliseconds: containers are killed ten seconds after the signal
 * (https://docs.docker.com/reference/cli/docker/container/stop).
 */
const FAREWELL_MS = 9000;

/**
 * Loads the articles of a folder and answers over HTTP until the process is told to end. Returns the exit status where that is known at
 * once; ends the process by itself with 1 where it cannot go on. Throws a `CorpusError` for a bad article.
 */
export async function startEndpoint(folder: string): Promise<number> {
  let config: EndpointConfig;
  try {
    config = readEndpointConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    return 1;
  }
  const key = publicKeyOf(config.publicKey);
  const metrics = makeMetrics();
  const { bot, libraries, rest, log, fail, holdings, compare } = await prepare(folder, config, metrics);
  const addresses = config.pages && pageAddresses(config.pages);
  // Each interaction tells which application it is of.
  const carrier = (interaction: Parameters<typeof carrierFor>[0]) => carrierFor(interaction, '', rest, log);
  const receiver = makeReceiver({ ...bot, ...(addresses && { pagesOf: pageLinks(addresses) }) }, carrier);
  metrics.watch(libraries.holdings, () => receiver.underway.size);
  let isStopping = () => false;
  const routes = [
    interactionsRoute({ key, receiver, carrierFor: carrier, metrics, log }),
    ...signsOfLife(metrics, () => isStopping()),
    ...(addresses ? [pageRoute(pagesOf(addresses, bot.scopes))] : []),
  ];
  const { port, host } = config;
  const server = await listen({
    port,
    host,
    routes,
    refused: metrics.refused,
    failed: (error) => log.error({ err: error }, 'A request could not be answered'),
  }).catch((error: NodeJS.ErrnoException) => fail(cannotListen(error, port, host)));
  if (!server) return 1;
  isStopping = server.isStopping;
  // What was announced is finished, too.
  const drain = async () => {
    await server.stop();
    await Promise.all(receiver.underway);
  };
  endOnSignal(async () => {
    await settledWithin(FAREWELL_MS, [drain()]);
    await libraries.close();
  }, log);
  log.info({ ...holdings(), port: server.port }, `Listening on port ${server.port}`);
  libraries.keepTidy();
  if (config.token !== undefined) {
    applicationIdOf(rest).then(compare, (error: unknown) => {
      log.warn({ err: error }, 'The registered commands could not be compared');
    });
  }
  return 0;
}

/** Pages of passages and of articles, in the language that the reader's browser asks for. */
function pageRoute(pages: Pages): Route {
  return {
    methods: ['GET', 'HEAD'],
    path: PAGE_PATH,
    mostBytes: 0,
    async answer({ path, headers }) {
      const page = await pages(path, localeWanted(headers['accept-language']));
      const isKnown = page.headers.etag !== undefined && headers['if-none-match'] === page.headers.etag;
      return isKnown ? { status: 304, headers: page.headers } : page;
    },
  };
}

/** For whoever watches over the process: whether it lives, whether it takes requests, and what it counted. */
function signsOfLife(metrics: Metrics, isStopping: () => boolean): Route[] {
  const methods = ['GET', 'HEAD'];
  return [
    { methods, path: /^\/healthz$/, mostBytes: 0, answer: () => plain(200, 'alive') },
    {
      methods,
      path: /^\/readyz$/,
      mostBytes: 0,
      answer: () => (isStopping() ? plain(503, 'ending') : plain(200, 'ready')),
    },
    {
      methods,
      path: /^\/metrics$/,
      mostBytes: 0,
      answer: async () => ({
        status: 200,
        headers: { 'content-type': metrics.contentType },
        body: await metrics.text(),
      }),
    },
  ];
}

function cannotListen(
  { code, message }: NodeJS.ErrnoException,
  port: number,
  host: string | undefined,
): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Set PORT to a free one, or end that program`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Set PORT to one from 1024`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `LISTEN_HOST is ${host}, which is no address of this machine. Leave it empty to listen at all`;
    default:
      return `It cannot listen on port ${port} (${code ?? message})`;
  }
}
