// Loads the file .env.
import { isUtf8 } from 'node:buffer';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'dotenv';
import { ConfigError, SETTINGS } from './config.ts';
import { visible } from './corpus/characters.ts';

/**
 * Adds the settings of the file `.env` in the folder where the program was started to `env`; what is set there already
 * stays. No such file is fine.
 * @throws ConfigError where the file is there but cannot be taken as it was meant.
 */
export function loadEnvFile(env: NodeJS.ProcessEnv): void {
  const path = resolve('.env');
  const bytes = read(path);
  if (!bytes) return;
  const text = decode(bytes, path);
  const settings = parse(text);
  const problems = [...misnamed(settings), ...withoutValue(text, settings)];
  if (problems.length > 0)
    throw new ConfigError(problems.map((problem) => `${visible(path)}: ${problem}`).join('\n'));
  for (const [name, value] of Object.entries(settings)) env[name] ??= value;
}

function read(path: string): Buffer | undefined {
  try {
    const found = lstatSync(path);
    if (found.isSymbolicLink() && !existsSync(path)) {
      throw new ConfigError(`${visible(path)} is a link to a file that is not there. Mend it, or remove it.`);
    }
    const target = statSync(path);
    // Reading a pipe would wait for ever.
    if (!target.isFile() && !target.isDirectory()) {
      throw new ConfigError(
        `${visible(path)} is no file. Remove it, and copy the file .env.example to .env.`,
      );
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT') return undefined;
    throw new ConfigError(
      code === 'EISDIR'
        ? `${visible(path)} is a folder. Remove it, and copy the file .env.example to .env.`
        : `${visible(path)} cannot be read (${code}). Make it readable for whoever starts the program.`,
    );
  }
}

/** Editors on Windows save UTF-16, in which no line of a setting is found. */
function decode(bytes: Buffer, path: string): string {
  const isUtf16 =
    bytes.includes(0) || (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16 || !isUtf8(bytes)) {
    const what = isUtf16 ? 'is UTF-16' : 'is not UTF-8';
    throw new ConfigError(`${visible(path)} ${what}. Save it as UTF-8.`);
  }
  return bytes.toString('utf8');
}

/** Settings under names that differ in case only, which nobody reads. */
function misnamed(settings: Readonly<Record<string, string>>): string[] {
  return Object.keys(settings).flatMap((name) => {
    const meant = SETTINGS.find((setting) => setting !== name && setting === name.toUpperCase());
    return meant ? [`${name} is not read, since names are in capitals. Write ${meant}.`] : [];
  });
}

/** Lines that open with the name of a setting and do not set it. */
function withoutValue(text: string, settings: Readonly<Record<string, string>>): string[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const [, name = ''] = /^\s*(?:export\s+)?([A-Z_]+)\b/.exec(line) ?? [];
    const isLost = SETTINGS.includes(name) && !Object.hasOwn(settings, name);
    return isLost
      ? [`line ${index + 1} names ${name} without a value. Write ${name}= and the value behind it.`]
      : [];
  });
}
