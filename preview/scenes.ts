// What readers and moderators do in the preview.
import type { Answer } from '../loopback/answers.ts';
import type { Loopback } from '../loopback/loopback.ts';
import type { Message } from '../loopback/wire.ts';

/** A reply, and what somebody did to get it. */
export interface Shown {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  /** As Discord puts it above the reply: `used /ask question: …`. */
  readonly did: string;
  readonly locale: string;
  readonly message: Message;
  /** The body of the bot's response. */
  readonly payload: unknown;
}

type Scene = Pick<Shown, 'id' | 'title' | 'did'> & {
  readonly by?: string;
  readonly locale?: string;
  readonly play: (discord: Loopback, who: { user: string; locale: string }) => Promise<Answer>;
};

type Options = Readonly<Record<string, string>>;

/** A slash command as the scene. */
function typed(id: string, title: string, name: string, options: Options = {}, locale = 'en-US'): Scene {
  const words = Object.entries(options).map(([option, value]) => `${option}: ${value}`);
  return {
    id,
    title,
    locale,
    did: `used /${[name, ...words].join(' ')}`,
    play: (discord, who) => discord.slash({ name, options, ...who }),
  };
}

/** A press on a button of an earlier scene's reply. */
function pressed(id: string, title: string, before: Scene, label: string, by = 'Ada'): Scene {
  return {
    id,
    title,
    by,
    locale: before.locale ?? 'en-US',
    did: `pressed “${label}”`,
    play: async (discord, who) => {
      const { message } = await before.play(discord, { ...who, user: 'Ada' });
      if (!message) throw new Error(`“${before.id}” shows no message to press.`);
      return discord.button(message, label, who);
    },
  };
}

const found = typed('found', 'A question that the article answers', 'ask', {
  question: 'Who questioned the motives of the leaker?',
});

/** A saved web page, as a moderator adds it. */
const FERRY = `<html lang="en"><head><title>The ferry stays</title><meta property="og:site_name" content="The Harbor Post">
<link rel="canonical" href="https://harbor.example/ferry"></head><body><nav><a href="/">Home</a></nav><article><h1>The ferry stays</h1>
<p>The council voted on Monday to keep the night ferry running. Nine members were in favor, and four were against it.</p>
<h2>What it costs</h2><p>The fare stays at three crowns. The old boat will be sold in spring, said Ida Berg, who has been its captain since 2009.</p>
</article><footer>Copyright The Harbor Post</footer></body></html>`;

const added: Scene = {
  id: 'added',
  title: 'A moderator adds a saved web page',
  by: 'Maya',
  did: 'used /article add file: ferry.html',
  play: (discord, who) =>
    discord.slash({
      ...who,
      name: 'article',
      subcommand: 'add',
      options: { file: discord.attach('ferry.html', FERRY) },
    }),
};

export const SCENES: readonly Scene[] = [
  found,
  typed('misspelt', 'Misspelt', 'ask', { question: 'What did Jensen Huangg say about Quen?' }),
  typed('chinese', 'A question in Chinese', 'ask', { question: '黄仁勋怎么评价千问？' }, 'zh-CN'),
  typed('unclear', 'What comes nearest, and what it lacks', 'ask', { question: 'How old is Jensen Huang?' }),
  typed('absent', 'Nothing in the article comes near', 'ask', { question: 'How do penguins keep warm?' }),
  typed('about', 'A question about the article itself', 'ask', { question: 'What is this article about?' }),
  ...['zh-CN', 'zh-TW'].flatMap((locale) => [
    typed(`found-${locale}`, 'Found', 'ask', { question: '阿里巴巴否认了什么？' }, locale),
    typed(`unclear-${locale}`, 'Nearest', 'ask', { question: '黄仁勋多大年纪？' }, locale),
    typed(`absent-${locale}`, 'Absent', 'ask', { question: '企鹅怎么保暖？' }, locale),
    typed(`about-${locale}`, 'About the article', 'ask', { question: '这篇文章讲什么？' }, locale),
  ]),
  pressed('context', 'One sentence more on each side', found, 'Context'),
  pressed('verify', 'The exact characters, for whoever doubts', found, 'Verify', 'Bob'),
  typed('summary', 'The sentences that stand for the article', 'summary', { length: 'short' }),
  typed('summary-chinese', 'The same, for a reader of traditional Chinese', 'summary', {}, 'zh-TW'),
  typed('sources', 'What is held', 'sources'),
  typed('note', 'The sentences that print a note mark', 'sources', { note: '[5]' }),
  {
    id: 'message',
    title: 'What the article has about somebody’s message',
    did: 'used “Find in the article” on a message of Grace’s',
    play: (discord, who) =>
      discord.messageCommand({
        ...who,
        name: 'Find in the article',
        content:
          'Airbnb says Qwen is “better and cheaper” than OpenAI, and that it is “the best model ever made”.',
      }),
  },
  added,
  {
    ...added,
    id: 'published',
    title: 'Publishes it',
    did: 'pressed “Publish”',
    play: async (discord, who) => {
      const { message } = await added.play(discord, who);
      if (!message) throw new Error('Nothing was drafted to be published.');
      return discord.button(message, 'Publish', who);
    },
  },
  typed('own', 'What this server has is answered beside the house’s', 'ask', {
    question: 'Who is the captain of the ferry?',
  }),
];

/** Plays the scenes one after the other, as a reader would who is in no hurry. */
export async function playScenes(discord: Loopback): Promise<readonly Shown[]> {
  const shown: Shown[] = [];
  for (const { id, title, did, by = 'Ada', locale = 'en-US', play } of SCENES) {
    const { message, interactionId } = await play(discord, { user: by, locale });
    if (!message) throw new Error(`The scene “${id}” shows no message.`);
    const sent = discord.requests.find(({ path }) => path.startsWith(`/interactions/${interactionId}/`));
    shown.push({ id, title, did, by, locale, message, payload: sent?.body });
  }
  return shown;
}
