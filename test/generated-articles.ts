import fc from 'fast-check';
import type { Article } from '../src/corpus/article.ts';
import { articleOf } from './session.ts';

/** What could disturb a renderer or a search: Markdown, mentions, time stamps, emoji, quotation marks, other scripts. */
const PIECES = [
  ...[
    '**bold**',
    '_underlined_',
    '~~struck~~',
    '`code`',
    '||spoiler||',
    '[masked](https://example.org/a_b)',
    '\\*',
  ],
  ...[
    '<@123456789012345678>',
    '<#42>',
    '</ask:7>',
    '<t:1700000000:R>',
    '<:smile:1>',
    '@everyone',
    '-#',
    '>',
    '#',
  ],
  ...[
    '“quoted words”',
    '"straight quotes"',
    '「引用」',
    '«guillemets»',
    "it's",
    'don’t',
    'e.g.',
    'U.S.',
    'Dr.',
  ],
  ...[
    '😀',
    '👩‍👩‍👧',
    '🇫🇷',
    '千问',
    '人工智能模型',
    '東京',
    '한국어',
    'שלום',
    'مرحبا',
    'ไทย',
    'naïve',
    'ﬁne',
    '½',
    '１２',
  ],
  ...['[1]', '[2]', '[12]', '$50', '3.14', '1871', '100%'],
];

const plainWord = fc.stringMatching(/^[a-z]{3,9}$/);
const word = fc.oneof(
  { weight: 5, arbitrary: plainWord },
  { weight: 2, arbitrary: fc.constantFrom(...PIECES) },
);
const stop = fc.constantFrom('.', '.', '.', '!', '?', '。', ' [3].', '.”', '…', '');
const sentence = fc
  .tuple(
    fc.constantFrom('The', 'It', 'Huang', '阿里巴巴', 'He'),
    fc.array(word, { minLength: 1, maxLength: 14 }),
    stop,
  )
  .map(([first, words, end]) => `${first} ${words.join(' ')}${end}`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '));
const list = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((items) => items.map((item) => `- ${item}`).join('\n'));
const heading = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `## ${words.join(' ')}`);
const text = fc
  .array(fc.oneof(paragraph, paragraph, list, heading), { minLength: 1, maxLength: 8 })
  .filter((blocks) => blocks.some((block) => !block.startsWith('##')))
  .map((blocks) => `${blocks.join('\n\n')}\n`);

/** Articles of a few sections, full of what is hard to show unchanged. */
export const generatedArticle: fc.Arbitrary<Article> = fc
  .tuple(text, fc.constantFrom('en', 'zh', 'de', 'ar'), fc.array(word, { minLength: 1, maxLength: 6 }))
  .map(([body, lang, title]) => articleOf(body, { id: 'generated', lang, title: title.join(' ') }))
  .filter((article) => article.sentences.length > 0);
