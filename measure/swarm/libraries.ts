// The libraries of made-up servers: each article has a word that no other has, by which it is known where it is quoted.
import { parseArticle } from '../../src/corpus/parse.ts';
import { openStore } from '../../src/store/open-store.ts';
import { splitOf } from '../../src/store/split.ts';
import { isRefusal, type ScopeKey } from '../../src/store/store.ts';
import { sentencesFrom } from '../bench/generate.ts';

/** How many articles each library has, and of how many sentences. */
export const ARTICLES = 3;
const SENTENCES = 14;

/** Ids of Discord's length. */
export const serverId = (at: number) => `813847887${String(at).padStart(8, '0')}`;
export const scopeOf = (at: number): ScopeKey => `server:${serverId(at)}`;

/** The word of an article, in letters alone, so that it is one word to any tokenizer. */
export function wordOf(scope: number, article: number, version = 0): string {
  const letters = (number: number, length: number) =>
    Array.from({ length }, (_, at) => 'bcdfghjklm'[Math.floor(number / 10 ** at) % 10]).join('a');
  return `Zor${letters(scope, 5)}o${letters(article, 2)}u${letters(version, 3)}x`;
}

/** Words of articles that stand in a text. */
export function wordsIn(text: string): readonly string[] {
  return [...new Set(text.match(/Zor[b-m][a-m]{8}o[b-m]a[b-m]u[b-m]a[b-m]a[b-m]x/g) ?? [])];
}

const prose = sentencesFrom(11);

/** What an article says of its word, and some sentences more. */
export function textOf(word: string): string {
  const sentences = Array.from({ length: SENTENCES }, () => prose.next().value);
  sentences.splice(5, 0, `The harbor master of ${word} signed the ledger in the winter of that year.`);
  return `${sentences.slice(0, 8).join(' ')}\n\n## Part two\n\n${sentences.slice(8).join(' ')}\n`;
}

export const questionAbout = (word: string) => `Who signed the ledger of ${word}?`;

/** A file as a moderator has it. */
export function fileOf(word: string, title = `Ledger of ${word}`): string {
  return `---\ntitle: ${title}\npublisher: The Harbor Post\nlang: en\n---\n${textOf(word)}`;
}

/** Fills a database with the libraries of so many servers. */
export async function fillLibraries(url: string, scopes: number, filled: () => void): Promise<void> {
  const store = openStore(
    { folder: '.', url },
    { limits: { articles: 100, bytes: 2 ** 30, additionsPerHour: 1e6 } },
  );
  let next = 0;
  const fill = async () => {
    for (let at = next++; at < scopes; at = next++) {
      for (let article = 0; article < ARTICLES; article += 1) {
        const word = wordOf(at, article);
        const id = `ledger-${article}`;
        const contents = new TextEncoder().encode(fileOf(word));
        const split = splitOf(parseArticle(id, contents), contents);
        const draft = await store.saveDraft(scopeOf(at), { id, contents, split });
        if (isRefusal(draft)) throw new Error(draft.refused);
        await store.publish(scopeOf(at), draft.draft);
      }
      filled();
    }
  };
  await Promise.all(Array.from({ length: 6 }, fill));
  await store.close();
}
