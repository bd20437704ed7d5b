// Keeps a library in step with its folder.
import type { Change, CorpusFolder, Failure, Reading } from '../corpus/corpus-folder.ts';
import { watchCorpus } from '../corpus/watch.ts';
import { createNextLibrary, type Library } from '../search/search.ts';

/** What is told while a folder is watched. */
export interface Told {
  /** The library in use is another: what changed, at least one thing. */
  changed(changes: readonly Change[], library: Library): void;
  /** What is wrong with files; all else was read. */
  wrong(failure: Failure): void;
  /** The system sends no events of the folder, for a reason with that code. It is looked at now and then. */
  deaf(code: string): void;
  /** What should not have happened did. The library in use stays. */
  failed(error: unknown): void;
}

/** The library of a folder's articles as they are. */
export interface LiveLibrary {
  /**
   * All articles as they were read last. It never changes: whoever answers takes it once and keeps it until that is done, so
   * that nothing is said of two states of the folder.
   */
  current(): Library;
  /** Reads no more. */
  stop(): void;
}

/**
 * Keeps the library of a folder in step with its files. The next one is whole before it takes the place of `first`, which is
 * that of the folder as it was read.
 */
export function keepInStep(folder: CorpusFolder, first: Library, told: Told): LiveLibrary {
  const leaving = new AbortController();
  const { signal } = leaving;
  let library = first;

  async function replace({ articles, changes }: Reading): Promise<void> {
    if (changes.length === 0) return;
    const next = await createNextLibrary(articles, library, signal);
    library = next;
    told.changed(changes, next);
  }

  async function readAgain(): Promise<boolean> {
    try {
      const reading = await folder.readAgain();
      if (reading === undefined) return true;
      await replace(reading);
      for (const failure of reading.failures) told.wrong(failure);
      return reading.isDoubtful;
    } catch (error) {
      if (!signal.aborted) told.failed(error);
      return false;
    }
  }

  watchCorpus(folder, readAgain, told.deaf, signal);
  return { current: () => library, stop: () => leaving.abort() };
}
