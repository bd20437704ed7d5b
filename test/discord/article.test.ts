import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../loopback/answers.ts';
import { type By, type Loopback, startLoopback } from '../../loopback/loopback.ts';
import { buttonsOf, isPrivate, menusOf, messageOf, textsOf } from '../../loopback/reading.ts';
import type { Message } from '../../loopback/wire.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Limits, Store } from '../../src/store/store.ts';
import { FERRY, POEM } from '../desk/a-desk.ts';
import { answerInProcess, type InProcess } from './in-process.ts';

const LIMITS: Limits = { articles: 20, bytes: 1_000_000, additionsPerHour: 50 };
const CHANGED = FERRY.replace('The fare stays at three crowns.', 'The fare rises to four crowns.');

let discord: Loopback;
let bot: InProcess;
let store: Store;
let folder: string;

async function open(limits = LIMITS): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'article-'));
  store = openStore({ folder }, { limits });
  discord = await startLoopback();
  bot = await answerInProcess(discord, { store });
}

async function close(): Promise<void> {
  await bot.stop();
  await discord.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
}

beforeEach(() => open());
afterEach(async () => {
  // Nothing that was sent is anything that Discord refuses, and nobody is ever pinged.
  expect(discord.rejections).toEqual([]);
  await close();
});

/** What is displayed, but for the marks of stress. */
const textOf = (answer: Answer | Message) =>
  textsOf('author' in answer ? answer : messageOf(answer))
    .join('\n')
    .replace(/(?<!\\)(?:\*\*|__)/g, '');
const labelsOf = (answer: Answer) => buttonsOf(messageOf(answer)).map(({ label }) => label);

const use = (subcommand: string, options = {}, by: By = {}) =>
  discord.slash({ name: 'article', subcommand, options, ...by });
const add = (content: string, name = 'ferry.html', by: By = {}) =>
  use('add', { file: discord.attach(name, content) }, by);
const press = (answer: Answer, label: string, by: By = {}) => discord.button(messageOf(answer), label, by);

/** The key of the article with that title, as it is completed. */
async function keyOf(title: string, by: By = {}): Promise<string> {
  const { choices = [] } = await discord.autocomplete({
    name: 'article',
    subcommand: 'remove',
    options: { article: '' },
    focused: 'article',
    ...by,
  });
  return String(choices.find(({ name }) => name === title)?.value);
}

async function publish(content = FERRY, name = 'ferry.html', by: By = {}): Promise<Answer> {
  return press(await add(content, name, by), 'Publish', by);
}

const asked = (question: string, by: By = {}) => discord.slash({ name: 'ask', options: { question }, ...by });

describe('Adding a saved web page', () => {
  it('shows privately what will be kept, and in what it differs from the page', async () => {
    const answer = await add(FERRY);
    expect(isPrivate(messageOf(answer))).toBe(true);
    const text = textOf(answer);
    expect(text).toContain('Add “The ferry stays”?');
    expect(text).toContain('The Harbor Post · Published 2026\\-03\\-02'.replaceAll('\\', ''));
    expect(text).toContain('2 sections, 7 sentences');
    expect(text).toContain('The council voted on Monday to keep the night ferry running.');
    expect(text).toMatch(/around the article/);
    expect(labelsOf(answer)).toEqual(['Publish', 'Edit details', 'More details', 'Discard']);
  });

  it('is told to everyone once it is published, and then it is quoted', async () => {
    const published = await publish();
    expect(published.type).toBe(7);
    expect(textOf(published)).toContain('“The ferry stays” is published');
    await bot.settled();
    const [told, another] = published.followUps;
    expect(another).toBeUndefined();
    expect(told && isPrivate(told)).toBe(false);
    expect(told && textOf(told)).toMatch(
      /“The ferry stays” was added[\s\S]*7 sentences[\s\S]*The Harbor Post/,
    );
    const answer = await asked('How many people does the ferry carry?');
    expect(textOf(answer)).toContain('The ferry carries two hundred people on an ordinary night.');
  });

  it('publishes once, whoever presses how often', async () => {
    const draft = await add(FERRY);
    const id = buttonsOf(messageOf(draft)).find(({ label }) => label === 'Publish')?.custom_id ?? '';
    const all = await Promise.all(
      [1, 2, 3].map(() => discord.button(messageOf(draft), id, { forged: true })),
    );
    await bot.settled();
    expect(all.flatMap(({ followUps }) => followUps)).toHaveLength(1);
    expect(textOf(await use('list'))).toContain('1 article in this library');
  });

  it('keeps nothing of what is discarded', async () => {
    const draft = await add(FERRY);
    const gone = await press(draft, 'Discard');
    expect(textOf(gone)).toContain('Nothing was kept');
    expect(labelsOf(gone)).toEqual([]);
    expect(textOf(await use('list'))).toContain('no articles yet');
  });

  it('pings nobody and opens no markup, whatever the page says', async () => {
    const page = FERRY.replace('The ferry stays</title>', '@everyone **ferry** &lt;@1&gt;</title>')
      .replace('<h1>The ferry stays</h1>', '')
      .replace('The council voted', '&gt; “@here” ```code``` the council voted');
    const answer = await add(page);
    expect(textOf(answer)).toContain('\\@everyone \\*\\*ferry\\*\\* \\<\\@1>');
    const published = await press(answer, 'Publish');
    await bot.settled();
    expect(published.followUps).toHaveLength(1);
    for (const { body } of discord.requests) {
      const { allowed_mentions: mentions } = ((body as { data?: object })?.data ?? body ?? {}) as {
        allowed_mentions?: object;
      };
      if (mentions) expect(mentions).toMatchObject({ parse: [] });
    }
  });
});

describe('Details', () => {
  it('are asked for where the source does not state them, before anything can be published', async () => {
    const draft = await add(POEM, 'lamp.txt');
    expect(labelsOf(draft)).toEqual(['Edit details', 'More details', 'Discard']);
    expect(textOf(draft)).toContain('Title and Publisher');
    const form = await press(draft, 'Edit details');
    expect(form.modal?.title).toBe('Edit details');
    const told = await discord.submit(form, { title: 'The lamp', publisher: 'Pier Press', lang: 'en' });
    expect(told.type).toBe(7);
    expect(textOf(told)).toContain('Add “The lamp”?');
    expect(labelsOf(told)[0]).toBe('Publish');
    expect(textOf(await press(told, 'Publish'))).toContain('“The lamp” is published');
  });

  it('stand in the form as they are, and what was left out stays told', async () => {
    const draft = await add(FERRY);
    const form = await press(draft, 'Edit details');
    const values = form.modal?.components.map(({ component }) => component?.value);
    expect(values).toEqual(['The ferry stays', 'The Harbor Post', 'en']);
    const told = await discord.submit(form, { title: 'Ferry', publisher: 'Harbor Post', lang: 'en-GB' });
    expect(textOf(told)).toMatch(/Harbor Post[\s\S]*British English[\s\S]*around the article/);
    const more = await press(told, 'More details');
    const wrong = await discord.submit(more, { via: 'Newswire', published: 'yesterday', url: '' });
    expect(textOf(wrong)).toContain('The date was not changed');
    expect(textOf(wrong)).toContain('via Newswire'.replace('via', 'Via'));
    expect(textOf(wrong)).not.toContain('harbor.example');
  });

  it('are asked for with a text that is pasted', async () => {
    const form = await use('add');
    expect(form.modal?.title).toBe('Add a text');
    const draft = await discord.submit(form, {
      title: 'The lamp',
      publisher: 'Pier Press',
      lang: '',
      url: '',
      text: POEM,
    });
    expect(draft.type).toBe(4);
    expect(isPrivate(messageOf(draft))).toBe(true);
    expect(textOf(draft)).toContain('English (judging by its words)');
    expect(textOf(await press(draft, 'Publish'))).toContain('“The lamp” is published');
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

  it('has entries to choose one of', async () => {
    const answer = await add(FEED, 'feed.xml');
    const [menu] = menusOf(messageOf(answer));
    expect(menu?.options?.map(({ label }) => label)).toEqual(['1 · Night One', '2 · Night Two']);
    const chosen = await discord.select(messageOf(answer), 'Choose the entry to add', [
      menu?.options?.[1]?.value ?? '',
    ]);
    expect(chosen.type).toBe(7);
    expect(textOf(chosen)).toContain('Add “Night Two”?');
  });
});

describe('The articles of a library', () => {
  it('are listed, a page at a time', async () => {
    for (let at = 1; at <= 11; at += 1)
      await publish(FERRY.replace('<title>The ferry stays', `<title>Ferry ${at}`), `f${at}.html`);
    const list = await use('list');
    expect(textOf(list)).toContain('11 articles in this library');
    const next = await press(list, 'Next');
    expect(textsOf(messageOf(next)).filter((text) => text.startsWith('**'))).toHaveLength(1);
    expect(labelsOf(await press(next, 'Previous'))).toEqual(['Next']);
  });

  it('are replaced once the difference was seen', async () => {
    await publish();
    const draft = await use('replace', {
      article: await keyOf('The ferry stays'),
      file: discord.attach('new.html', CHANGED),
    });
    expect(textOf(draft)).toMatch(/Replace “The ferry stays”\?[\s\S]*1 new passage, 1 gone/);
    expect(textOf(draft)).toMatch(
      /− The fare stays at three crowns\.\n\\?\+ The fare rises to four crowns\./,
    );
    const published = await press(draft, 'Publish');
    await bot.settled();
    expect(textOf(published.followUps[0] as Message)).toContain('was replaced with a new version');
    expect(textOf(await asked('What is the fare of the ferry?'))).toContain('rises to four');
  });

  it('are removed once that was confirmed, and quoted no more', async () => {
    await publish();
    const question = await use('remove', { article: await keyOf('The ferry stays') });
    expect(textOf(question)).toContain('Remove “The ferry stays”?');
    expect(textOf(await use('list'))).toContain('1 article');
    expect(textOf(await press(question, 'Remove'))).toContain('“The ferry stays” was removed');
    expect(textOf(await asked('How many people does the ferry carry?'))).not.toContain('two hundred');
  });

  it('are named by their title, too, and by nothing else', async () => {
    await publish();
    expect(textOf(await use('remove', { article: 'the ferry stays' }))).toContain('Remove “The ferry');
    expect(textOf(await use('remove', { article: 'The pier' }))).toContain('no such article');
  });

  it('that came as a file have no source to ask again', async () => {
    await publish();
    expect(textOf(await use('refresh', { article: await keyOf('The ferry stays') }))).toContain(
      'did not come from a web address',
    );
  });

  it('are given back as they are', async () => {
    await publish();
    const answer = await use('export');
    const message = messageOf(answer);
    expect(isPrivate(message)).toBe(true);
    const { files = [] } = discord.requests.find(({ files }) => files) ?? {};
    expect(files.map(({ filename }) => filename)).toEqual(['the-ferry-stays.md']);
    const [stored] = (await store.read(`server:${discord.guildId}`)).articles;
    expect(Buffer.from(files[0]?.content ?? []).equals(Buffer.from(stored?.contents ?? []))).toBe(true);
  });
});

it('many articles are given back in one zip file, each as it is', async () => {
  for (let at = 1; at <= 11; at += 1)
    await publish(FERRY.replace('<title>The ferry stays', `<title>Ferry ${at}`), `f${at}.html`);
  const answer = await use('export');
  expect(textOf(answer)).toContain('The files of 11 articles');
  const [zipped, another] = discord.requests.flatMap(({ files = [] }) => files);
  expect(another).toBeUndefined();
  expect(zipped?.filename).toBe('articles.zip');
  const unzipped = unzipSync(new Uint8Array(zipped?.content ?? []));
  const { articles } = await store.read(`server:${discord.guildId}`);
  expect(Object.keys(unzipped).sort()).toEqual(articles.map(({ id }) => `${id}.md`).sort());
  for (const { id, contents } of articles)
    expect(Buffer.from(unzipped[`${id}.md`] ?? []).equals(Buffer.from(contents))).toBe(true);
});

describe('Everything', () => {
  it('is deleted when that was asked for twice, and told', async () => {
    await publish();
    await add(POEM, 'lamp.txt');
    const first = await use('forget');
    expect(textOf(first)).toContain('1 article and 0 taught answers');
    const form = await press(first, 'Delete everything');
    const wrong = await discord.submit(form, { word: 'yes' });
    expect(textOf(wrong)).toContain('Nothing was deleted');
    expect(textOf(await use('list'))).toContain('1 article');
    const done = await discord.submit(form, { word: 'Delete' });
    expect(textOf(done)).toContain('1 article, 0 taught answers and 1 draft');
    expect(textOf(await use('list'))).toContain('no articles yet');
  });
});

describe('Teaching', () => {
  const QUESTION = 'Who may cross at night?';

  async function teach(filled: (options: readonly string[]) => readonly string[], question = QUESTION) {
    const quoted = messageOf(await asked('How many people does the ferry carry?'));
    const form = await discord.messageCommand({ name: 'Teach this answer', content: quoted });
    const options = form.modal?.components[1]?.component?.options ?? [];
    expect(form.modal?.components[0]?.component?.value).toBeUndefined();
    return discord.submit(form, { question, sentences: filled(options.map(({ value }) => value)) });
  }

  it('answers a question from then on with the sentences that were chosen, until it is forgotten', async () => {
    await publish();
    const taught = await teach(([first = '']) => [first]);
    expect(textOf(taught)).toMatch(
      /This answer is stored[\s\S]*Who may cross at night\?[\s\S]*of “The ferry stays”/,
    );
    const [stored] = (await store.read(`server:${discord.guildId}`)).answers;
    expect(stored).toMatchObject({ question: QUESTION });
    const text = stored?.sentences === 'not answered' ? '' : stored?.sentences[0]?.text;
    expect(textOf(await asked(QUESTION))).toContain(text);
    expect(textOf(await use('answers'))).toContain(QUESTION);
    expect(textOf(await press(taught, 'Forget this answer'))).toContain('was forgotten');
    expect(textOf(await use('answers'))).toContain('No answers have been taught');
  });

  it('says that an article of the house does not answer', async () => {
    const quoted = messageOf(await asked('Who accused Alibaba?'));
    const form = await discord.messageCommand({ name: 'Teach this answer', content: quoted });
    const values = form.modal?.components[1]?.component?.options?.map(({ value }) => value) ?? [];
    const taught = await discord.submit(form, {
      question: 'What did the White House say in Latin?',
      sentences: [values.at(-1) ?? ''],
    });
    expect(textOf(taught)).toContain('does not answer it');
    const { answers } = await store.read(`server:${discord.guildId}`);
    expect(answers).toMatchObject([{ article: { house: expect.any(String) }, sentences: 'not answered' }]);
    const list = await use('answers');
    const [option] = menusOf(messageOf(list))[0]?.options ?? [];
    const gone = await discord.select(messageOf(list), 'Choose an answer to forget', [option?.value ?? '']);
    expect(textOf(gone)).toContain('was forgotten');
  });

  it('takes either sentences or none, of a reply that quotes', async () => {
    await publish();
    const both = await teach((values) => [values[0] ?? '', values.at(-1) ?? '']);
    expect(textOf(both)).toContain('sentences, or that none');
    const onText = await discord.messageCommand({ name: 'Teach this answer', content: 'Good morning!' });
    expect(textOf(onText)).toContain('on one of the bot’s replies that quotes');
  });
});

describe('Where and by whom', () => {
  it('nothing is asked of what Discord says of permissions, since administrators decide', async () => {
    expect(labelsOf(await add(FERRY, 'f.html', { permissions: 0n }))).toContain('Publish');
  });

  it.each<[string, By]>([
    ['a server that did not install it', { installed: 'user' }],
    ['a group', { place: 'group' }],
    ['direct messages with the app of a server', { place: 'dm', installed: 'guild' }],
  ])('there is no library in %s', async (_, by) => {
    for (const subcommand of ['add', 'list', 'export', 'forget']) {
      const answer = await use(subcommand, {}, by);
      expect(textOf(answer)).toContain('There is no library here');
      expect(isPrivate(messageOf(answer))).toBe(true);
    }
  });

  it('everyone has their own in direct messages, which nobody else sees', async () => {
    const ada = { place: 'dm', installed: 'user' } as const;
    await publish(FERRY, 'f.html', ada);
    expect(textOf(await use('list', {}, ada))).toContain('1 article');
    for (const by of [{}, { place: 'dm', installed: 'user', user: 'Bob' } as const]) {
      expect(textOf(await use('list', {}, by))).toContain('no articles yet');
      expect(await keyOf('The ferry stays', by)).toBe('undefined');
      expect(textOf(await use('remove', { article: await keyOf('The ferry stays', ada) }, by))).toContain(
        'no such article',
      );
      expect(textOf(await asked('How many people does the ferry carry?', by))).not.toContain('two hundred');
    }
  });

  it('only the person who used the command presses what stands under its answer', async () => {
    const draft = messageOf(await add(FERRY));
    const [button] = buttonsOf(draft);
    const interaction = {
      id: '77',
      token: 'theirs',
      application_id: discord.applicationId,
      type: 3,
      guild_id: discord.guildId,
      channel_id: draft.channel_id,
      context: 0,
      authorizing_integration_owners: { 0: discord.guildId },
      member: { user: { id: '999' }, permissions: '8' },
      data: { custom_id: button?.custom_id, component_type: 2 },
      message: draft,
    };
    const answer = await discord.interact(interaction, { user: 'Bob' });
    expect(textOf(answer)).toContain('Only the person who used the command');
    expect(textOf(await use('list'))).toContain('no articles yet');
  });

  it('no draft, article, answer or choice of another library is known', async () => {
    const ada = { place: 'dm', installed: 'user' } as const;
    const draft = messageOf(await add(FERRY, 'f.html', ada));
    await publish(CHANGED, 'g.html', ada);
    const key = await keyOf('The ferry stays', ada);
    const own = messageOf(await use('list'));
    const ids = [
      ...buttonsOf(draft).map(({ custom_id: id = '' }) => id),
      ...['remove', 'unteach', 'list'].map((verb) => `e1:${verb}:en-US:${key}:`),
      `e1:entry:en-US:${'a'.repeat(20)}:1`,
    ];
    for (const id of ids) {
      const answer = await discord.button(own, String(id), { forged: true });
      expect(answer.modal).toBeUndefined();
      expect(textOf(answer)).not.toContain('ferry');
    }
    expect((await store.read('user:1')).articles).toEqual([]);
    expect(textOf(await use('list', {}, ada))).toContain('1 article');
  });

  it('damaged ids have one answer each', async () => {
    const own = messageOf(await use('list'));
    for (const id of [
      'e1:',
      'e1:publish',
      'e2:publish:en-US:a:',
      'e1:publish:en-US:<@1>:',
      'e1:taught:en-US::',
      'e1:constructor:en-US::',
    ]) {
      const answer = await discord.button(own, id, { forged: true });
      expect(isPrivate(messageOf(answer))).toBe(true);
      expect(textOf(answer)).toContain('damaged');
    }
  });
});

describe('What is refused', () => {
  it('has its sentence', async () => {
    const file = discord.attach('f.html', FERRY);
    expect(textOf(await use('add', { file, address: 'https://harbor.example/' }))).toContain('not both');
    expect(textOf(await add('', 'empty.txt'))).toContain('It is empty');
    expect(textOf(await use('add', { address: 'http://127.0.0.1/secret' }))).toMatch(/not|private|machine/i);
    discord.attach('x', 'y');
    const gone = discord.attach('gone.html', FERRY);
    expect(textOf(await use('add', { file: { ...gone, url: gone.url.replace(gone.id, '1') } }))).toContain(
      'no longer there',
    );
  });

  it('is what goes beyond the limits', async () => {
    await close();
    await open({ articles: 1, bytes: 100_000, additionsPerHour: 50 });
    await publish();
    expect(textOf(await add(FERRY, 'b.html'))).toContain('it may hold 1 article');
  });

  it('is everything where the library cannot be reached, while asking goes on', async () => {
    await store.close();
    expect(textOf(await use('list'))).toContain('cannot be reached');
    expect(textOf(await add(FERRY))).toContain('cannot be reached');
  });

  it('logs neither words of an article nor of a question', async () => {
    await publish();
    await asked('How many people does the ferry carry?');
    await bot.settled();
    expect(bot.output()).not.toMatch(/ferry|Harbor|crowns/i);
  });
});

describe('In other languages', () => {
  it.each([
    ['zh-CN', '添加“The ferry stays”？', '发布'],
    ['zh-TW', '新增「The ferry stays」？', '發布'],
  ])('everything is said in them: %s', async (locale, heading, label) => {
    const draft = await add(FERRY, 'f.html', { locale });
    expect(textOf(draft)).toContain(heading);
    expect(labelsOf(await press(draft, label, { locale }))).toEqual([]);
  });
});
