import { countSentences } from '../src/corpus/article.ts';
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
        ...introduction(found, passages.length, checked.count, session),
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

/** What is said of the message as a whole, before its passages. */
function introduction(found: Concerning, shown: number, checked: number, session: Session): Block[] {
  const text = sentenceFor(found, shown, checked, session);
  if (text === undefined) return [];
  return [...(checked > 0 ? [{ kind: 'divider' } as const] : []), { kind: 'text', text }];
}

function sentenceFor(
  { outcome }: Concerning,
  shown: number,
  checked: number,
  { library, words }: Session,
): string | undefined {
  // All that concerns the message is quoted above already.
  if (checked > 0 && shown === 0) return undefined;
  if (outcome === 'found') return checked > 0 ? words.find.passages(shown) : undefined;
  if (outcome === 'unclear') return words.find.cannotTell(shown);
  if (outcome === 'unasked') return words.find.blank;
  const sentences = countSentences(library.articles);
  return words.find.compared(sentences, library.articles.length);
}
