// Reads the quotations out of the bot's own replies.
import { CLOSING, FENCE, OPENING } from '../message/pieces.ts';
import { displayed } from './markdown.ts';

const QUOTED_LINE = /^> ?/;

/** What isolates right-to-left writing, line by line; no article has any of them (`src/corpus/characters.ts`). */
const ISOLATES = /[\u2066-\u2069]/g;

/** The marks around the words of an article. */
const AROUND = new RegExp(`^${OPENING}([\\s\\S]*)${CLOSING}$`);

/** The words between the outer marks; undefined where the lines are no quotation. */
function within(quoted: string): string | undefined {
  return AROUND.exec(quoted.replace(ISOLATES, ''))?.[1];
}

/**
 * The quotations in the text displays of a reply of the bot, as they are displayed and in order. `pieces.ts` writes them as
 * lines of a block quote or as a code block; nothing else of a reply begins a line so, since labels are escaped.
 */
export function quotationsOfOwn(contents: readonly string[]): string[] {
  return contents.flatMap(quotationsIn).filter((quotation) => quotation !== '');
}

function quotationsIn(content: string): string[] {
  const lines = content.split('\n');
  const quotations: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const start = at;
    if (lines[at] === FENCE) {
      const end = lines.indexOf(FENCE, at + 1);
      if (end < 0) break;
      quotations.push(lines.slice(start + 1, end).join('\n'));
      at = end + 1;
    } else {
      while (QUOTED_LINE.test(lines[at] ?? '')) at += 1;
      const quoted = lines.slice(start, at).map((line) => line.replace(QUOTED_LINE, ''));
      const words = within(quoted.join('\n'));
      if (words !== undefined) quotations.push(displayed(words));
      if (at === start) at += 1;
    }
  }
  return quotations;
}
