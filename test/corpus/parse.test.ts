import { describe, expect, test } from 'vitest';
import { CorpusError } from '../../src/corpus/corpus-error.ts';
import { EXAMPLES } from '../../src/corpus/fields.ts';
import { LARGEST_FILE, parseArticle } from '../../src/corpus/parse.ts';

const HEAD = 'title: Storm over the Bay\npublisher: The Daily\nlang: en\n';
const TEXT = 'Rain fell on Friday. The Daily counted 90 knots.\n';

function file(head = HEAD, text = TEXT): string {
  return `---\n${head}---\n${text}`;
}

function parse(contents: string | Uint8Array, id = 'storm') {
  return parseArticle(id, typeof contents === 'string' ? new TextEncoder().encode(contents) : contents);
}

/** What is told of a bad file, a line per problem. */
function told(contents: string | Uint8Array, id?: string): string[] {
  try {
    parse(contents, id);
  } catch (error) {
    if (error instanceof CorpusError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('a good file', () => {
  test('becomes an article whose text is what follows the front matter, unchanged', () => {
    const article = parse(
      file(
        `${HEAD}via: Newswire\npublished: 2025-11-16T09:05\nurl: https://example.org/a b\n`.replace(
          'a b',
          'a',
        ),
      ),
    );
    expect(article).toMatchObject({
      id: 'storm',
      title: 'Storm over the Bay',
      publisher: 'The Daily',
      via: 'Newswire',
      published: '2025-11-16T09:05',
      url: 'https://example.org/a',
      lang: 'en',
      text: TEXT,
    });
    expect(article.sentences).toHaveLength(2);
  });

  test('may have Windows line ends, which stay in the text, and a byte-order mark', () => {
    const article = parse(`\uFEFF${file()}`.replaceAll('\n', '\r\n'));
    expect(article.title).toBe('Storm over the Bay');
    expect(article.text).toBe(TEXT.replace('\n', '\r\n'));
  });

  test('may end without a line break, and hold comments and rules', () => {
    const article = parse(file(`# a comment\n${HEAD}# another\n`, 'It rained.\n\n---\n\nIt blew.'));
    expect(article.sentences).toHaveLength(2);
  });

  test('gives names their aliases', () => {
    const { aliases } = parse(file(`${HEAD}aliases:\n  The Daily: [日报, Daily]\n  90 knots: [90 kn]\n`));
    expect([...aliases]).toEqual([
      ['The Daily', ['日报', 'Daily']],
      ['90 knots', ['90 kn']],
    ]);
  });

  test('says how its text came: when, from where, and what the server said of that version', () => {
    const sha256 = '9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08';
    const head = [
      'retrieved: 2026-12-01T09:05Z',
      'source: https://example.org/storm?page=1#top',
      `source_sha256: ${sha256}`,
      `source_etag: 'W/"33a64df5"'`,
      'source_modified: Sun, 16 Nov 2025 09:05:00 GMT',
    ];
    expect(parse(file(`${HEAD}${head.join('\n')}\n`))).toMatchObject({
      retrieved: '2026-12-01T09:05Z',
      source: 'https://example.org/storm?page=1#top',
      sourceSha256: sha256.toLowerCase(),
      sourceEtag: 'W/"33a64df5"',
      sourceModified: 'Sun, 16 Nov 2025 09:05:00 GMT',
    });
    expect(parse(file(`${HEAD}source: "-"\n`)).source).toBe('-');
    expect(parse(file(`${HEAD}source: ../saved pages/storm.html\n`)).source).toBe(
      '../saved pages/storm.html',
    );
  });

  test.each(Object.entries(EXAMPLES))('may have the line that is proposed for "%s"', (key, line) => {
    const others = HEAD.split('\n').filter((other) => !other.startsWith(`${key}:`));
    const text = '# Log\n\nThe Daily wrote of it. It rained. The Berg family owns it.\n';
    expect(told(file(`${others.join('\n')}${line}\n`, text))).toEqual([]);
  });

  test.each(['en', 'zh-Hans', 'pt-BR', 'ZH-tw', 'gsw', 'th'])('may be in %s', (lang) => {
    expect(parse(file(HEAD.replace('en', lang))).lang.toLowerCase()).toBe(lang.toLowerCase());
  });

  test.each([
    '2025-11-16',
    '2024-02-29',
    '2025-11-16T09:05',
    '2025-11-16T09:05:30',
    '2025-11-16T09:05Z',
    '2025-11-16T09:05+08:00',
  ])('may be of %s', (published) =>
    expect(parse(file(`${HEAD}published: ${published}\n`)).published).toBe(published),
  );

  test.each([
    ['Persian', 'او می\u200cخواهد برود.'],
    ['Hindi', 'राष्ट्रीय क्\u200dष और र्\u200dय।'],
    ['Malayalam', 'അവന്\u200d വന്നു.'],
    ['Sinhala', 'ශ්\u200dරී ලංකාව.'],
    ['emoji', 'A 👩🏽‍🚀 with a ❤️‍🔥, a 🏳️‍🌈 and the 🏴󠁧󠁢󠁥󠁮󠁧󠁿 flag ☎️.'],
    ['French', 'Il dit « oui » à 10\u00a0h.'],
  ])('may hold the joiners, selectors and spaces that %s is written with', (_, text) => {
    expect(parse(file(HEAD, text)).text).toBe(text);
  });
});

describe('front matter', () => {
  test.each([
    ['', 'storm.md:1: The front matter is missing. Begin the file with a line "---"'],
    [TEXT, 'storm.md:1: The front matter is missing.'],
    [
      `---\n${HEAD}${TEXT}`,
      'storm.md:1: The front matter is never closed. Put a line "---" after its last key.',
    ],
    [
      file(HEAD.replace(/title.*\n/, '')),
      'storm.md:2: "title" is missing. Add a line such as "title: Storm over the Bay".',
    ],
    [file(HEAD.replace('The Daily', '')), 'storm.md:3: "publisher" is empty. Write a value, such as'],
    [file(HEAD.replace('The Daily', '"  "')), 'storm.md:3: "publisher" is empty.'],
    [
      file(HEAD.replace('The Daily', '[Daily]')),
      'storm.md:3: "publisher" must be text. Put its value in quotation marks.',
    ],
    [
      file(HEAD.replace('Storm over', 'x'.repeat(300))),
      'storm.md:2: "title" has 308 characters. Shorten it to 256 at most.',
    ],
    [
      file(`${HEAD}autor: Ann\n`),
      'storm.md:5: "autor" is not a key of an article. Delete it; known are title,',
    ],
    [
      file(`${HEAD}pubished: 2025-11-16\n`),
      'storm.md:5: "pubished" is not a key of an article. Did you mean "published"?',
    ],
    [file(`${HEAD}Via: Newswire\n`), 'Did you mean "via"?'],
    [file(`${HEAD}lang: de\n`), 'storm.md:5: This key stands here for the second time.'],
    [
      file(HEAD.replace('over', ': over')),
      'storm.md:2: A second ": " stands here. Put a value that holds one in quotation marks',
    ],
    [file(HEAD.replace('publisher', ' publisher')), 'begin each key at the start of its line.'],
    [file(HEAD.replace('title', '\ttitle')), 'storm.md:2: This line begins with a tab.'],
    [
      file(HEAD.replace('title: ', 'title:')),
      'storm.md:2: This line gives no key its value. Write both with ": "',
    ],
    [file(`${HEAD}via: \`Newswire\`\n`), 'storm.md:5: A value cannot begin with "`".'],
    [file(`${HEAD}via: &Newswire abroad\n`), 'storm.md:5: A value cannot begin with "&".'],
    [file(`${HEAD}via: !Newswire abroad\n`), 'storm.md:5: A value cannot begin with "!".'],
    [file(`${HEAD}...\nvia: x\n`), 'A line "..." ends the front matter too early. Delete it.'],
    [file(`${HEAD}via: "Newswire\n`), 'This is not valid YAML: Missing closing "quote.'],
    [file(`${HEAD}via: |\n  News\n  wire\n`), 'storm.md:5: "via" has several lines. Write it on one.'],
    [
      file(`${HEAD}aliases:\n  Rain: [[5]]\n`),
      'storm.md:6: "aliases" of "Rain": One of the names must be text. Put its value in quotation marks.',
    ],
    [file('just words\n'), 'storm.md:2: The front matter is not a list of keys.'],
    [
      file(HEAD.replace('en', 'english')),
      'storm.md:4: "lang" is "english", which names no language. Write a tag such as "en"',
    ],
    [file(HEAD.replace('en', 'cn')), '"lang" is "cn", which names no language'],
    [file(HEAD.replace('en', 'en_US')), '"lang" is "en_US", which names no language'],
    [file(`${HEAD}published: 2025-02-30\n`), 'storm.md:5: "published" is "2025-02-30", which is no date.'],
    [file(`${HEAD}published: 16 November\n`), 'Write it as 2025-11-16 or 2025-11-16T09:05, or delete'],
    [file(`${HEAD}published: 2025-11-16 09:05\n`), '"published" is "2025-11-16 09:05", which is no date.'],
    [file(`${HEAD}retrieved: today\n`), 'storm.md:5: "retrieved" is "today", which is no date.'],
    [
      file(`${HEAD}source: ${'x'.repeat(2049)}\n`),
      '"source" has 2049 characters. Shorten it to 2048 at most.',
    ],
    [file(`${HEAD}source_sha256: 9f86d0\n`), '"source_sha256" is "9f86d0", which is no sha256.'],
    [
      file(`${HEAD}source_etag: "33a64df5" # strong\n`),
      'storm.md:5: A "#" after a space begins a comment, so that it and what follows would be left out. Write source_etag: \'"33a64df5" # strong\' if',
    ],
    [
      file(`${HEAD}url: javascript:alert(1)\n`),
      'storm.md:5: "url" is "javascript:alert(1)", which is no web address.',
    ],
    [file(`${HEAD}url: example.org\n`), 'Write one that begins with https:// or http://.'],
    [
      file(`${HEAD}url: https://example.org/${'é'.repeat(200)}\n`),
      '"url" has 1220 characters. Find an address of 512 at most.',
    ],
    [file(`${HEAD}aliases: Daily\n`), 'storm.md:5: "aliases" must give names and their other names.'],
    [
      file(`${HEAD}aliases:\n  Rain: drops\n`),
      'storm.md:6: "aliases" of "Rain": Write the other names as a list',
    ],
    [
      file(`${HEAD}aliases:\n  Rain: []\n`),
      'storm.md:6: "aliases" of "Rain": The list of other names is empty.',
    ],
    [file(`${HEAD}aliases:\n  Rain: [雨, 雨]\n`), 'storm.md:6: "aliases" of "Rain" has "雨" twice.'],
    [
      file(`${HEAD}aliases:\n  # names\n  Snow: [雪]\n`),
      'storm.md:7: "aliases" has "Snow", which the text does not print.',
    ],
    [
      file(`${HEAD}via: "a\\u200Bb"\n`),
      'storm.md:5: "via" holds U+200B, which a reader cannot see. Delete it.',
    ],
    [
      file(`${HEAD}via: *nowhere\n`),
      'A value cannot begin with "*". Put it in quotation marks, as in via: "*nowhere".',
    ],
    [file(`${HEAD}__proto__: x\n`), 'storm.md:5: "__proto__" is not a key of an article.'],
  ])('is refused: %j', (contents, message) => {
    expect(told(contents).join('\n')).toContain(message);
  });

  test.each([
    '1.10',
    '007',
    'no',
    '12:30',
    '2025-11-16',
    '1e3',
    'null',
    '~',
    '.nan',
    '0x1F',
    '1_000',
    'true',
  ])('takes %s as the characters that stand there', (written) => {
    const article = parse(file(HEAD.replace('Storm over the Bay', written), `Rain and ${written} fell.\n`));
    expect(article.title).toBe(written);
    const head = `${HEAD}aliases:\n  ${written}: [${written}x, 5]\n`;
    expect([...parse(file(head, `Rain and ${written} fell.\n`)).aliases]).toEqual([
      [written, [`${written}x`, '5']],
    ]);
  });

  test('takes __proto__ for a name like any other', () => {
    const head = `${HEAD}aliases:\n  __proto__: [prototype]\n`;
    expect(told(file(head))[0]).toContain('"aliases" has "__proto__", which the text does not print.');
    expect(parse(file(head, 'Set __proto__ to null.\n')).aliases.get('__proto__')).toEqual(['prototype']);
  });

  test('keeps names apart that are one number', () => {
    const head = `${HEAD}aliases:\n  1.1: [one]\n  1.10: [ten]\n`;
    expect([...parse(file(head, 'From 1.1 to 1.10 it rained.\n')).aliases.keys()]).toEqual(['1.1', '1.10']);
  });

  test.each([
    ['title: Channel #5 news', 'title: "Channel #5 news"'],
    ['via: "Newswire" # the agency', undefined],
    ['aliases: # names', undefined],
  ])('refuses a comment behind a value: %s', (line, proposed) => {
    const [key = ''] = line.split(':');
    const head = `${HEAD.split('\n')
      .filter((other) => !other.startsWith(key))
      .join('\n')}${line}\n`;
    const [message = ''] = told(file(head));
    expect(message).toMatch(/begins a comment.*[Pp]ut the comment on a line of its own\.$/);
    if (proposed) expect(message).toContain(`Write ${proposed} if`);
  });

  test('lets comments on lines of their own stand, and signs that begin none', () => {
    const head = `# all\n${HEAD.replace('over the', 'C#')}  # indented\nvia: "News #5"\naliases:\n  # names\n  Rain: [\n    # a list\n    雨,\n  ]\n`;
    expect(parse(file(head))).toMatchObject({ title: 'Storm C# Bay', via: 'News #5' });
  });

  test.each([
    'title: Channel #5 news',
    'title: Storm: the "Bay" # and after',
    'title: *Storm* over the Bay',
    'title: &Storm & Co',
    'title: !important',
    'title: `Storm`',
    'title: @storm',
    'title: % of storms',
    "title: 'a' b",
    'title: "C:\\dir"',
    'title: "Storm',
    'title: "Storm" over the Bay',
    "title: 'Storm' over the Bay",
    'title: [Storm] over the Bay',
    'title: Storm \\ Bay: "over"',
    'published: 2025',
    'published: 20251116',
    'published: 16 November 2025',
  ])('gives advice that leads to no second error: %s', (line) => {
    const [key = ''] = line.split(':');
    const others = HEAD.split('\n').filter((other) => !other.startsWith(key));
    const withLine = (written: string) => file(`${written}\n${others.join('\n')}`);
    const [message = ''] = told(withLine(line));
    const value = line.slice(line.indexOf(':') + 2);
    if (key === 'published') {
      expect(message).toMatch(/Write it as 2025-11-16 or .*, or delete the line/);
      expect(parse(withLine('published: 2025-11-16')).published).toBe('2025-11-16');
      return;
    }
    const [, proposed = ''] =
      /(?:Write|as in) (title: .*?)(?: if they belong.*|, and begin.*|\.)$/.exec(message) ?? [];
    expect(parse(withLine(proposed)).title).toBe(value.replace(/^(["'])([^"']*)\1?$/, '$2'));
  });

  test.each([
    ['aliases: # names', 'Put the comment on a line of its own.'],
    ['lang: en # x', 'Put the comment on a line of its own.'],
    ['via: | # c\n  Newswire', 'Put the comment on a line of its own.'],
    ['aliases:\n  Rain: &x [雨]', 'Delete "&x".'],
    ['aliases: &a\n  Rain: [雨]', 'storm.md:5: A value cannot begin with "&". Delete "&a".'],
    ['via: "Newswire', 'storm.md:5: This is not valid YAML: Missing closing "quote. Write via: "Newswire".'],
  ])('proposes nothing that the key would not take: %j', (lines, advice) => {
    const [key = ''] = lines.split(':');
    const others = HEAD.split('\n').filter((other) => other !== '' && !other.startsWith(key));
    const text = told(file(`${others.join('\n')}\n${lines}\n`)).join('\n');
    expect(text.replace('storm.md:4', 'storm.md:5')).toContain(advice);
  });

  test('is told of an unseen character once', () => {
    expect(told(file(HEAD.replace('over', 'ov\u200Ber')))).toEqual([
      'storm.md:2: column 16 holds U+200B, a zero-width space, which a reader cannot see. Delete it.',
    ]);
  });

  test('is told with all its problems at once, in the order of the lines', () => {
    const contents = file('title:\nlangu: en\npublished: yesterday\n', 'Zero\u200Bwidth.\n');
    expect(told(contents).map((line) => line.replace(/ (is|holds) .*/, ''))).toEqual([
      'storm.md:2: "title"',
      'storm.md:2: "publisher"',
      'storm.md:2: "lang"',
      'storm.md:3: "langu"',
      'storm.md:4: "published"',
      'storm.md:6: column 5',
    ]);
  });
});

describe('The limits of front matter', () => {
  const line = (key: string, value: string) =>
    told(
      file(
        `${HEAD.split('\n')
          .filter((one) => !one.startsWith(`${key}:`))
          .join('\n')}${key}: ${value}\n`,
      ),
    );

  test.each([
    ['title', 256],
    ['publisher', 100],
    ['via', 100],
    ['source', 2048],
  ])('let a value of "%s" have %i characters, and not one more', (key, most) => {
    expect(line(key, 'x'.repeat(most))).toEqual([]);
    expect(line(key, 'x'.repeat(most + 1))[0]).toContain(`Shorten it to ${most} at most.`);
  });

  test('let an address have 512 characters as a browser sends it', () => {
    const address = `https://example.org/${'x'.repeat(492)}`;
    expect(line('url', address)).toEqual([]);
    expect(line('url', `${address}x`)[0]).toContain('"url" has 513 characters.');
  });

  test('let from 1 % to 100 % of a text be quoted, as a share of it', () => {
    for (const [written, share] of [
      ['1%', 0.01],
      ['30%', 0.3],
      ['100%', 1],
    ] as const) {
      expect(parse(file(`${HEAD}quote_at_most: ${written}\n`)).quoteAtMost).toBe(share);
    }
    for (const written of ['0%', '101%', '30']) {
      expect(line('quote_at_most', written)[0]).toContain('Write a percentage from 1% to 100%');
    }
  });

  test('say by yes and no alone whether a text may be republished', () => {
    expect(parse(file(`${HEAD}republish: yes\n`)).republish).toBe(true);
    expect(parse(file(`${HEAD}republish: no\n`)).republish).toBe(false);
    expect(line('republish', 'perhaps')[0]).toContain('"republish" is yes or no.');
  });
});

describe('the text', () => {
  test.each([
    ['', 5],
    ['\n \n', 5],
    ['## Heading\n', 5],
    ['- \n> \n---\n', 5],
  ])('is refused where it has no sentence: %j', (text) => {
    expect(told(file(HEAD, text))).toEqual([
      'storm.md:6: The article has no text. Write it below the front matter.',
    ]);
  });

  test.each([
    ['\0', 'U+0000, a NUL character'],
    ['\u0007', 'U+0007, a control character'],
    ['\u0085', 'U+0085, a control character'],
    ['\r', 'U+000D, a carriage return without a line feed'],
    ['\u00ad', 'U+00AD, a soft hyphen'],
    ['\u200b', 'U+200B, a zero-width space'],
    ['\u200c', 'U+200C, a zero-width non-joiner'],
    ['\u200d', 'U+200D, a zero-width joiner'],
    ['\u200e', 'U+200E, a left-to-right mark'],
    ['\u202e', 'U+202E, a control of the writing direction'],
    ['\u2028', 'U+2028, a line separator'],
    ['\u2060', 'U+2060, a word joiner'],
    ['\u2066', 'U+2066, a control of the writing direction'],
    ['\u3164', 'U+3164, an invisible character'],
    ['\ufeff', 'U+FEFF, a zero-width no-break space'],
    ['\u{e0041}', 'U+E0041, an invisible character'],
    ['\ufe0f\ufe0f', 'U+FE0F, an invisible character'],
  ])('is refused with %j', (character, name) => {
    const [line, ...more] = told(file(HEAD, `It rained.\n𝔸nd fa${character}ir winds.\n`));
    const column = character.startsWith('\ufe0f') ? 8 : 7;
    expect(line).toContain(`storm.md:7: column ${column} holds ${name}, which a reader cannot see.`);
    expect(more).toEqual([]);
  });

  test('is refused with a flag that hides eighty characters behind it', () => {
    const england = `🏴${'\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}'}\u{e007f}`;
    expect(told(file(HEAD, `The flag ${england} flew.\n`))).toEqual([]);
    const lines = told(file(HEAD, `The flag 🏴${'\u{e0061}'.repeat(80)} flew.\n`));
    expect(lines).toHaveLength(6);
    expect(lines[0]).toContain('holds U+E0061, an invisible character, which a reader cannot see.');
  });

  test('is told of the first few unseen characters only', () => {
    const lines = told(file(HEAD, 'a\0'.repeat(1000)));
    expect(lines).toHaveLength(6);
    expect(lines.map((line) => line.endsWith('All of them: npm run -s corpus -- --fix storm'))).toEqual([
      true,
      ...Array(5).fill(false),
    ]);
    expect(lines.join('\n')).toContain('More such characters follow.');
  });

  test('is refused with a heading without words', () => {
    expect(told(file(HEAD, 'It rained.\n\n## \nIt blew.\n'))).toEqual([
      'storm.md:8: This heading has no words. Write them after the "#" marks, or delete the line.',
    ]);
  });

  test('is refused once where its lines end with carriage returns alone', () => {
    expect(told(file().replaceAll('\n', '\r'))).toEqual([
      'storm.md:1: The lines end with carriage returns alone. Save the file with line feeds (Unix or Windows line ends).',
    ]);
  });

  test('is refused where it is not UTF-8, with the line', () => {
    const latin = Uint8Array.from(Buffer.from(file(HEAD, 'It rained.\nCafé.\n'), 'latin1'));
    expect(told(latin)).toEqual(['storm.md:7: This is not UTF-8. Save the file as UTF-8.']);
    expect(told(Uint8Array.from(Buffer.from(`\uFEFF${file()}`, 'utf16le')))).toEqual([
      'storm.md:1: This is not UTF-8. Save the file as UTF-8.',
    ]);
  });

  test('is refused above 5 MiB', () => {
    expect(told(new Uint8Array(LARGEST_FILE + 1))).toEqual([
      'storm.md: The file has 5.1 MiB; 5 MiB is the most. Split it into several articles.',
    ]);
  });
});

test.each(['Storm', 'storm over', 'storm_1', '-storm', 'sturm-ü', '', 'a'.repeat(65)])(
  'refuses the id %j',
  (id) => {
    expect(told(file(), id).join('\n')).toContain('cannot be one: an id has at most 64 lower-case letters');
  },
);

test('takes an id of 64 characters', () => {
  expect(told(file(), 'a'.repeat(64))).toEqual([]);
});

test('proposes each of two files an id of its own', () => {
  const taken = new Set<string>();
  const proposed = ['Storm Log', 'Storm_log'].map((id) => {
    try {
      parseArticle(id, Buffer.from(file()), `${id}.md`, taken);
    } catch (error) {
      return /for example to (\S+)\.$/.exec(String(error))?.[1];
    }
    return undefined;
  });
  expect(proposed).toEqual(['storm-log.md', 'storm-log-2.md']);
});

test('proposes an id that is one', () => {
  expect(told(file(), 'Ärger am Fluß 2')[0]).toMatch(/Rename the file, for example to arger-am-flu-2\.md\.$/);
});

test('shows what a file holds without letting it write on the terminal', () => {
  const [line] = told(file(`${HEAD}"\\u001b[31mred\\u202e": x\n`));
  expect(line).toContain('"\\u{001B}[31mred\\u{202E}" is not a key');
});
