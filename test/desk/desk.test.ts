import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Added, isUnable, type ShownDraft } from '../../src/desk/desk.ts';
import type { ScopeKey } from '../../src/store/store.ts';
import { FERRY, type OnDesk, openDesk, POEM } from './a-desk.ts';

const CLUB: ScopeKey = 'server:100000000000000001';
const OTHER: ScopeKey = 'server:100000000000000002';
const KEY = /^[a-z0-9]{12}$/;

let on: OnDesk;
beforeEach(async () => {
  on = await openDesk();
});
afterEach(() => on.close());

function draftIn(added: Added): ShownDraft {
  if (!('draft' in added)) throw new Error(`no draft: ${JSON.stringify(added)}`);
  return added.draft;
}

async function addPage(page = FERRY, name = 'ferry.html', scope = CLUB): Promise<ShownDraft> {
  on.sources.pages.set(`https://files.example/${name}`, page);
  return draftIn(
    await on.desk.add(scope, { kind: 'file', file: { name, url: `https://files.example/${name}` } }),
  );
}

async function publishPage(page = FERRY, name = 'ferry.html', scope = CLUB): Promise<string> {
  const done = await on.desk.publish(scope, (await addPage(page, name, scope)).draft);
  if (isUnable(done)) throw new Error(done.refused);
  return done.published.key;
}

describe('A file', () => {
  it('becomes a draft that says what will be kept', async () => {
    const draft = await addPage();
    expect(draft).toMatchObject({
      id: 'the-ferry-stays',
      missing: [],
      sentences: 7,
      details: {
        title: 'The ferry stays',
        publisher: 'The Harbor Post',
        published: '2026-03-02',
        url: 'https://harbor.example/ferry',
        lang: 'en',
      },
    });
    expect(draft.first[0]).toBe('The council voted on Monday to keep the night ferry running.');
    expect(draft.report?.leftOut.map(({ what }) => what)).toContain('surroundings');
    expect((await on.desk.held(CLUB)).articles).toEqual([]);
  });

  it('is an article once it is published, and is published once', async () => {
    const { draft } = await addPage();
    const first = await on.desk.publish(CLUB, draft);
    const second = await on.desk.publish(CLUB, draft);
    expect(first).toMatchObject({ isRepeated: false, isReplaced: false, article: { sentences: 7 } });
    expect(second).toMatchObject({ isRepeated: true });
    const { articles } = await on.desk.held(CLUB);
    expect(articles).toMatchObject([{ title: 'The ferry stays', source: 'ferry.html' }]);
    expect(articles[0]?.key).toMatch(KEY);
  });

  it('is given back as it is', async () => {
    await publishPage();
    const [file, another] = await on.desk.files(CLUB);
    expect(another).toBeUndefined();
    expect(file?.name).toBe('the-ferry-stays.md');
    expect(Buffer.from(file?.bytes ?? []).toString()).toMatch(
      /^---\ntitle: The ferry stays\npublisher: The Harbor Post\n[\s\S]*\nThe old boat will be sold/m,
    );
  });

  it('is refused with a sentence where nothing can be read in it', async () => {
    on.sources.pages.set('https://files.example/empty.html', '');
    const file = { name: 'empty.html', url: 'https://files.example/empty.html' };
    expect(await on.desk.add(CLUB, { kind: 'file', file })).toMatchObject({
      refused: 'source',
      problem: /It is empty/,
    });
  });

  it('is refused where its publisher reserves it', async () => {
    const reserved = FERRY.replace('<head>', '<head><meta name="tdm-reservation" content="1">');
    on.sources.pages.set('https://files.example/x.html', reserved);
    const file = { name: 'x.html', url: 'https://files.example/x.html' };
    expect(await on.desk.add(CLUB, { kind: 'file', file })).toMatchObject({ refused: 'source' });
  });

  it('has an id of its own where another article has that title', async () => {
    await publishPage();
    expect((await addPage(FERRY, 'again.html')).id).toBe('the-ferry-stays-2');
  });
});

describe('Text that states nothing of itself', () => {
  it('cannot be published until it is told what an article must have', async () => {
    const draft = draftIn(await on.desk.add(CLUB, { kind: 'text', text: POEM, told: {} }));
    expect(draft.missing).toEqual(['title', 'publisher']);
    expect(await on.desk.publish(CLUB, draft.draft)).toEqual({
      refused: 'incomplete',
      missing: ['title', 'publisher'],
    });
    const half = await on.desk.amend(CLUB, draft.draft, { title: 'The lamp' });
    if (isUnable(half)) throw new Error(half.refused);
    expect(half.draft.missing).toEqual(['publisher']);
    expect(await on.desk.details(CLUB, half.draft.draft)).toMatchObject({ title: 'The lamp', lang: 'en' });
    const whole = await on.desk.amend(CLUB, half.draft.draft, { publisher: 'Pier Press' });
    if (isUnable(whole)) throw new Error(whole.refused);
    expect(whole.draft).toMatchObject({ id: 'the-lamp', missing: [], sentences: 4 });
    expect(await on.desk.publish(CLUB, whole.draft.draft)).toMatchObject({ article: { title: 'The lamp' } });
    // What it was before is gone.
    expect(await on.desk.publish(CLUB, draft.draft)).toEqual({ refused: 'no-draft' });
  });

  it('leaves out what front matter does not take', async () => {
    const draft = draftIn(
      await on.desk.add(CLUB, {
        kind: 'text',
        text: POEM,
        told: { title: 'The lamp', publisher: 'Pier Press', url: 'not an address' },
      }),
    );
    expect(draft.details).toEqual({ title: 'The lamp', publisher: 'Pier Press', lang: 'en' });
  });
});

describe('A draft', () => {
  it('is none of another scope', async () => {
    const { draft } = await addPage();
    for (const done of [
      await on.desk.publish(OTHER, draft),
      await on.desk.details(OTHER, draft),
      await on.desk.amend(OTHER, draft, { title: 'Mine' }),
    ])
      expect(done).toEqual({ refused: 'no-draft' });
    expect(await on.desk.discard(OTHER, draft)).toBe(false);
    expect(await on.desk.publish(CLUB, draft)).toMatchObject({ isRepeated: false });
  });

  it('is gone once it is discarded', async () => {
    const { draft } = await addPage();
    expect(await on.desk.discard(CLUB, draft)).toBe(true);
    expect(await on.desk.publish(CLUB, draft)).toEqual({ refused: 'no-draft' });
  });
});

describe('An article', () => {
  const changed = FERRY.replace('The fare stays at three crowns.', 'The fare rises to four crowns.');

  it('is replaced under the same id and key, and the difference is told before', async () => {
    const key = await publishPage();
    on.sources.pages.set('https://files.example/new.html', changed);
    const file = { name: 'new.html', url: 'https://files.example/new.html' };
    const draft = draftIn(await on.desk.add(CLUB, { kind: 'file', file }, key));
    expect(draft).toMatchObject({ id: 'the-ferry-stays', replaces: key });
    expect(draft.difference?.changes).toEqual([
      { kind: 'lost', sentence: 'The fare stays at three crowns.' },
      { kind: 'new', sentence: 'The fare rises to four crowns.' },
    ]);
    expect(await on.desk.publish(CLUB, draft.draft)).toMatchObject({
      isReplaced: true,
      article: { key, id: 'the-ferry-stays' },
    });
    expect((await on.desk.held(CLUB)).articles).toHaveLength(1);
  });

  it('is neither replaced, refreshed nor removed by another scope', async () => {
    const key = await publishPage();
    on.sources.pages.set('https://files.example/new.html', changed);
    const file = { name: 'new.html', url: 'https://files.example/new.html' };
    expect(await on.desk.add(OTHER, { kind: 'file', file }, key)).toEqual({ refused: 'no-article' });
    expect(await on.desk.refresh(OTHER, key)).toEqual({ refused: 'no-article' });
    expect(await on.desk.remove(OTHER, key)).toBeUndefined();
    expect((await on.desk.held(CLUB)).articles).toHaveLength(1);
  });

  it('asks its source again, and tells where nothing has changed', async () => {
    const address = 'https://harbor.example/ferry';
    on.sources.pages.set(address, FERRY);
    const { draft } = draftIn(await on.desk.add(CLUB, { kind: 'address', address }));
    const done = await on.desk.publish(CLUB, draft);
    const key = 'published' in done ? done.published.key : '';
    expect(await on.desk.refresh(CLUB, key)).toMatchObject({ unchanged: { title: 'The ferry stays' } });
    on.sources.pages.set(address, changed);
    const refreshed = await on.desk.refresh(CLUB, key);
    expect(refreshed).toMatchObject({ draft: { replaces: key, difference: { same: 7 } } });
  });

  it('that came as a file has no source to ask', async () => {
    expect(await on.desk.refresh(CLUB, await publishPage())).toEqual({ refused: 'no-source' });
  });

  it('is removed, and everything is forgotten', async () => {
    const key = await publishPage();
    expect(await on.desk.remove(CLUB, key)).toMatchObject({ title: 'The ferry stays' });
    expect(await on.desk.remove(CLUB, key)).toBeUndefined();
    await publishPage();
    await addPage(FERRY, 'two.html');
    expect(await on.desk.forget(CLUB)).toEqual({ articles: 1, answers: 0, drafts: 1 });
    expect((await on.desk.held(CLUB)).articles).toEqual([]);
  });
});

describe('A feed', () => {
  const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbor Post</title><link>https://harbor.example/</link>
<description>News</description>${['One', 'Two']
    .map(
      (name) =>
        `<item><title>Night ${name}</title><link>https://harbor.example/${name}</link><description>&lt;p&gt;The boat left at ${name}. It carried nine people home. Nobody was left on the pier. The captain waved.&lt;/p&gt;</description></item>`,
    )
    .join('')}</channel></rss>`;

  it('has entries to choose from, for the scope that asked', async () => {
    on.sources.pages.set('https://files.example/feed.xml', FEED);
    const file = { name: 'feed.xml', url: 'https://files.example/feed.xml' };
    const added = await on.desk.add(CLUB, { kind: 'file', file });
    if (!('choice' in added)) throw new Error(JSON.stringify(added));
    expect(added.titles).toEqual(['Night One', 'Night Two']);
    expect(await on.desk.choose(OTHER, added.choice, 1)).toEqual({ refused: 'no-choice' });
    expect(await on.desk.choose(CLUB, added.choice, 7)).toEqual({ refused: 'no-choice' });
    expect(draftIn(await on.desk.choose(CLUB, added.choice, 1)).details.title).toBe('Night Two');
  });
});

describe('Limits', () => {
  it('are those of the scope', async () => {
    await on.close();
    on = await openDesk({ articles: 1, bytes: 100_000, additionsPerHour: 3 });
    await publishPage();
    on.sources.pages.set('https://files.example/b.html', FERRY);
    const file = { name: 'b.html', url: 'https://files.example/b.html' };
    const wanted = { kind: 'file', file } as const;
    expect(await on.desk.add(CLUB, wanted)).toMatchObject({ refused: 'articles', most: 1 });
    await on.desk.add(CLUB, wanted);
    expect(await on.desk.add(CLUB, wanted)).toMatchObject({ refused: 'hourly', most: 3 });
    expect(await on.desk.add(OTHER, wanted)).toHaveProperty('draft');
  });

  it('let one addition be under way at a time', async () => {
    on.sources.pages.set('https://files.example/b.html', FERRY);
    const file = { name: 'b.html', url: 'https://files.example/b.html' };
    const done = await Promise.all([1, 2, 3].map(() => on.desk.add(CLUB, { kind: 'file', file })));
    expect(done.filter((one) => 'draft' in one)).toHaveLength(1);
    expect(done.filter((one) => 'refused' in one && one.refused === 'busy')).toHaveLength(2);
  });
});
