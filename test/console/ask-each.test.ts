import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/console/arguments.ts';
import { askEach } from '../../src/console/ask-each.ts';
import { type InputLine, LONGEST_LINE, linesOf } from '../../src/console/stream.ts';
import { PLAIN } from '../../src/console/style.ts';
import { realSession } from '../session.ts';

async function answers(lines: Iterable<string>, limit?: number): Promise<Record<string, unknown>[]> {
  const session = await realSession();
  const screen = { style: PLAIN, width: Number.POSITIVE_INFINITY, words: session.words, showsInput: false };
  let written = '';
  const output = new Writable({
    // As slow as a pipe whose reader is: one write at a time.
    highWaterMark: 1,
    write(chunk, _, done) {
      written += chunk;
      setImmediate(done);
    },
  });
  await askEach(lines, { json: true, limit }, session, screen, output);
  return written
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('ask --json', () => {
  it('tells outcome, reason, words and passages on one line', async () => {
    const [answer] = await answers(['Who accused Alibaba?'], 1);
    expect(Object.keys(answer ?? {})).toEqual([
      'question',
      'outcome',
      'reason',
      'kind',
      'evidence',
      'found',
      'missing',
      'readings',
      'confidence',
      'passages',
    ]);
    expect(answer).toMatchObject({
      question: 'Who accused Alibaba?',
      outcome: 'found',
      reason: 'The first passage has every name and number in the question, or what it was read as.',
      kind: 'person',
      evidence: [
        { word: 'accused', state: 'held' },
        { word: 'Alibaba', state: 'held' },
      ],
      passages: [
        {
          article: 'qwen-panic',
          title: '美国一些人陷入阿里千问恐慌?完全没必要',
          publisher: 'Bei Jing Ri Bao Ke Hu Duan',
          via: 'Reportify',
          published: '2025-11-16T09:05',
          retrieved: null,
          shown: true,
          section: 'Core Viewpoint',
          sentence: 1,
          text: expect.stringMatching(/^The U\.S\. government has accused Alibaba .* memorandum\.$/),
        },
      ],
    });
  });

  it('gives offsets into the article’s text', async () => {
    const [answer] = await answers(['Who accused Alibaba?']);
    const [article] = (await realSession()).library.articles;
    const passages: unknown = answer?.passages;
    if (!Array.isArray(passages)) throw new Error('Passages are a list');
    expect(passages).toHaveLength(3);
    for (const { start, end, text } of passages) {
      expect(article?.text.slice(start, end)).toBe(text);
    }
  });

  it('answers each line in its place, wrong ones and blank ones too', async () => {
    const lines = [
      '{"question": "Who accused Alibaba?", "limit": 2, "article": "qwen-panic"}',
      '{"question": 4}',
      '{"question": "Who?", "colour": "red"}',
      '{broken',
      '{"question": "Who?", "article": "none"}',
      '',
      'x'.repeat(LONGEST_LINE + 1),
      'Who accused Alibaba?',
    ];
    const given = await answers(lines);
    expect(given).toHaveLength(lines.length);
    expect(given[0]?.passages).toHaveLength(2);
    for (const bad of [1, 2, 3, 4, 6]) expect(Object.keys(given[bad] ?? {})).toEqual(['error']);
    expect(given[2]?.error).toContain('colour');
    expect(given[4]?.error).toBe('No article is called “none”. Choose from: qwen-panic.');
    expect(given[5]).toMatchObject({ question: '', outcome: 'absent', passages: [] });
    expect(given[7]).toMatchObject({ outcome: 'found' });
  });

  it.each([
    ['{"limit": 3}', '"question" is missing.'],
    ['{"question": null}', '"question" must be text.'],
    ['{"question": "Who?", "article": 5}', '"article" must be text: the id of an article.'],
    ['{"question": "Who?", "limit": 0}', '"limit" must be a whole number from 1 to 100.'],
    ['{"question": "Who?", "limit": -1.5}', '"limit" must be a whole number from 1 to 100.'],
    ['{"question": "Who?", "limit": 1e9}', '"limit" must be a whole number from 1 to 100.'],
    ['{"question": "Who?", "limit": "3"}', '"limit" must be a whole number from 1 to 100.'],
    ['{"question": "Who?", "colour": 1}', '"colour" is no key; there are "question", "article" and "limit".'],
    ['{"question": 1, "limit": 0}', '"question" must be text. "limit" must be a whole number from 1 to 100.'],
  ])('tells in a sentence what is wrong with %s', async (line, error) => {
    expect(await answers([line])).toEqual([{ error }]);
  });

  it('lets no broken line write on the terminal', async () => {
    const [answer] = await answers(['{\u001b[31mred\u0007']);
    expect(answer?.error).toMatch(/^The line opens with a brace but is not JSON: [ -~…]+\.$/);
  });

  it('keeps the order of many questions', async () => {
    const questions = Array.from({ length: 300 }, (_, n) => `Who accused Alibaba ${n}?`);
    const given = await answers(questions);
    expect(given.map(({ question }) => question)).toEqual(questions);
  });
});

describe('The lines of a stream', () => {
  const read = async (...chunks: (string | Buffer)[]) => {
    const lines: InputLine[] = [];
    for await (const line of linesOf(Readable.from(chunks, { objectMode: false }))) lines.push(line);
    return lines;
  };

  it('are the same however it is cut in pieces, with LF or CRLF, with or without a last line end', async () => {
    expect(await read('\ufeffone\r\ntwo\n\nthr', 'ee')).toEqual(['one', 'two', '', 'three']);
    const bytes = Buffer.from('千问\n恐慌\n');
    expect(await read(bytes.subarray(0, 2), bytes.subarray(2, 9), bytes.subarray(9))).toEqual([
      '千问',
      '恐慌',
    ]);
    expect(await read('')).toEqual([]);
  });

  const GBK = Buffer.from('b0a2c0efb0cdb0cd', 'hex');
  const NOT_UTF8 = { error: 'The line is not UTF-8. Save the questions as UTF-8.' };
  const UTF16 = { error: 'The line is UTF-16. Save the questions as UTF-8.' };

  it('are errors in their place where they are in another encoding', async () => {
    const chunks = [Buffer.from('Who?\n'), GBK, Buffer.from('\nQwen\n')];
    expect(await read(Buffer.concat(chunks))).toEqual(['Who?', NOT_UTF8, 'Qwen']);
  });

  it('are an error for the one of them that holds a zero byte', async () => {
    const ZERO = { error: 'The line holds the character U+0000. Remove it.' };
    expect(await read('Who\0 is it?\nQwen\n')).toEqual([ZERO, 'Qwen']);
    expect(await read('a\0\nWho accused Alibaba?\nQwen\n')).toEqual([ZERO, 'Who accused Alibaba?', 'Qwen']);
  });

  it.each<[string, (text: string) => Buffer]>([
    ['with a byte order mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['without one', (text) => Buffer.from(text, 'utf16le')],
    ['in the other byte order', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['in that order without a mark', (text) => Buffer.from(text, 'utf16le').swap16()],
  ])('are as many errors where the stream is UTF-16 %s, and it is refused', async (_, encode) => {
    for (const text of ['Who accused Alibaba?\nQwen\n', '谁指控了阿里巴巴？\n千问上线\n']) {
      const lines = linesOf(Readable.from([encode(text)], { objectMode: false }));
      const got: InputLine[] = [];
      for await (const line of lines) got.push(line);
      expect(got).toEqual([UTF16, UTF16]);
      expect(lines.refusal).toBe('Standard input is UTF-16. Save the questions as UTF-8.');
    }
  });

  it('are refused as a whole where none can be read, not where one cannot', async () => {
    const refusalOf = async (bytes: Buffer) => {
      const lines = linesOf(Readable.from([bytes], { objectMode: false }));
      for await (const _ of lines);
      return lines.refusal;
    };
    expect(await refusalOf(Buffer.concat([GBK, Buffer.from('\n'), GBK]))).toBe(
      'Standard input is not UTF-8. Save the questions as UTF-8.',
    );
    expect(await refusalOf(Buffer.concat([GBK, Buffer.from('\nWho?\n')]))).toBeUndefined();
    expect(await refusalOf(Buffer.alloc(0))).toBeUndefined();
  });

  it('are kept no longer than a question can be', async () => {
    const [line] = await read(...Array.from({ length: 40 }, () => 'x'.repeat(10_000)), '\n');
    expect(line).toHaveLength(LONGEST_LINE + 1);
  });
});

describe('The command line', () => {
  it('starts the console, asks, lists the corpus or registers', () => {
    expect(readArguments([], {})).toEqual({
      program: 'start',
      folder: 'corpus',
      locale: 'en-US',
      http: false,
    });
    expect(readArguments(['--locale', 'zh-TW'], { CORPUS_DIR: 'texts' })).toEqual({
      program: 'start',
      folder: 'texts',
      locale: 'zh-TW',
      http: false,
    });
    expect(
      readArguments(['ask', '--json', '--limit', '5', 'Who', 'accused?'], { LANG: 'zh_CN.UTF-8' }),
    ).toEqual({
      program: 'ask',
      folder: 'corpus',
      locale: 'en-US',
      json: true,
      article: undefined,
      limit: 5,
      question: 'Who accused?',
    });
    expect(readArguments(['ask'], { LANG: 'zh_TW.UTF-8' })).toMatchObject({
      locale: 'zh-TW',
      question: undefined,
    });
    expect(readArguments(['corpus', 'texts', '--quiet'], {})).toEqual({
      program: 'corpus',
      folder: 'texts',
      quiet: true,
    });
    expect(readArguments(['register', '--dry-run'], {})).toEqual({
      program: 'register',
      dryRun: true,
      clear: false,
    });
    expect(readArguments(['-h'], {})).toEqual({ program: 'help' });
    expect(readArguments(['ask', '--version'], {})).toEqual({ program: 'version' });
  });

  it.each([
    [
      ['aks'],
      'There is no command "aks"; there are start, ask, summary, corpus, add, help, register, store, pages.',
    ],
    [['--colour'], "Unknown option '--colour'."],
    [['corpus', '--json'], '"corpus" has no option --json.'],
    [['start', 'now'], '"start" does not know what to do with "now".'],
    [['ask', '--limit', '0', 'x'], '--limit is a whole number from 1 to 100, not "0".'],
    [['ask', '--limit', '2.5', 'x'], '--limit is a whole number from 1 to 100, not "2.5".'],
    [['ask', '--article'], "Option '--article <value>' argument missing."],
  ])('answers %j with a sentence', (argv, sentence) => {
    expect(readArguments(argv, {})).toEqual({ problem: `${sentence} --help tells what there is.` });
  });
});
