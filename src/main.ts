// The command line: reads what was typed, and starts what was asked for.
import packageJson from '../package.json' with { type: 'json' };
import { ConfigError, otherCase, readConfig } from './config.ts';
import { type Invocation, readArguments, USAGE } from './console/arguments.ts';
import { endWithOutput, write } from './console/stream.ts';
import { visible } from './corpus/characters.ts';
import { CorpusError } from './corpus/corpus-error.ts';
import { loadEnvFile } from './env-file.ts';

/** Exit statuses: 1 for what a file or the network did, 2 for what was typed. */
const FAILED = 1;
const MISUSED = 2;

/** Each program loads only what it needs: an answer at the command line should not wait for Discord's library. */
async function run(invocation: Invocation): Promise<number> {
  switch (invocation.program) {
    case 'help':
      await write(process.stdout, `${USAGE}\n`);
      return 0;
    case 'version':
      await write(process.stdout, `${[packageJson.version, ...readerNamed(process.env)].join('\n')}\n`);
      return 0;
    case 'corpus': {
      const { runCorpus } = await import('./console/run-corpus.ts');
      return runCorpus(invocation);
    }
    case 'fix': {
      const { runFix } = await import('./console/adding/run-fix.ts');
      return runFix(invocation);
    }
    case 'add': {
      const { runAdd } = await import('./console/adding/run-add.ts');
      return runAdd(invocation);
    }
    case 'refresh': {
      const { runRefresh } = await import('./console/adding/run-refresh.ts');
      return runRefresh(invocation);
    }
    case 'ask': {
      const { runAsk } = await import('./console/run-ask.ts');
      return runAsk(invocation);
    }
    case 'summary': {
      const { runSummary } = await import('./console/run-summary.ts');
      return runSummary(invocation);
    }
    case 'register': {
      const { runRegister } = await import('./discord/registration/register.ts');
      return runRegister(invocation);
    }
    case 'store': {
      const { runStore } = await import('./console/storing/run-store.ts');
      return runStore(invocation);
    }
    case 'pages': {
      const { runPages } = await import('./console/run-pages.ts');
      return runPages(invocation);
    }
    case 'start':
      return start(invocation);
  }
}

/** A line that names the model that reads along, where one is set. */
function readerNamed({ READER_DIR: folder = '' }: NodeJS.ProcessEnv): string[] {
  const name = folder
    .trim()
    .replace(/[/\\]+$/, '')
    .split(/[/\\]/)
    .at(-1);
  return name ? [`reader: ${visible(name)}`] : [];
}

/** The bot, over HTTP if that is asked for, else with a token; without one, the console for whoever is there to use it. */
async function start(invocation: Extract<Invocation, { program: 'start' }>): Promise<number> {
  if (invocation.http) {
    const { startEndpoint } = await import('./discord/start-endpoint.ts');
    return startEndpoint(invocation.folder);
  }
  if (process.env.DISCORD_TOKEN?.trim()) {
    const { startBot } = await import('./discord/start.ts');
    return startBot(invocation.folder);
  }
  const misnamed = otherCase('DISCORD_TOKEN', process.env).trim();
  if (misnamed !== '') console.error(misnamed);
  const { runConsole } = await import('./console/run-console.ts');
  const { status, lines } = await runConsole(invocation);
  const isNobodyThere = lines === 0 && !process.stdin.isTTY;
  // A service manager gives no input: what it started was to be the bot, which a token is missing for.
  if (isNobodyThere) readConfig(process.env);
  return status;
}

async function main(): Promise<number> {
  endWithOutput();
  const argv = process.argv.slice(2);
  // Neither help nor a complaint about an option needs a setting.
  const needsSettings = !['help', 'problem'].includes(kindOf(readArguments(argv, process.env)));
  if (needsSettings) loadEnvFile(process.env);
  const invocation = readArguments(argv, process.env);
  if ('problem' in invocation) {
    console.error(invocation.problem);
    return MISUSED;
  }
  return run(invocation);
}

function kindOf(read: ReturnType<typeof readArguments>): string {
  return 'problem' in read ? 'problem' : read.program;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = FAILED;
  const isTold = error instanceof CorpusError || error instanceof ConfigError;
  console.error(isTold ? error.message : faultOf(error));
}

/** What is told of a fault of the system or of the program itself. */
function faultOf(error: unknown): string {
  const fault = error as NodeJS.ErrnoException | null;
  if (fault?.syscall === 'uv_cwd')
    return 'The folder where the program was started is gone. Start it from another.';
  if (fault?.code === 'EBADF' || fault?.code === 'EISDIR') {
    return `Standard input cannot be read (${fault.code}). Give it a file or a pipe.`;
  }
  const [name, stack] =
    error instanceof Error ? [`${error.name}: ${error.message}`, error.stack] : [String(error), ''];
  if (process.env.LOG_LEVEL === 'debug') return `Verbatim failed: ${stack}`;
  return `Verbatim failed: ${visible(name)}. This is a fault of the program; with LOG_LEVEL=debug it tells where.`;
}
