// Measures how quotations are checked, exact and altered.
import type { Article } from '../src/corpus/article.ts';
import {
  type CheckedQuotation,
  checkMessage,
  createLibrary,
  type PostedMessage,
} from '../src/search/search.ts';
import { randomFrom } from './bench/random.ts';
import type { JudgedFile } from './judged.ts';
import { type Half, halfOf } from './selection.ts';
import { subjectOf } from './subject.ts';
import { share, tableOf } from './table.ts';

/**
 * How well quotations are checked: messages as readers post them are made of the sentences of real articles (exact, altered in
 * one or two words, altered in marks alone) and of sentences of articles that are not held, in many forms.
 */

/** Sentences of each article that are made messages of; each in each way. */
const SENTENCES = 6;
/** Articles held at once, as a server may have. */
const MOST_HELD = 40;
const SEED = 20261201;

type Random = () => number;

/** A word that was changed: undefined on the side that lacks it. */
interface Change {
  readonly old: string | undefined;
  readonly own: string | undefined;
}

interface Kept {
  readonly kind: 'exact' | 'changed' | 'marks' | 'absent';
  readonly way: string;
  readonly form: string;
  readonly quotation: string;
  readonly changes: readonly Change[];
  readonly message: PostedMessage;
}

const posted = (text: string): PostedMessage => ({ text, quotations: [] });
/** Each takes the quotation, and its language for what is said around it. */
const FORMS: Readonly<Record<string, (quotation: string) => PostedMessage>> = {
  raw: posted,
  '“”': (own) => posted(`I read “${own}” today, is that right?`),
  '""': (own) => posted(`"${own}" 🤔`),
  '‘’': (own) => posted(`They say ‘${own}’ there.`),
  "''": (own) => posted(`'${own}'`),
  '«»': (own) => posted(`On lit « ${own} » partout.`),
  '„“': (own) => posted(`Es heißt „${own}“, stimmt das?`),
  '「」': (own) => posted(`有人說「${own}」，是嗎？`),
  block: (own) => ({ text: 'Is this in there?', quotations: [own] }),
  colon: (own) => posted(`From the article: ${own} 😂`),
  beside: (own) => posted(`Look at this 👉 ${own} That is wild, no?`),
  remark: (own) => posted(`Wow, look at this:\n${own}\n😂 what do you think?`),
};

/** Marks that would end a quotation in this form within it. */
const ENDS: Readonly<Record<string, RegExp>> = {
  '“”': /["“”„]/,
  '""': /["“”„\n]/,
  '‘’': /['‘’‚]/,
  "''": /['‘’‚\n]/,
  '«»': /[«»]/,
  '„“': /["“”„]/,
  '「」': /[「」]/,
};

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.,](?=[\p{L}\p{N}]))*/gu;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const unspaced = (lang: string) => /^(?:zh|ja|th)/.test(lang);

interface Place {
  readonly text: string;
  readonly at: number;
}

function wordsOf(text: string, lang: string): Place[] {
  const found = unspaced(lang)
    ? [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
        isWordLike ? [{ text: segment, at: index }] : [],
      )
    : [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ text: word, at: index }));
  // What a note mark holds is no word.
  return found.filter(({ at }) => !/\[[^\]]*$/.test(text.slice(0, at)));
}

/** One change to a text; undefined where it has nothing of the kind. */
type Alter = (
  text: string,
  lang: string,
  other: () => string,
  random: Random,
) => [string, Change] | undefined;

function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}

const ALTER: Readonly<Record<string, Alter>> = {
  change(text, lang, other, random) {
    const word = pick(wordsOf(text, lang), random);
    const own = other();
    if (!word || word.text.toLowerCase() === own.toLowerCase()) return undefined;
    const { at, text: old } = word;
    return [text.slice(0, at) + own + text.slice(at + old.length), { old, own }];
  },
  drop(text, lang, _, random) {
    // The first and the last leave words that are printed as they are.
    const word = pick(wordsOf(text, lang).slice(1, -1), random);
    if (!word) return undefined;
    const end = word.at + word.text.length;
    const gap = text[end] === ' ' ? 1 : 0;
    return [text.slice(0, word.at) + text.slice(end + gap), { old: word.text, own: undefined }];
  },
  add(text, lang, other, random) {
    const word = pick(wordsOf(text, lang).slice(1), random);
    const own = other();
    if (!word) return undefined;
    const space = unspaced(lang) ? '' : ' ';
    return [`${text.slice(0, word.at)}${own}${space}${text.slice(word.at)}`, { old: undefined, own }];
  },
  number(text, lang, _, random) {
    const word = pick(
      wordsOf(text, lang).filter(({ text }) => /^\d+$/.test(text)),
      random,
    );
    if (!word) return undefined;
    const own = String(Number(word.text) + 1 + Math.floor(random() * 8));
    return [text.slice(0, word.at) + own + text.slice(word.at + word.text.length), { old: word.text, own }];
  },
  letter(text, lang, _, random) {
    const word = pick(
      wordsOf(text, lang).filter(({ text }) => /^\p{Ll}{4,}$/u.test(text)),
      random,
    );
    if (!word) return undefined;
    const at = 1 + Math.floor(random() * (word.text.length - 1));
    const letter = word.text[at] === 'e' ? 'a' : 'e';
    const own = word.text.slice(0, at) + letter + word.text.slice(at + 1);
    return [text.slice(0, word.at) + own + text.slice(word.at + word.text.length), { old: word.text, own }];
  },
};

const MARKS: Readonly<Record<string, (text: string) => string>> = {
  dash: (text) => text.replace(/(?<=\p{L})-(?=\p{L})/u, '–'),
  quotes: (text) => text.replace(/["“”]/g, "'"),
  note: (text) => text.replace(/ ?\[\d+\]/g, ''),
  case: (text) => text.charAt(0).toLowerCase() + text.slice(1),
  stop: (text) => text.replace(/[.。!?]$/, ''),
};

function messagesOf(article: Article, random: Random): Kept[] {
  const { text, sentences, lang } = article;
  const of = (first: number, last: number) =>
    text.slice(sentences[first]?.start, sentences[last]?.end).replace(/\s+/g, ' ');
  const vocabulary = sentences.flatMap((_, at) => wordsOf(of(at, at), lang).map((word) => word.text));
  const other = () => pick(vocabulary, random) ?? '';
  const long = sentences.flatMap((_, at) => (wordsOf(of(at, at), lang).length >= 6 ? [at] : []));
  const kept: Kept[] = [];
  const keep = (one: Omit<Kept, 'form' | 'message'>) => {
    const forms = Object.keys(FORMS).filter((form) => !ENDS[form]?.test(one.quotation));
    const form = pick(forms, random) ?? 'raw';
    const message = FORMS[form]?.(one.quotation) ?? posted(one.quotation);
    kept.push({ ...one, form, message });
  };
  for (let count = 0; count < SENTENCES; count += 1) {
    const at = pick(long, random);
    if (at === undefined) break;
    const own = of(at, at);
    keep({ kind: 'exact', way: 'sentence', quotation: own, changes: [] });
    if (sentences[at + 1]?.section === sentences[at]?.section)
      keep({ kind: 'exact', way: 'sentences', quotation: of(at, at + 1), changes: [] });
    const words = wordsOf(own, lang);
    const from = Math.floor(random() * (words.length - 5));
    const to = from + 5 + Math.floor(random() * (words.length - from - 5));
    const last = words[to - 1];
    if (last)
      keep({
        kind: 'exact',
        way: 'fragment',
        quotation: own.slice(words[from]?.at, last.at + last.text.length),
        changes: [],
      });
    for (const [way, alter] of Object.entries(ALTER)) {
      const altered = alter(own, lang, other, random);
      if (!altered) continue;
      keep({ kind: 'changed', way, quotation: altered[0], changes: [altered[1]] });
      const second = pick(Object.values(ALTER), random)?.(altered[0], lang, other, random);
      // A second change of the same word would hide the first.
      const { old, own: first } = altered[1];
      if (second && ![old, first].includes(second[1].old) && words.length > 9)
        keep({ kind: 'changed', way: 'two', quotation: second[0], changes: [altered[1], second[1]] });
    }
    for (const [way, alter] of Object.entries(MARKS)) {
      const altered = alter(own);
      if (altered !== own && altered !== '') keep({ kind: 'marks', way, quotation: altered, changes: [] });
    }
  }
  return kept;
}

/** Whether a message is answered as it should be; what is told to lack a word names that word. */
function isRight(one: Kept, checks: readonly CheckedQuotation[]): boolean {
  const { kind, changes } = one;
  const printed = checks.filter(({ checked }) => checked.kind !== 'not-found');
  if (kind === 'absent') return printed.length === 0;
  if (printed.length !== 1 || checks.length !== 1) return false;
  const checked = printed[0]?.checked;
  if (kind !== 'changed') return checked?.kind === kind;
  if (checked?.kind !== 'different') return false;
  const edits = checked.pieces.flatMap((piece) => piece.edits);
  const has = (side: string | undefined, word: string | undefined) =>
    word === undefined || (side?.includes(word) ?? false);
  return (
    edits.length <= changes.length &&
    changes.every(({ old, own }) => edits.some((edit) => has(edit.printed, old) && has(edit.quoted, own)))
  );
}

/** Measures the articles of some files, held together; prints a line for each way and, if asked, what went wrong. */
export function measureQuotations(
  files: readonly JudgedFile[],
  { half, misses }: { readonly half: Half; readonly misses: boolean },
): void {
  const rows: string[][] = [];
  for (const file of files) {
    if (file.kind !== 'articles') continue;
    const articles = file.articles
      .filter(({ title }) => half === 'all' || halfOf(title) === half)
      .slice(0, 2 * MOST_HELD)
      .map((one) => subjectOf(one).article);
    const held = articles.filter((_, at) => at % 2 === 0 || articles.length === 1);
    const others = articles.filter((one) => !held.includes(one));
    const library = createLibrary(held);
    const random = randomFrom(SEED);
    const kept = [
      ...held.flatMap((article) => messagesOf(article, random)),
      ...others.flatMap((article) =>
        messagesOf(article, random)
          .filter(({ kind }) => kind === 'exact')
          .map((one) => ({ ...one, kind: 'absent' as const })),
      ),
    ];
    const results = kept.map((one) => ({ one, checks: checkMessage(one.message, library) }));
    const ways = [...new Set(kept.map(({ kind, way }) => `${kind} ${way}`))].sort();
    for (const name of ways) {
      const of = results.filter(({ one }) => `${one.kind} ${one.way}` === name);
      const wrong = of.filter(({ one, checks }) => !isRight(one, checks));
      const right = 1 - wrong.length / of.length;
      rows.push([
        file.name.replace(/\.jsonl$/, ''),
        name,
        String(of.length),
        String(wrong.length),
        share(right),
      ]);
      if (misses) for (const { one, checks } of wrong) console.log(tell(one, checks));
    }
  }
  console.log(tableOf(['file', 'messages', 'n', 'wrong', 'right'], rows, 2));
}

function tell(one: Kept, checks: readonly CheckedQuotation[]): string {
  const told = checks.map(({ quotation, checked }) => {
    if (checked.kind === 'not-found') return `not found: ${quotation}`;
    const found = checked.pieces.flatMap(({ edits, marks }) => [
      ...edits.map(({ printed = '', quoted = '' }) => `[${printed} → ${quoted}]`),
      ...marks.map(({ kind, printed, quoted }) => `${kind} ${printed} → ${quoted}`),
    ]);
    return `${checked.kind} ${found.join(' ')}: ${quotation}`;
  });
  const changes = one.changes.map(({ old = '', own = '' }) => `[${old} → ${own}]`).join(' ');
  return `${one.kind} ${one.way} ${one.form} ${changes}\n  ${one.quotation}\n  ⇒ ${told.join('\n    ') || 'nothing'}\n`;
}
