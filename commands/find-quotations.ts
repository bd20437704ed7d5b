import type { Passage, Span } from '../src/corpus/passage.ts';
import { contextButton } from '../src/reply/buttons.ts';
import { echo } from '../src/reply/echo.ts';
import { withGapsAtCuts } from '../src/reply/passages.ts';
import { quote } from '../src/reply/quotation.ts';
import type { Block } from '../src/reply/reply.ts';
import { bySection } from '../src/reply/stretch.ts';
import type { Words } from '../src/reply/words.ts';
import { type Checked, check, literalSearch, quotedIn } from '../src/search/search.ts';
import type { Session } from './command.ts';

/** How many quotations of a message are checked. */
const MOST_CHECKED = 5;
/** How much of one is repeated, and how many of its differences. */
const MOST_REPEATED = 120;
const MOST_DIFFERENCES = 8;

export interface CheckedQuotations {
  readonly count: number;
  /** What is quoted of the articles to compare with, in the order of the blocks. */
  readonly passages: readonly Passage[];
  /** `naming` has each quotation name its article. */
  readonly blocks: (naming: boolean) => readonly Block[];
}

/** Each quotation in a message, checked against the articles: printed word for word, with differences, or not found. */
export async function checkedQuotations(
  message: string,
  { library, words }: Session,
): Promise<CheckedQuotations> {
  const all = quotedIn(message);
  const quotations = all.slice(0, MOST_CHECKED);
  const printed = quotations.length > 0 ? literalSearch(library.articles) : () => undefined;
  const checks: { quotation: string; checked: Checked; passages: Passage[] }[] = [];
  for (const quotation of quotations) {
    const checked = await check(quotation, printed, library);
    const passages =
      checked.kind === 'not-found'
        ? []
        : bySection(checked.passage.article, checked.passage.first, checked.passage.last);
    checks.push({ quotation, checked, passages });
  }
  const left = all.length - quotations.length;
  return {
    count: quotations.length,
    passages: checks.flatMap(({ passages }) => passages),
    blocks(naming) {
      let letter = 0;
      const show = (passage: Passage, matches: readonly Span[]): Block[] => {
        const button = contextButton(passage, words);
        const quotation = quote(passage, { letter, matches, button, naming });
        letter += 1;
        return withGapsAtCuts(passage, quotation);
      };
      return [
        ...checks.flatMap(({ quotation, checked, passages }) => [
          { kind: 'text', text: verdict(quotation, checked, words) } as const,
          ...passages.flatMap((passage) => show(passage, stressed(checked))),
          ...differences(checked, words),
        ]),
        ...(left > 0 ? [{ kind: 'note', text: words.find.moreQuotes(left) } as const] : []),
        ...(checks.length > 0 ? [{ kind: 'note', text: words.find.noVerdict } as const] : []),
      ];
    },
  };
}

function verdict(quotation: string, { kind }: Checked, words: Words): string {
  const repeated = echo(quotation, MOST_REPEATED);
  if (kind === 'exact') return words.find.exact(repeated);
  return kind === 'different' ? words.find.different(repeated) : words.find.notFound(repeated);
}

function stressed(checked: Checked): readonly Span[] {
  if (checked.kind === 'exact') return checked.matches;
  return checked.kind === 'different' ? checked.inArticleOnly : [];
}

function differences(checked: Checked, words: Words): Block[] {
  if (checked.kind !== 'different') return [];
  const { inArticleOnly, inQuotationOnly } = checked;
  const told = inQuotationOnly.slice(0, MOST_DIFFERENCES).map((text) => echo(text, MOST_REPEATED));
  const more = inQuotationOnly.length - told.length;
  return [
    ...(told.length > 0 ? [words.find.onlyInMessage(told, more)] : []),
    ...(inArticleOnly.length > 0 ? [words.find.onlyInArticle] : []),
  ].map((text) => ({ kind: 'note', text }));
}
