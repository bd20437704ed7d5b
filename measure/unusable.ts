// Input that cannot be used, and how a command ends on it.
import { CorpusError } from '../src/corpus/corpus-error.ts';

/** Input that cannot be used; the message says what is wrong and where, and is all that the user is shown. */
export class Unusable extends Error {}

/**
 * Runs a command to its end. A user's mistake, options that `parseArgs` refuses among them, is told in its own words
 * with exit status 1; any other error is ours and keeps its stack.
 */
export async function orTell(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const isMistake =
      error instanceof Unusable ||
      error instanceof CorpusError ||
      (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    if (!isMistake) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
