// Shows the exact characters of a quotation, with offsets and sha256.
import type { Passage } from '../src/corpus/passage.ts';
import { sha256 } from '../src/corpus/sha256.ts';
import { verifyButton } from '../src/reply/buttons.ts';
import { articlesOf, footerOf } from '../src/reply/passages.ts';
import { quote } from '../src/reply/quotation.ts';
import type { Block, Reply } from '../src/reply/reply.ts';
import { bySection } from '../src/reply/stretch.ts';
import type { Words } from '../src/reply/words.ts';

/**
 * The exact characters of passages, with their offsets and their sha256, and whether the whole text still has the
 * sha256 that is the article's revision. The first has the letter after `lettered`, as where they were shown.
 */
export function verifyReply(wanted: readonly Passage[], words: Words, lettered = 0): Reply {
  const passages = wanted.flatMap(({ article, first, last }) => bySection(article, first, last));
  const articles = [...articlesOf(passages)];
  const matches = articles.every(({ text, revision }) => sha256(text) === revision);
  const naming = articles.length > 1;
  const blocks = passages.flatMap((passage, at): Block[] => [
    {
      kind: 'quotation',
      quotation: quote(passage, { letter: lettered + at, form: 'exact', offsets: true, naming }),
    },
    { kind: 'note', text: { kind: 'hash', at, lettered } },
  ]);
  return {
    visibility: 'private',
    tone: matches ? 'plain' : 'fault',
    heading: words.verify.heading,
    blocks: [
      {
        kind: 'text',
        text: matches ? { kind: 'count', as: 'verified', articles: articles.length } : words.verify.differs,
      },
      ...articles.map((article): Block => ({ kind: 'note', text: { kind: 'text-hash', article } })),
      ...blocks,
    ],
    ...footerOf(passages),
    buttons: [],
    menus: [],
    rest: (shown) => {
      const left = passages.slice(shown);
      if (left.length === 0) return undefined;
      return {
        ...verifyButton(left, words, lettered + shown),
        label: words.buttons.rest(left.length),
        rest: true,
      };
    },
  };
}
