// Reads options typed after a command.
import type { Option, Options, Session, SlashCommand } from '../../commands/command.ts';
import { typedFor } from '../reply/locale.ts';
import { foldName } from '../search/search.ts';
import { isSlip, meantBy } from './meant.ts';

/** What options are called beside their names, by readers of the interface's other languages. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  question: ['问题', '問題'],
  article: ['文章'],
  length: ['长度', '長度', '篇幅'],
  section: ['章节', '章節', '小节', '小節'],
  note: ['注释', '註釋', '注释号', '註釋號'],
  private: ['私密'],
};

/** Words that are looked at for what fits where: a reader names few values, and longer text is one value. */
const MOST_WORDS = 12;

/** A run of text within quotation marks is one word. */
const WORD = /"[^"]*"|“[^“”]*”|「[^「」]*」|\S+/g;

type Raw = Record<string, string>;
type Command = Pick<SlashCommand, 'options'>;

/**
 * The options in what was typed after a command. They may be named in several ways (`length: short`, `length=short`,
 * `--length short`, `length short`) or not at all: a value then goes to the option that it fits, as in `/summary Group 3 short`.
 * Where the first option is required, as a question is, all that is not marked as an option belongs to it.
 */
export function readOptionText(rest: string, { options }: Command, session: Session): Raw {
  const raw: Raw = {};
  const left: string[] = [];
  const [first] = Object.keys(options);
  const isText = first !== undefined && options[first]?.required === true;
  const marked = isText ? withinText(rest, first, options, session) : findOptions(rest, options);
  const keep = (text: string) => {
    if (text.trim() !== '') left.push(text.trim());
  };
  keep(rest.slice(0, marked[0]?.start ?? rest.length));
  marked.forEach(({ name, valueStart }, index) => {
    const text = rest.slice(valueStart, marked[index + 1]?.start ?? rest.length).trim();
    keep(takeNamed(name, text, options, raw, session));
  });
  if (!isText) for (const text of left) placeIn(text, options, raw, session);
  else if (left.length > 0) raw[first] ??= unquoted(left.join(' '));
  return withItsArticle(raw, options, session);
}

/** The options among the words of a text, which may hold their names: `Articles: …` is one where that is an article. */
function withinText(text: string, first: string, options: Options, session: Session): FoundOption[] {
  const found = findOptions(text, options);
  const option = options[first];
  const most = option?.type === 'string' ? option.maxLength : undefined;
  const isLong = most !== undefined && text.length > most;
  return found.filter(({ name, start, valueStart, isPlain }, at) => {
    if (name === first) return start === 0;
    const value = text.slice(valueStart, found[at + 1]?.start ?? text.length).trim();
    if (isPlain && !isLong) return true;
    const named = options[name];
    if (named?.type === 'boolean')
      return isBoolean(value.split(/\s/)[0] ?? '') || /^[-–—]/.test(text.slice(start));
    return named?.fits !== undefined && fittingStart(named, value, {}, session) !== undefined;
  });
}

export interface FoundOption {
  readonly name: string;
  /** Where the option's name starts, and where its value does. */
  readonly start: number;
  readonly valueStart: number;
  /** Whether it is written as help shows it: `article: `. */
  readonly isPlain: boolean;
}

/** A word that is marked as an option's name: by what follows it, or by dashes before it, which some keyboards join. */
const MARKED = /(?<=^|\s)(?:([-–—]{1,2})(\p{L}+)(?:\s*[:：=＝]\s*|\s+|$)|(\p{L}+)\s*[:：=＝]\s*)/gu;

/** Where options of a command are marked in what was typed, in order; also those that are misspelt. */
export function findOptions(text: string, options: Options): FoundOption[] {
  return [...text.matchAll(MARKED)].flatMap((match) => {
    const [whole, , dashed, word = dashed ?? ''] = match;
    const name = nameOfOption(word, options);
    if (name === undefined) return [];
    const isPlain = dashed === undefined && word.toLowerCase() === name && /[:：]\s*$/.test(whole);
    return [{ name, start: match.index, valueStart: match.index + whole.length, isPlain }];
  });
}

/** The option that a word names, in any language or with a slip. */
export function nameOfOption(word: string, options: Options): string | undefined {
  const names = Object.keys(options);
  const typed = word.toLowerCase();
  const exact = names.find((name) => name === typed || OTHER_NAMES[name]?.includes(typed));
  if (exact !== undefined) return exact;
  const [only, another] = names.filter((name) => isSlip(typed, name));
  return another === undefined ? only : undefined;
}

/** Gives a named option its value; returns the words that do not belong to it, such as `Group 3` of `short Group 3`. */
function takeNamed(name: string, text: string, options: Options, raw: Raw, session: Session): string {
  const option = options[name];
  if (!option || raw[name] !== undefined) return '';
  if (option.type === 'boolean') {
    const [answer = ''] = text.split(/\s/);
    if (isBoolean(answer)) raw[name] = answer;
    else raw[name] = 'yes';
    return isBoolean(answer) ? text.slice(answer.length) : text;
  }
  const fitting = fittingStart(option, text, raw, session);
  if (fitting) {
    raw[name] = fitting.value;
    return text.slice(fitting.end);
  }
  raw[name] = unquoted(text);
  return '';
}

/** The most of a text's first words that fit an option, and where they end. */
function fittingStart(
  option: Option,
  text: string,
  raw: Raw,
  session: Session,
): { readonly value: string; readonly end: number } | undefined {
  const words = [...text.matchAll(WORD)].slice(0, MOST_WORDS);
  for (const { index, 0: last } of words.reverse()) {
    const end = index + last.length;
    const value = valueFor(option, unquoted(text.slice(0, end)), raw, session, true);
    if (value !== undefined) return { value, end };
  }
  return undefined;
}

/** Gives values that are not marked to the options that they fit, as far as they do. */
function placeIn(text: string, options: Options, raw: Raw, session: Session): void {
  const matched = [...text.matchAll(WORD)];
  const words = matched.length > MOST_WORDS ? [text] : matched.map(([word]) => word);
  const fitting = fitted(words, options, raw, session);
  if (fitting) {
    Object.assign(raw, fitting);
    return;
  }
  // All but one run of words may fit: that one is told to be unknown.
  for (let count = 1; count <= words.length; count += 1) {
    for (let from = words.length - count; from >= 0; from -= 1) {
      const before = fitted(words.slice(0, from), options, raw, session);
      const after = before && fitted(words.slice(from + count), options, { ...raw, ...before }, session);
      if (!after) continue;
      Object.assign(
        raw,
        before,
        after,
        unknown(words.slice(from, from + count), options, { ...raw, ...after }, session),
      );
      return;
    }
  }
}

/** The options that words fit, each with its value; undefined where some fit none. */
function fitted(words: readonly string[], options: Options, raw: Raw, session: Session): Raw | undefined {
  if (words.length === 0) return {};
  for (let count = words.length; count > 0; count -= 1) {
    for (const [name, value] of readings(words.slice(0, count), options, raw, session)) {
      const more = fitted(words.slice(count), options, { ...raw, [name]: value }, session);
      if (more) return { [name]: value, ...more };
    }
  }
  return undefined;
}

/** What words may be: the values of options that are still free, or the name of one with its value. */
function readings(
  words: readonly string[],
  options: Options,
  raw: Raw,
  session: Session,
): [string, string][] {
  const [first = '', ...further] = words;
  const free = Object.entries(options).filter(
    ([name, { type }]) => raw[name] === undefined && type === 'string',
  );
  const read = (text: string, [name, option]: [string, Option], isNamed: boolean): [string, string][] => {
    const value = valueFor(option, unquoted(text), raw, session, isNamed);
    return value === undefined ? [] : [[name, value]];
  };
  const named = nameOfOption(first, options);
  return [
    ...free.flatMap((one) => read(words.join(' '), one, false)),
    ...free.flatMap((one) =>
      one[0] === named && further.length > 0 ? read(further.join(' '), one, true) : [],
    ),
  ];
}

/** Words that fit nothing: the value of the option that they name or are nearest to by their form, for the command to tell. */
function unknown(words: readonly string[], options: Options, raw: Raw, session: Session): Raw {
  const [first = '', ...further] = words;
  const named = nameOfOption(first, options);
  if (named !== undefined) return { [named]: unquoted(further.join(' ')) };
  const text = words.join(' ');
  const misnamed =
    /^[-–—]{0,2}(\p{L}+)\s*[:：=＝]\s*(.*)$/su.exec(text) ?? /^[-–—]{1,2}(\p{L}+)\s*(.*)$/su.exec(text);
  if (misnamed?.[1]) return { [misnamed[1]]: misnamed[2] ?? '' };
  const free = Object.entries(options).flatMap(([name, option]) =>
    raw[name] === undefined && option.type === 'string' && !option.choices ? [name] : [],
  );
  const [only, another] = free.flatMap((name) =>
    namesHolding(text, options[name], raw, session).map((value) => [name, value] as const),
  );
  if (only && another === undefined) return { [only[0]]: only[1] };
  const isOneArticle = raw.article !== undefined || session.library.articles.length === 1;
  const isMark = free.includes('note') && /^\[?\p{N}+\]?$/u.test(text);
  const name = isOneArticle || isMark ? free.at(-1) : free[0];
  return { [name ?? Object.keys(options)[0] ?? text]: unquoted(text) };
}

/** The values of an option of which the words are a part: the only section whose heading holds `Market Position`. */
function namesHolding(text: string, option: Option | undefined, raw: Raw, session: Session): string[] {
  if (option?.type !== 'string' || !option.complete) return [];
  const asked = foldName(unquoted(text));
  const isPart = (name: string) =>
    [...name.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].some(({ index }) => name.startsWith(asked, index));
  return option
    .complete(text, raw, session)
    .flatMap(({ name, value }) =>
      [name, value].some((shown) => typeof shown === 'string' && isPart(foldName(shown))) ? [value] : [],
    );
}

/** A value as an option takes it, where it fits: one of its choices, or what its articles have. */
function valueFor(
  option: Option,
  text: string,
  chosen: Raw,
  session: Session,
  isNamed: boolean,
): string | undefined {
  if (option.type === 'boolean') return isBoolean(text) ? text : undefined;
  if (option.choices) return choiceFor(option, text, isNamed);
  if (!option.fits) return isNamed ? text : undefined;
  return articlesToLookIn(chosen, session).some((article) =>
    option.fits?.(text, { ...chosen, ...article }, session),
  )
    ? text
    : undefined;
}

/** What Chinese readers write behind 短, 中 and 长. */
const MEASURES = ['等', '篇', '的', '版'];

/** The choice that is meant; beside its option's name a beginning will do. */
function choiceFor(option: Option, text: string, isNamed: boolean): string | undefined {
  if (option.type !== 'string' || !option.choices) return undefined;
  const spelled = option.choices.flatMap(({ name, value }) =>
    [value, ...(typeof name === 'string' ? [name] : Object.values(name))].map((spelling) => ({
      spelling,
      value,
    })),
  );
  const meant = isNamed
    ? meantBy(
        text,
        spelled.map(({ spelling }) => spelling),
      )
    : [];
  const values = spelled.filter(
    ({ spelling }) =>
      meant.includes(spelling) ||
      spelling === text.toLowerCase() ||
      isSlip(text, spelling) ||
      (text.startsWith(spelling) && MEASURES.includes(text.slice(spelling.length))),
  );
  const [only, another] = new Set(values.map(({ value }) => value));
  return another === undefined ? only : undefined;
}

/** As the option `article`: the one that was named, or each in turn. */
function articlesToLookIn({ article }: Raw, { library }: Session): { readonly article?: string }[] {
  if (article !== undefined || library.articles.length === 0) return [{}];
  return library.articles.map(({ id }) => ({ article: id }));
}

/** Where a section or a note was named without its article, and one article alone has it, that is meant. */
function withItsArticle(raw: Raw, options: Options, session: Session): Raw {
  if (!options.article || raw.article !== undefined || session.library.articles.length < 2) return raw;
  const named = Object.entries(options).filter(
    ([name, option]) => option.type === 'string' && option.fits && raw[name] !== undefined,
  );
  if (named.length === 0) return raw;
  const [only, another] = articlesToLookIn(raw, session).filter((article) =>
    named.every(([name, option]) => {
      const fits = option.type === 'string' ? option.fits : undefined;
      return fits?.(raw[name] ?? '', { ...raw, ...article }, session);
    }),
  );
  return only?.article !== undefined && another === undefined ? { ...raw, ...only } : raw;
}

function isBoolean(text: string): boolean {
  return [...typedFor('yes'), ...typedFor('no')].includes(text.toLowerCase());
}

/** A value without the quotation marks that a reader of terminals may put around it. */
function unquoted(value: string): string {
  const text = value.trim();
  const [, inner] =
    /^"([^"]*)"$/.exec(text) ??
    /^“([^“”]*)”$/.exec(text) ??
    /^「([^「」]*)」$/.exec(text) ??
    /^'([^']*)'$/.exec(text) ??
    [];
  return inner ?? text;
}
