// Opens the reader model that is measured.
import { type ModelReader, openReader } from '../../src/reader/reader.ts';
import { Unusable } from '../unusable.ts';

/** The model in a folder; throws an `Unusable` where it cannot be used. That it was switched off goes to standard error. */
export async function openedReader(folder: string, budgetMs: number): Promise<ModelReader> {
  const opened = await openReader({
    folder,
    budgetMs,
    off: (why) => console.error(`The reader is switched off: ${why}`),
  });
  if ('problem' in opened) throw new Unusable(opened.problem);
  return opened.value;
}
