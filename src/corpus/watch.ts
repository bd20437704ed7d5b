// Watches a folder for changes.
import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { isArticleFile } from './article-files.ts';
import type { CorpusFolder } from './corpus-folder.ts';

/**
 * For how long nothing may change before a folder is read, in milliseconds. Editors that empty a file and write it anew, or that
 * rename another into its place, take some; a copy of many files has no such pause.
 */
const SETTLED_MS = 300;
/** After so long a folder is read though something in it goes on changing, so that all else is not kept waiting for it. */
const LONGEST_UNSETTLED_MS = 10_000;
/**
 * How often the folder is looked at though no event came, in milliseconds: none comes from other machines (NFS, SMB), from outside
 * of many containers, nor from the target of a link.
 */
export const LOOK_MS = 5000;

/** What is done when the folder has come to rest. Resolves to whether it must be looked at once more. */
export type OnRest = () => Promise<boolean>;

/**
 * Calls `onRest` at once and whenever something in a folder may have changed and has come to rest since, one call at a time.
 * `onDeaf` is called once where the system sends no events, with its code (`ENOSPC`: too many watches): it is looked at every
 * `lookMs` milliseconds all the same. Does not keep the process alive. Ends with the signal.
 */
export function watchCorpus(
  { folder, glance }: Pick<CorpusFolder, 'folder' | 'glance'>,
  onRest: OnRest,
  onDeaf: (code: string) => void,
  signal: AbortSignal,
  lookMs = LOOK_MS,
): void {
  let watcher: FSWatcher | undefined;
  /** Which folder events come from: one that was made anew sends none to who listened to the one before. */
  let heard = '';
  let isDeaf = false;
  let seen: string | undefined;
  let isHinted = true;
  let isLooking = false;

  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      await listen();
      while (!signal.aborted) {
        const now = await glance();
        if (now === seen && !isHinted) break;
        seen = await rest(now);
        isHinted = false;
        if (await onRest()) isHinted = true;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      isLooking = false;
    }
  }

  /** Waits until the folder stays as it is, and resolves to what it is then. */
  async function rest(found: string): Promise<string> {
    const since = performance.now();
    for (let before = found; ; ) {
      isHinted = false;
      await pause(SETTLED_MS, undefined, { ref: false, signal });
      const now = await glance();
      const isSettled = now === before && !isHinted;
      if (isSettled || performance.now() - since > LONGEST_UNSETTLED_MS) return now;
      before = now;
    }
  }

  async function listen(): Promise<void> {
    const there = await placeOf(folder);
    if (isDeaf || there === heard || signal.aborted) return;
    watcher?.close();
    heard = there;
    if (there === '') return;
    try {
      watcher = watch(folder, { persistent: false }, (_, name) => {
        if (name !== null && !isArticleFile(name)) return;
        isHinted = true;
        void look();
      });
      watcher.on('error', deafen);
    } catch (error) {
      deafen(error);
    }
  }

  function deafen(error: unknown): void {
    watcher?.close();
    // A folder that went away meanwhile is looked for again.
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code === 'ENOENT' || isDeaf) return;
    isDeaf = true;
    onDeaf(code);
  }

  const timer = setInterval(() => void look(), lookMs).unref();
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    watcher?.close();
  });
  void look();
}

/** Which folder that is; empty where there is none. A number of one that is gone may be given to the next, hence its birth. */
async function placeOf(folder: string): Promise<string> {
  try {
    const { dev, ino, birthtimeNs } = await stat(folder, { bigint: true });
    return [dev, ino, birthtimeNs].join();
  } catch {
    return '';
  }
}
