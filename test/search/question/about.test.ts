import { beforeAll, describe, expect, it } from 'vitest';
import { aboutIn } from '../../../src/search/question/about.ts';
import { type Library, unseen } from '../../../src/search/search.ts';
import { articleOf, realSession } from '../../session.ts';

const MARKED = articleOf('The tower was built in 1859.[1] It stood for years.[2, 4]\n');
const topic = (question: string) => aboutIn(question, [MARKED])?.topic;

describe('A question about the article itself', () => {
  it.each([
    ['What is this article about?', 'subject'],
    ['whats this about', 'subject'],
    ['tl;dr', 'subject'],
    ['TLDR please', 'subject'],
    ['summarize the article', 'subject'],
    ['what does the article say?', 'subject'],
    ['Who published this?', 'publisher'],
    ['who wrote the article', 'publisher'],
    ['When was this published?', 'date'],
    ['when?', 'date'],
    ['title?', 'title'],
    ["what's the headline", 'title'],
    ['How long is it?', 'length'],
    ['how many sentences does the article have', 'length'],
    ['What are your sources?', 'sources'],
    ['which articles do you have?', 'sources'],
    ['What can you do?', 'bot'],
    ['help', 'bot'],
    ['Hi!', 'greeting'],
    ['thanks a lot', 'thanks'],
    ['who wrote this book?', 'publisher'],
    ["what is the article's title?", 'title'],
    ['what language is this article in?', 'length'],
    ['这篇文章的作者是谁？', 'publisher'],
    ['這篇文章的主要內容是什麼？', 'subject'],
    ['这篇文章讲什么？', 'subject'],
    ['這篇文章在說什麼', 'subject'],
    ['总结一下', 'subject'],
    ['谁写的？', 'publisher'],
    ['什麼時候發表的？', 'date'],
    ['标题是什么', 'title'],
    ['你能做什么', 'bot'],
    ['你好', 'greeting'],
    ['謝謝', 'thanks'],
  ] as const)('is told by %j: %s', (question, expected) => {
    expect(topic(question)).toBe(expected);
  });

  it.each([
    'What does the article say about the tower?',
    'Who wrote the memorandum?',
    'When was the tower built?',
    'How long is the tower?',
    'help the keepers got',
    'What is the title of the song?',
    'How many sentences did the judge pass?',
    'length',
    'Who wrote the book?',
    'When was the book published?',
    'Who is behind it?',
    'When was it released?',
    'what is the message',
    'Who wrote the report?',
    '谁写了备忘录？',
    '灯塔讲什么语言',
  ])('is not one about what it says: %j', (question) => {
    expect(topic(question)).toBeUndefined();
  });

  it('may name a note, by its mark or its number, that the article prints', () => {
    for (const question of [
      '[1]',
      'note 1',
      'What does note 1 say?',
      'explain note 1',
      'what is [1]?',
      'footnote [1]',
      '注释1',
    ])
      expect(aboutIn(question, [MARKED])).toEqual({ topic: 'note', note: '[1]' });
    expect(aboutIn('note 4', [MARKED])).toEqual({ topic: 'note', note: '[2, 4]' });
    expect(aboutIn('note 7', [MARKED])).toEqual({ topic: 'note', note: '[7]' });
    expect(aboutIn('note 7', [articleOf('It prints none.\n')])).toBeUndefined();
    expect(aboutIn('1', [MARKED])).toBeUndefined();
  });
});

describe('Of the shipped article', () => {
  let library: Library;
  beforeAll(async () => {
    ({ library } = await realSession());
  });

  it('what it is about is told by the sentences that stand for it', async () => {
    const { outcome, about, passages } = await library.ask('What is this article about?');
    expect({ outcome, about }).toEqual({ outcome: 'about', about: { topic: 'subject' } });
    expect(passages).toHaveLength(3);
  });

  it('a note is told by the sentences that print its mark', async () => {
    const { passages } = await library.ask('what does note 5 say?');
    expect(passages.map(({ focus }) => focus)).toEqual([9, 10]);
  });

  it('a message is looked up whatever it says', async () => {
    expect(await library.ask('hi', { plainly: true })).not.toMatchObject({ outcome: 'about' });
    expect(unseen('hi').outcome).toBe('absent');
  });
});
