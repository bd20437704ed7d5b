// Writes the pages of the articles as files.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPublicAddress } from '../config.ts';
import { visible } from '../corpus/characters.ts';
import { readCorpus } from '../corpus/read.ts';
import { pageAddresses } from '../page/address.ts';
import { countPages, staticPages } from '../page/static-pages.ts';
import { withProgress } from './adding/progress.ts';
import type { Invocation } from './arguments.ts';
import { tellRemarks } from './remarks.ts';
import { write } from './stream.ts';

/** Exit status where nothing was written. */
const FAILED = 1;
/** Stands in a folder that was written here, and may be written again. */
const MARK = '.verbatim-pages';

/**
 * Writes the pages into a folder that is empty, or that was written by this before: what stood there then is gone. Throws a `ConfigError` where it is not
 * set where they will be served.
 */
export async function runPages({
  folder,
  into,
  locale,
}: Extract<Invocation, { program: 'pages' }>): Promise<number> {
  const origin = readPublicAddress(process.env);
  if (!origin) {
    console.error(
      'PUBLIC_URL is missing: pages link to one another by it. Set it, in the environment or in .env, to the address where they will be served, such as https://quotes.example.org.',
    );
    return FAILED;
  }
  const articles = await readCorpus(folder);
  tellRemarks(articles);
  try {
    const there = existsSync(into) ? readdirSync(into) : [];
    if (there.length > 0 && !there.includes(MARK)) {
      console.error(
        `${visible(into)} holds files that were not written by this command. Name a folder that is empty or not there yet.`,
      );
      return FAILED;
    }
    for (const name of ['p', 'a', '404.html']) rmSync(join(into, name), { recursive: true, force: true });
    mkdirSync(into, { recursive: true });
    writeFileSync(join(into, MARK), '');
    const all = articles.reduce((sum, article) => sum + countPages(article), 1);
    let written = 0;
    await withProgress('Pages', process.stderr, async (onProgress) => {
      for await (const { path, contents } of staticPages(articles, pageAddresses(origin), locale)) {
        mkdirSync(dirname(join(into, path)), { recursive: true });
        writeFileSync(join(into, path), contents);
        written += 1;
        onProgress(written / all);
      }
    });
    await write(process.stdout, `${visible(into)}: ${written} pages of ${articles.length} articles\n`);
    return 0;
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    console.error(`${visible(path ?? into)} cannot be written (${code}).`);
    return FAILED;
  }
}
