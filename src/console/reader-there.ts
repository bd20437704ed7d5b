// The reader of the operator's choice, for the command line.
import { readReaderSettings } from '../config.ts';
import type { PassageReader } from '../search/search.ts';

/** What reads passages; undefined where nothing is to, or where it cannot, which standard error then tells. Throws a `ConfigError`. */
export async function readerThere(env: NodeJS.ProcessEnv): Promise<PassageReader | undefined> {
  const settings = readReaderSettings(env);
  if (!settings) return undefined;
  const { openReader } = await import('../reader/reader.ts');
  const opened = await openReader({
    ...settings,
    off: (why) => console.error(`The reader is switched off: ${why}`),
  });
  if ('value' in opened) return opened.value;
  console.error(opened.problem);
  return undefined;
}
