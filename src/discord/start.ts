// The bot on Discord's gateway: a connection that it keeps, over which interactions come.
import { ConfigError, readConfig, type TokenConfig } from '../config.ts';
import { pageAddresses } from '../page/address.ts';
import { isAnchored } from '../page/article-page.ts';
import { makeReceiver } from './interactions/receive.ts';
import { endOnSignal, settledWithin } from './leaving.ts';
import { pageLinks } from './page-links.ts';
import { prepare } from './prepare.ts';
import { carrierFor } from './transport/carrier.ts';
import { loginFailure, makeGateway, type Self } from './transport/gateway.ts';

/** How long answers under way may take after the signal to end: what is not answered by then is over anyway. */
const FAREWELL_MS = 2500;

/**
 * Loads the articles of a folder, logs in and answers until the process is told to end. Returns the exit status where
 * that is known at once; ends the process by itself with 1 where it cannot go on: a token or a connection that Discord
 * refuses, no way to Discord at the login, no memory left. Throws a `CorpusError` for a bad article.
 */
export async function startBot(folder: string): Promise<number> {
  let config: TokenConfig;
  try {
    config = readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    return 1;
  }
  const { bot, libraries, rest, clock, log, fail, holdings, compare } = await prepare(folder, config);
  let self: Self | undefined;
  // Whoever serves the pages beside a gateway may do so from files, which there are for short passages alone.
  const pagesOf = config.pages && pageLinks(pageAddresses(config.pages), isAnchored);
  const { receive, underway } = makeReceiver({ ...bot, ...(pagesOf && { pagesOf }) }, (interaction) =>
    carrierFor(interaction, self?.applicationId ?? '', rest, log),
  );
  const onEvent = (name: string, data: unknown, ageMs: number) => {
    if (name === 'INTERACTION_CREATE') receive(data, ageMs);
  };
  const gateway = makeGateway({
    token: config.token,
    rest,
    log,
    fail,
    onEvent,
    ageOf: clock.ageOf,
  });
  endOnSignal(async () => {
    await settledWithin(FAREWELL_MS, underway);
    await gateway.leave();
    await libraries.close();
  }, log);
  try {
    self = await gateway.enter();
  } catch (error) {
    fail(loginFailure(error), error);
    return 1;
  }
  log.info(holdings(), `Ready as ${self.username}`);
  libraries.keepTidy();
  compare(self.applicationId);
  return 0;
}
