// Proves every quotation of a message before it is sent.
import { createHash } from 'node:crypto';
import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord-api-types/v10';
import type { Article } from '../../corpus/article.ts';
import { type Passage, type Span, spanOf } from '../../corpus/passage.ts';
import type { Library } from '../../search/search.ts';
import type { Composed } from '../message/compose.ts';
import type { Quoted } from '../message/pieces.ts';
import { QUESTION_ID } from '../message/question-id.ts';
import { quotationsIn } from './read-markdown.ts';

type Component = APIMessageTopLevelComponent | APIComponentInContainer;

function* contentsOf(components: readonly Component[]): Generator<string> {
  for (const component of components) {
    if ('content' in component) yield component.content;
    else if ('components' in component && component.type !== 1) yield* contentsOf(component.components);
  }
}

/** The line that repeats the question, as it was sent; undefined where the message has none. */
export function questionDisplayed({ components }: Pick<Composed, 'components'>): string | undefined {
  const displays = components.flatMap((component) =>
    component.type === ComponentType.Container ? component.components : [component],
  );
  for (const display of displays)
    if (display.type === ComponentType.TextDisplay && display.id === QUESTION_ID) return display.content;
  return undefined;
}

/** How many entries of a list a message shows: displays of their own that open with a name in bold and hold lines about it. */
export function entriesDisplayed({ components }: Pick<Composed, 'components'>): number {
  return [...contentsOf(components)].filter((content) => /^\*\*.+\*\*\n(?!> |```|\\\[…\])/.test(content))
    .length;
}

const readFrom = (components: readonly Component[]) => [...contentsOf(components)].flatMap(quotationsIn);

/** The quotations of a message as a reader sees them; what cannot be read back is left out. */
export function quotationsDisplayed({ components }: Pick<Composed, 'components'>): readonly string[] {
  return readFrom(components).filter((read) => read !== undefined);
}

/** Articles whose text was found to have the revision they claim. Both never change, so once is enough. */
const hashed = new WeakSet<Article>();

function isAltered(article: Article): boolean {
  if (hashed.has(article)) return false;
  if (createHash('sha256').update(article.text).digest('hex') !== article.revision) return true;
  hashed.add(article);
  return false;
}

/**
 * Whether what is displayed is the slice. The only difference allowed: in block quotes, as many `>` before further lines
 * as they are deep are not displayed. Shares no code with what leaves them out.
 */
function isSame(read: string, { text, sentences }: Article, { first, last }: Passage, span: Span): boolean {
  const slice = text.slice(span.start, span.end);
  if (read === slice) return true;
  let at = 0;
  for (let from = span.start; from < span.end; ) {
    const isLineStart = /[\r\n]/.test(text[from - 1] ?? '');
    const holder = isLineStart ? sentences.slice(first, last + 1).find(({ end }) => end > from) : undefined;
    let skipped = from;
    for (let depth = holder?.quoteDepth ?? 0; depth > 0; depth -= 1)
      skipped += /^[ \t]*>[ \t]?/.exec(text.slice(skipped, span.end))?.[0].length ?? 0;
    if (skipped > from) from = skipped;
    else {
      if (read[at] !== text[from]) return false;
      at += 1;
      from += 1;
    }
  }
  return at === read.length;
}

function problemWith(
  read: string | undefined,
  { passage, span }: Quoted,
  library: Library,
): string | undefined {
  const { article } = passage;
  const place = `${article.id} ${span.start}–${span.end}`;
  const held = library.article(article.id);
  if (held?.revision !== article.revision || held.text !== article.text)
    return `${place}: not the article held`;
  if (isAltered(held)) return `${place}: the text does not have the revision of its article`;
  const whole = spanOf(passage);
  if (span.start < whole.start || span.end > whole.end) return `${place}: outside of its passage`;
  if (read === undefined) return `${place}: cannot be read back`;
  if (!isSame(read, held, passage, span)) return `${place}: differs from its slice`;
  return undefined;
}

/**
 * The last look before sending: reads every quotation back out of the message and compares it with the article.
 * Returns what is wrong, without a word of the text, or undefined where every quotation is proved.
 */
export function disproof({ components, quoted }: Composed, library: Library): string | undefined {
  const read = readFrom(components);
  if (read.length !== quoted.length) return `${read.length} quotations where ${quoted.length} were meant`;
  for (const [index, quotation] of quoted.entries()) {
    const problem = problemWith(read[index], quotation, library);
    if (problem) return problem;
  }
  return undefined;
}
