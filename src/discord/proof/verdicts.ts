// Proves what a message says of a reader's quotations.
import type { Claim } from '../../reply/claim.ts';
import type { Verdict } from '../../reply/verdict.ts';
import type { Comparison, Edit, Library } from '../../search/search.ts';
import type { Quoted } from '../message/pieces.ts';

// What is said of a reader's quotation: each function tells what of it is not so, or undefined. It shares no code with what compared them.

/** Text without white space. */
export const bare = (text: string) => text.replace(/\s+/g, '');

const piecesOf = (checked: Judged['checked']): readonly Comparison[] =>
  checked.kind === 'not-found' ? [] : checked.pieces;

/** Words without case, marks of any kind and note marks, between single spaces; those of unspaced scripts run on. */
function plainWords(text: string): string {
  const words = text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u2060-\u2069\ufeff]/g, '')
    .replace(/\[\^?[\p{L}\p{N} ,–-]{1,8}\]/gu, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .toLowerCase();
  return ` ${words.replace(/(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]) | (?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])/gu, '').trim()} `;
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** Everything that articles print, as plain words: sentences, headings, titles. */
function printedIn(library: Library): readonly string[] {
  const known = printedWords.get(library);
  if (known) return known;
  const printed = library.articles.flatMap(({ text, title, sections, sentences }) => [
    plainWords(sentences.map(({ start, end }) => text.slice(start, end)).join(' ')),
    plainWords(title),
    ...sections.map(({ heading }) => plainWords(heading)),
  ]);
  printedWords.set(library, printed);
  return printed;
}

const printedWords = new WeakMap<Library, readonly string[]>();

function isPrinted(words: string, library: Library): boolean {
  const plain = plainWords(words);
  const wanted = UNSPACED.test(plain) ? plain.trim() : plain;
  return wanted.trim() !== '' && printedIn(library).some((printed) => printed.includes(wanted));
}

/** Between the pieces of a quotation that leaves words out. */
const OMISSION = /\[?(?:…|\.{3,})\]?/u;

type Judged = Pick<Extract<Claim, { kind: 'verdict' | 'edits' | 'beside' }>, 'quotation' | 'checked'>;

/** Words with their capitals and marks as they are compared: without quotation marks, note marks and marks of Markdown. */
function literally(text: string): string {
  return text
    .replace(/^[ \t]*(?:[-*•‣◦·–][ \t]+|>[ \t]?)+/gm, '')
    .normalize('NFKC')
    .replace(/\[\^?[\p{L}\p{N} ,–-]{2,8}\]|\[\p{N}\]/gu, '')
    .replace(/[’＇]/g, "'")
    .replace(
      /(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])|["“”„‟«»「」『』〝〞‘‚‛‹›´*_~|`#\\[\]]|\p{Cf}|\ufe0f/gu,
      '',
    )
    .replace(/(?![%&§°])[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu, '')
    .replace(/。/g, '.')
    .replace(/\s*(?:--+|[-‐‑‒–—―−])\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

const unspaced = (text: string) => text.replaceAll(' ', '');

/** By kind of place, what is printed there: `sections` are the sentences of each section, `sentences` those of each article. */
interface Literal {
  readonly sections: readonly string[];
  readonly sentences: readonly string[];
  readonly heading: readonly string[];
  readonly title: readonly string[];
}

const literalWords = new WeakMap<Library, Literal>();

function literalIn(library: Library): Literal {
  const known = literalWords.get(library);
  if (known) return known;
  const { articles } = library;
  const sections = articles.map(({ text, sentences, sections: all }) =>
    all.map((_, at) =>
      sentences
        .filter(({ section }) => section === at)
        .map(({ start, end }) => text.slice(start, end))
        .join(' '),
    ),
  );
  const literal = {
    sections: sections.flat().map(literally),
    sentences: sections.map((all) => literally(all.join(' '))),
    heading: articles.flatMap(({ sections: all }) => all.map(({ heading }) => literally(heading))),
    title: articles.map(({ title }) => literally(title)),
  };
  literalWords.set(library, literal);
  return literal;
}

/** Whether `printed` has these words and marks, wherever spaces stand; marks at their ends are not compared. */
function hasLiterally(printed: readonly string[], words: string): boolean {
  const wanted = unspaced(literally(words).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  return printed.some((text) => unspaced(text).includes(wanted));
}

/** Whether a section, heading or title has these words between spaces: so that none of them differs, is joined or parted. */
function hasWordForWord({ sections, heading, title }: Literal, words: string): boolean {
  const wanted = literally(words);
  if (!/\p{L}/u.test(wanted) || UNSPACED.test(wanted)) return false;
  return [...sections, ...heading, ...title].some((text) =>
    ` ${text} `
      .split(` ${wanted}`)
      .slice(1)
      .some((rest) => /^[.,;:!?)]* /.test(rest)),
  );
}

/** What a quotation is called, of how many articles, and by the letters of which passages. */
export function falseVerdict(
  { verdict, quotation: repeated, marks, more, in: place, articles, letters }: Verdict,
  { quotation, checked }: Judged,
  { library, quoted }: { readonly library: Library; readonly quoted: readonly Quoted[] },
): string | undefined {
  const beginning = plainWords(repeated.replace(/…$/, '')).trimEnd();
  if (!plainWords(quotation).startsWith(beginning)) return 'another quotation';
  if (articles !== library.articles.length) return 'another number of articles';
  const compared = piecesOf(checked);
  if (checked.kind === 'marks') {
    const untrue = falseMarks({ marks, more }, { quotation, checked }, library);
    if (untrue) return untrue;
  }
  if (marks.length + more > (checked.kind === 'marks' ? compared.flatMap((piece) => piece.marks).length : 0))
    return 'more marks than differ';
  if (letters.length > 0 && !areTheirs(letters, compared, quoted)) return 'other letters';
  const pieces = quotation.split(OMISSION).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const isHere = pieces.every((piece) => isPrinted(piece, library));
  const literal = literalIn(library);
  if (verdict === 'exact') {
    const everywhere = [...literal.sentences, ...literal.heading, ...literal.title];
    const [first = ''] = pieces;
    const isLiteral =
      hasLiterally(everywhere, quotation) || pieces.every((one) => hasLiterally(everywhere, one));
    if (!isLiteral) return 'words that are printed otherwise';
    if (!hasLiterally(literal[place], first)) return 'words of another place';
  }
  if (verdict === 'exact' || verdict === 'marks') return isHere ? undefined : 'words that are not printed';
  if (pieces.length !== 1) return undefined;
  if (verdict === 'not-found') return isHere ? 'words that are printed' : undefined;
  return hasWordForWord(literal, quotation) ? 'words that are printed word for word' : undefined;
}

/** In how many marks it differs, and which note marks are told. */
export function falseMarks(
  { marks, more }: Pick<Verdict, 'marks' | 'more'>,
  { quotation, checked }: Judged,
  library: Library,
): string | undefined {
  const all = piecesOf(checked).flatMap((piece) => piece.marks);
  const different = new Set(all.map((mark) => JSON.stringify([mark.kind, mark.printed, mark.quoted])));
  if (marks.length + more !== different.size) return 'another number of marks';
  for (const { kind, printed, quoted } of marks) {
    if (printed === quoted && kind !== 'case') return 'a difference that is none';
    if (kind !== 'note') continue;
    if (!bare(quotation).includes(quoted)) return 'a note mark that the message has not';
    if (!library.articles.some(({ text }) => bare(text).includes(printed)))
      return 'a note mark that is not printed';
  }
  return undefined;
}

/** The words told must begin and end the sentences that hold the quotation, and their words between must be printed there. */
export function falseBeside(
  { before, behind }: { readonly before: string; readonly behind: string },
  { checked }: Judged,
  library: Library,
): string | undefined {
  const place = piecesOf(checked)[0]?.place;
  if (!place) return 'nothing is compared';
  const { id } = place.kind === 'sentences' ? place.passage.article : place.article;
  const { text = '', sentences = [] } = library.article(id) ?? {};
  const printed =
    place.kind === 'sentences'
      ? sentences
          .slice(place.passage.first, place.passage.last + 1)
          .map(({ start, end }) => text.slice(start, end))
          .join(' ')
      : place.name;
  const plain = plainWords(printed).trim();
  const opens = before.split('…').map((part) => plainWords(part).trim());
  const closes = behind.split('…').map((part) => plainWords(part).trim());
  const isThere = [...opens, ...closes].every((part) => plain.includes(part));
  return isThere && plain.startsWith(opens[0] ?? '') && plain.endsWith(closes.at(-1) ?? '')
    ? undefined
    : 'other words stand there';
}

/** Whether letters name, in order, displayed passages that hold what is compared; those of passages further on are not known here. */
function areTheirs(
  letters: readonly string[],
  compared: readonly Comparison[],
  quoted: readonly Quoted[],
): boolean {
  const named = letters.map(
    (letter) => [...letter].reduce((number, one) => number * 26 + one.charCodeAt(0) - 64, 0) - 1,
  );
  if (named.some((at, index) => at < 0 || at <= (named[index - 1] ?? -1))) return false;
  const places = compared.flatMap(({ place }) => (place.kind === 'sentences' ? [place.passage] : []));
  const isHeld = (id: string, sentence: number) =>
    named.some((at) => {
      const shown = quoted[at]?.passage;
      if (!shown) return at >= quoted.length;
      // The last may be shortened to what its publisher allows.
      const isWithin = sentence <= shown.last || at === quoted.length - 1;
      return shown.article.id === id && shown.first <= sentence && isWithin;
    });
  const touches = (at: number) => {
    const shown = quoted[at]?.passage;
    return (
      !shown ||
      places.some(
        ({ article, first, last }) =>
          article.id === shown.article.id && first <= shown.last && shown.first <= last,
      )
    );
  };
  return (
    named.every(touches) &&
    places.every(({ article, first, last }) =>
      Array.from({ length: last - first + 1 }, (_, at) => first + at).every((one) => isHeld(article.id, one)),
    )
  );
}

/** In which words it differs: those told must stand in the message and be printed. */
export function falseEdits(
  { edits, more }: { readonly edits: readonly Edit[]; readonly more: number },
  { quotation, checked }: Judged,
  library: Library,
): string | undefined {
  const all = piecesOf(checked).flatMap((piece) => piece.edits);
  if (edits.length + more !== all.length) return 'another number of differences';
  const own = plainWords(quotation).replaceAll(' ', '');
  for (const { printed, quoted } of edits) {
    if (printed !== undefined && /[\p{L}\p{N}]/u.test(printed) && !isPrinted(printed, library))
      return 'words that are not printed';
    if (quoted !== undefined && !own.includes(plainWords(quoted).replaceAll(' ', '')))
      return 'words that the message has not';
    if (printed === quoted) return 'a difference that is none';
  }
  return undefined;
}
