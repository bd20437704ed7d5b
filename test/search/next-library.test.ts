import { describe, expect, it } from 'vitest';
import { sentencesFrom } from '../../measure/bench/generate.ts';
import type { Article } from '../../src/corpus/article.ts';
import { articleFrom } from '../../src/corpus/article-from.ts';
import type { Finding, Library } from '../../src/search/search.ts';
import { createLibrary, createNextLibrary } from '../../src/search/search.ts';
import { articleOf, LIGHTHOUSE } from '../session.ts';

const lighthouse = articleOf(LIGHTHOUSE);
const storm = articleOf('The storm reached the bay at noon [1]. Nobody was hurt.\n', {
  id: 'storm',
  title: 'Storm over the Bay',
});
const harbor = articleOf('港口在一九零二年建成。安娜看守灯塔三十年。\n', {
  id: 'harbor',
  lang: 'zh',
  title: '港口',
});

/** Some thousand sentences of made-up prose, which take a tenth of a second to index. */
function long(): Article {
  const sentences: string[] = [];
  for (const sentence of sentencesFrom(7)) {
    if (sentences.length === 4000) break;
    sentences.push(sentence);
  }
  return articleFrom({
    id: 'long',
    title: 'Long',
    publisher: 'The Daily',
    lang: 'en',
    text: `${sentences.join(' ')}\n`,
  });
}

/** The shelf that holds an article, as a question about it names it. */
const shelfOf = (library: Library, article: string) => {
  const parsed = library.parse(article === 'harbor' ? '灯塔' : 'lamp', { article });
  return 'value' in parsed ? parsed.value[0]?.shelf : undefined;
};
const told = ({ outcome, confidence, passages }: Finding) => ({
  outcome,
  confidence,
  passages: passages.map(({ article, first, last }) => [article.id, first, last]),
});

describe('The next library', () => {
  it('answers and suggests as one that is made at once', async () => {
    const articles = [lighthouse, storm, harbor];
    const next = await createNextLibrary(articles, createLibrary([lighthouse]));
    const atOnce = createLibrary(articles);
    for (const question of [
      'When did the storm reach the bay?',
      'who kept the lmap',
      '灯塔',
      'Was anybody hurt?',
    ]) {
      expect(told(await next.ask(question))).toEqual(told(await atOnce.ask(question)));
    }
    for (const typed of ['', 'sto', 'anna b', '港'])
      expect(next.suggest(typed)).toEqual(atOnce.suggest(typed));
    expect(next.articles).toBe(articles);
  });

  it('leaves the one before as it was', async () => {
    const before = createLibrary([lighthouse]);
    await createNextLibrary([storm], before);
    expect(told(await before.ask('Who kept the lamp?'))).toMatchObject({ outcome: 'found' });
    expect(before.article('storm')).toBeUndefined();
  });

  it('takes over a language whose articles are the very same, and indexes the others anew', async () => {
    const before = createLibrary([lighthouse, harbor]);
    const next = await createNextLibrary([lighthouse, harbor, storm], before);
    expect(shelfOf(next, 'harbor')).toBe(shelfOf(before, 'harbor'));
    expect(shelfOf(next, 'lighthouse')).not.toBe(shelfOf(before, 'lighthouse'));
    const same = articleOf(LIGHTHOUSE);
    expect(shelfOf(await createNextLibrary([same], next), 'lighthouse')?.index.articles[0]).toBe(same);
  });

  it('lets others have their turn while it is made', async () => {
    const article = long();
    let turns = 0;
    let isMade = false;
    const turn = () => {
      turns += 1;
      if (!isMade) setImmediate(turn);
    };
    setImmediate(turn);
    await createNextLibrary([article], createLibrary([lighthouse]));
    isMade = true;
    // One that was made at once would leave two.
    expect(turns).toBeGreaterThan(5);
  });

  it('is given up when it is not wanted any more', async () => {
    const leaving = new AbortController();
    const making = createNextLibrary([long()], createLibrary([lighthouse]), leaving.signal);
    leaving.abort();
    await expect(making).rejects.toThrow('aborted');
  });
});
