// Keeps typed lines for the arrow keys.
import { appendFileSync, chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { typedFor } from '../reply/locale.ts';

/** Lines that ↑ goes back through: as many as bash keeps, whose HISTSIZE is 500 by default. */
export const MOST_LINES = 500;
/** The longest line that is kept, in UTF-16 units: as long as a Discord message; what is longer was pasted. */
const LONGEST_KEPT = 2000;

/** For whom it is alone: the file, and the folder made for it. */
const OWN_FILE = 0o600;
const OWN_FOLDER = 0o700;

export interface History {
  /** Lines of earlier sessions, the latest first, as Node's readline takes them. */
  readonly lines: readonly string[];
  /** Keeps a line for later sessions. */
  add(line: string): void;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Where the console keeps what was typed: in the folder for state of the XDG Base Directory Specification (0.8), on Windows in that for
 * local data. Undefined where CONSOLE_HISTORY says no, or no such folder is known.
 */
export function historyFile(env: Env, platform: NodeJS.Platform = process.platform): string | undefined {
  if (typedFor('no').includes((env.CONSOLE_HISTORY ?? '').trim().toLowerCase())) return undefined;
  const { LOCALAPPDATA } = env;
  const folder = platform === 'win32' ? LOCALAPPDATA : stateFolder(env);
  return folder ? join(folder, 'verbatim', 'history') : undefined;
}

/** A relative path is to be ignored, as the specification wants it. */
function stateFolder({ XDG_STATE_HOME, HOME }: Env): string | undefined {
  if (XDG_STATE_HOME && isAbsolute(XDG_STATE_HOME)) return XDG_STATE_HOME;
  return HOME && isAbsolute(HOME) ? join(HOME, '.local', 'state') : undefined;
}

/**
 * The history in a file, one line each, the latest last. Each line is appended when it is typed, so that consoles beside each other lose
 * none. A file that cannot be read or written is no reason to disturb: then nothing is kept.
 */
export function historyIn(file: string | undefined): History {
  if (file === undefined) return { lines: [], add: () => undefined };
  let canWrite = true;
  const attempt = (write: () => void) => {
    if (!canWrite) return;
    try {
      write();
    } catch {
      canWrite = false;
    }
  };
  const written = linesOf(file);
  const lines = latestOf(written);
  const trim = (now: readonly string[]) => {
    // Not at each line, since another console may append meanwhile.
    if (now.length > 2 * MOST_LINES) replace(file, latestOf(now).toReversed());
  };
  if (written.length > 0) {
    attempt(() => {
      chmodSync(file, OWN_FILE);
      trim(written);
    });
  }
  return {
    lines,
    add(line) {
      const kept = clean(line);
      if (kept === '' || kept.length > LONGEST_KEPT) return;
      attempt(() => {
        mkdirSync(dirname(file), { recursive: true, mode: OWN_FOLDER });
        appendFileSync(file, `${kept}\n`, { mode: OWN_FILE });
        // Read again for the lines of consoles beside this one; whoever types does not notice.
        trim(linesOf(file));
      });
    },
  };
}

/** Each line once, the latest first. */
function latestOf(written: readonly string[]): string[] {
  return [...new Set(written.toReversed())].slice(0, MOST_LINES);
}

function linesOf(file: string): string[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').map(clean);
    return lines.filter((line) => line !== '' && line.length <= LONGEST_KEPT);
  } catch {
    return [];
  }
}

/** Writes a file beside it and puts that in its place, so that there is always a whole one. */
function replace(file: string, lines: readonly string[]): void {
  const next = `${file}.${process.pid}`;
  writeFileSync(next, lines.map((line) => `${line}\n`).join(''), { mode: OWN_FILE });
  renameSync(next, file);
}

/** A line without what could write on the terminal. */
function clean(line: string): string {
  return line.replace(/\p{Cc}+/gu, ' ').trim();
}
