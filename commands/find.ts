// The message command that finds and checks a message in the articles.
import { moreButton, openButtons, verifyButton } from '../src/reply/buttons.ts';
import type { Claim } from '../src/reply/claim.ts';
import { articlesOf, footerOf, quotationsOf } from '../src/reply/passages.ts';
import type { Block, Reply } from '../src/reply/reply.ts';
import { type Concerning, concerning, disjoint } from '../src/search/search.ts';
import type { MessageCommand, Session } from './command.ts';
import { checkedQuotations } from './find-quotations.ts';

/** How many passages one reply shows; the others are under More. */
const SHOWN = 3;

export const find: MessageCommand = {
  kind: 'message',
  name: 'Find in the article',
  label: { 'en-US': 'Find in the article', 'zh-CN': '在文章中查找', 'zh-TW': '在文章中尋找' },
  async answer(message, session): Promise<Reply> {
    const { words } = session;
    const checked = checkedQuotations(message, session);
    const all = await concerning([message.text, ...message.quotations].join('\n'), session.library);
    const found = { ...all, passages: disjoint(all.passages, checked.passages) };
    const passages = found.passages.slice(0, SHOWN);
    const quoted = [...checked.passages, ...passages];
    const naming = articlesOf(quoted).size > 1;
    const letters = checked.passages.length;
    const more = moreButton(found.passages, SHOWN, words, letters);
    return {
      visibility: 'private',
      tone: checked.count > 0 ? 'plain' : found.outcome === 'unasked' ? 'absent' : found.outcome,
      heading: headingOf(found, checked.count, session),
      blocks: [
        ...checked.blocks(naming),
        ...introduction(found, { shown: passages.length, quoted: letters, checked: checked.count }, session),
        ...quotationsOf(passages, words, letters, naming),
      ],
      ...footerOf(quoted),
      buttons: [
        ...(more ? [more] : []),
        ...(quoted.length > 0 ? [verifyButton(quoted, words)] : []),
        ...openButtons(articlesOf(quoted), words),
      ],
      menus: [],
      rest: (shown) => moreButton([...checked.passages, ...found.passages], shown, words),
    };
  },
};

function headingOf({ outcome }: Concerning, checked: number, { library, words }: Session): string | Claim {
  if (checked > 0) return words.find.quotesHeading(checked);
  switch (outcome) {
    case 'found':
      return { kind: 'count', as: 'on a message', articles: library.articles.length };
    case 'unclear':
      return words.find.unclearHeading;
    case 'absent':
      return words.find.absentHeading(library.articles.length);
    case 'unasked':
      return words.ask.notAsked;
  }
}

/** How many quotations of a message are checked, how many of the articles stand beside them, and how many passages besides. */
interface Counts {
  readonly checked: number;
  readonly quoted: number;
  readonly shown: number;
}

/** What is said of the message as a whole, before its passages. */
function introduction(found: Concerning, counts: Counts, session: Session): Block[] {
  const { checked } = counts;
  const text = sentenceFor(found, counts, session);
  if (text === undefined) return [];
  return [...(checked > 0 ? [{ kind: 'divider' } as const] : []), { kind: 'text', text }];
}

function sentenceFor(
  { outcome }: Concerning,
  { shown, quoted, checked }: Counts,
  { library, words }: Session,
): string | Claim | undefined {
  // All that concerns the message is quoted above already.
  if (checked > 0 && shown === 0) return undefined;
  const { articles } = library;
  const count = { kind: 'count', articles: articles.length, before: quoted } as const;
  if (outcome === 'found') return checked > 0 ? { ...count, as: 'others on a message' } : undefined;
  if (outcome === 'unclear') return { ...count, as: 'perhaps on a message' };
  if (outcome === 'unasked') return words.find.blank;
  return { kind: 'compared', as: 'message', articles };
}
