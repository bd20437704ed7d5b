import { config as loadEnv } from 'dotenv';
import packageJson from '../package.json' with { type: 'json' };
import { type Invocation, readArguments, USAGE } from './console/arguments.ts';
import { CorpusError } from './corpus/corpus-error.ts';

/** Exit statuses: 1 for what a file or the network did, 2 for what was typed. */
const FAILED = 1;
const MISUSED = 2;

/** Each program loads only what it needs: an answer at the command line should not wait for Discord's library. */
async function run(invocation: Invocation): Promise<number> {
  switch (invocation.program) {
    case 'help':
      console.log(USAGE);
      return 0;
    case 'version':
      console.log(packageJson.version);
      return 0;
    case 'corpus': {
      const { runCorpus } = await import('./console/run-corpus.ts');
      return runCorpus(invocation);
    }
    case 'ask': {
      const { runAsk } = await import('./console/run-ask.ts');
      return runAsk(invocation);
    }
    case 'register': {
      const { runRegister } = await import('./discord/register.ts');
      return runRegister(invocation);
    }
    case 'start': {
      if (process.env.DISCORD_TOKEN) {
        const { startBot } = await import('./discord/start.ts');
        return startBot(invocation.folder);
      }
      const { runConsole } = await import('./console/run-console.ts');
      return runConsole(invocation);
    }
  }
}

async function main(): Promise<number> {
  loadEnv({ quiet: true });
  const invocation = readArguments(process.argv.slice(2), process.env);
  if ('problem' in invocation) {
    console.error(invocation.problem);
    return MISUSED;
  }
  try {
    return await run(invocation);
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    console.error(error.message);
    return FAILED;
  }
}

process.exitCode = await main();
