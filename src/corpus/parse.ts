// Reads one article file.
import { isUtf8 } from 'node:buffer';
import type { Result } from '../result.ts';
import type { Article } from './article.ts';
import { articleFrom } from './article-from.ts';
import { quoted, unseenCharacters } from './characters.ts';
import { CorpusError, type Problem } from './corpus-error.ts';
import { editorsAnswersOf } from './editors-answers.ts';
import type { FrontMatter } from './fields.ts';
import { type LineOf, readFrontMatter } from './front-matter.ts';
import { richLinesOf, richTextRemark } from './rich-text.ts';

/** 5 MiB: some 40,000 sentences, far above any article. */
export const LARGEST_FILE = 5 * 1024 * 1024;
const LONGEST_ID = 64;

/** Beyond these, a file is likely no text at all. */
const MOST_CHARACTERS_TOLD = 5;

/**
 * Reads one article file.
 * @param id The file name without `.md`.
 * @param file How problems name the file.
 * @param taken Ids that other files have; one that is proposed is added.
 * @throws CorpusError that lists everything wrong with it.
 */
export function parseArticle(
  id: string,
  bytes: Uint8Array,
  file = `${id}.md`,
  taken = new Set<string>(),
): Article {
  const problems: Problem[] = idProblems(id, file, taken);
  const tell = (line: number, message: string) => problems.push({ file, line, message });

  const contents = decode(bytes, file, problems);
  if (contents === undefined) throw new CorpusError(problems);
  if (!contents.includes('\n') && contents.includes('\r')) {
    tell(
      1,
      'The lines end with carriage returns alone. Save the file with line feeds (Unix or Windows line ends).',
    );
    throw new CorpusError(problems);
  }
  const unseen = unseenCharacters(contents, MOST_CHARACTERS_TOLD + 1);
  for (const [index, { line, message }] of unseen.entries()) {
    const all = unseen.length > 1 && index === 0 ? ` All of them: npm run -s corpus -- --fix ${id}` : '';
    tell(
      line,
      index < MOST_CHARACTERS_TOLD ? message + all : 'More such characters follow. Is this a text file?',
    );
  }

  const parts = partsOf(contents);
  if ('problem' in parts) {
    tell(1, parts.problem);
    throw new CorpusError(problems);
  }
  const { yaml, text } = parts.value;
  // The front matter's first line is the file's second.
  const read = readFrontMatter(yaml);
  const textLine = yaml.split('\n').length + 2;
  const isTold = (line: number) => unseen.some((character) => character.line === line);
  for (const { line, message } of 'problem' in read ? read.problem : []) {
    if (!isTold(line + 1)) tell(line + 1, message);
  }

  const matter = 'value' in read ? read.value.matter : undefined;
  const { questions: _, literal = false, ...known } = matter ?? { questions: undefined };
  const article = articleFrom({ id, title: '', publisher: '', lang: 'en', ...known, text });
  if (article.sentences.length === 0) {
    tell(textLine, 'The article has no text. Write it below the front matter.');
  }
  for (const { index } of text.matchAll(/^ {0,3}#{1,6}[ \t]*#*[ \t]*\r?$/gm)) {
    const line = textLine + text.slice(0, index).split('\n').length - 1;
    tell(line, 'This heading has no words. Write them after the "#" marks, or delete the line.');
  }
  if ('value' in read) {
    const flaws = aliasFlaws(read.value.matter, text, read.value.lineOf);
    for (const { line, message } of flaws) tell(line + 1, message);
  }
  if (problems.length > 0) throw new CorpusError(problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  if (!('value' in read)) return article;
  const { answers, remarks } = editorsAnswersOf(read.value.matter, article, read.value.lineOf);
  // What was taken in holds what its source prints: `<style>` is a word there.
  const isTakenIn = literal || read.value.matter.sourceSha256 !== undefined;
  const rich = isTakenIn ? undefined : richTextRemark(id, richLinesOf(text, article.lang), textLine);
  return {
    ...article,
    editorsAnswers: answers,
    remarks: [
      ...remarks.map(({ line, message }) => ({ file, line: line + 1, message })),
      ...(rich ? [{ file, ...rich }] : []),
    ],
  };
}

/** Whether an article may have this id. */
export function isArticleId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]*$/.test(id) && id.length <= LONGEST_ID;
}

/** An id made of words, with room for a number behind it; empty where they have neither a Latin letter nor a digit. */
export function articleIdFrom(words: string): string {
  return words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_ID - 4)
    .replace(/-+$/, '');
}

/** An id is part of commands, buttons and addresses: it must be plain and short. */
function idProblems(id: string, file: string, taken: Set<string>): Problem[] {
  if (isArticleId(id)) return [];
  const plain = articleIdFrom(id);
  let proposal = plain;
  for (let number = 2; taken.has(proposal); number += 1) proposal = `${plain}-${number}`;
  taken.add(proposal);
  const message =
    `The file's name makes the article's id, and ${quoted(id)} cannot be one: an id has at most ${LONGEST_ID} lower-case letters ` +
    `(a-z), digits and hyphens. Rename the file${plain === '' ? '' : `, for example to ${proposal}.md`}.`;
  return [{ file, message }];
}

/** The contents without a byte-order mark; undefined, with the problem told, where they are no text. */
function decode(bytes: Uint8Array, file: string, problems: Problem[]): string | undefined {
  if (bytes.length > LARGEST_FILE) {
    problems.push({ file, message: tooLarge(bytes.length) });
    return undefined;
  }
  if (isUtf8(bytes)) return new TextDecoder('utf-8').decode(bytes);
  problems.push({
    file,
    line: lineOfBadByte(bytes),
    message: 'This is not UTF-8. Save the file as UTF-8.',
  });
  return undefined;
}

/** What is told of a file of `size` bytes; rounded up, so that a little more than 5 MiB is not told as 5.0. */
export function tooLarge(size: number): string {
  const mebibytes = (Math.ceil((size / 1024 / 1024) * 10) / 10).toFixed(1);
  return `The file has ${mebibytes} MiB; 5 MiB is the most. Split it into several articles.`;
}

/** No line break is part of another character in UTF-8, so each line can be looked at by itself. */
function lineOfBadByte(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    line += 1;
    start = end + 1;
  }
}

/** The front matter between its `---` lines, and the text: exactly what follows the line break of the second. */
function partsOf(contents: string): Result<{ readonly yaml: string; readonly text: string }> {
  const opening = /^---[ \t]*(?:\r?\n|$)/.exec(contents);
  if (!opening) {
    return {
      problem:
        'The front matter is missing. Begin the file with a line "---", then title, publisher and lang, then "---".',
    };
  }
  const closing = /^---[ \t]*(?:\r?\n|$)/m;
  const rest = contents.slice(opening[0].length);
  const found = closing.exec(rest);
  if (!found) return { problem: 'The front matter is never closed. Put a line "---" after its last key.' };
  return { value: { yaml: rest.slice(0, found.index), text: rest.slice(found.index + found[0].length) } };
}

/** An alias for a name that the text does not print would find nothing. */
function aliasFlaws({ aliases }: FrontMatter, text: string, lineOf: LineOf) {
  const flaws: { line: number; message: string }[] = [];
  const printed = aliases.size > 0 ? text.replace(/\s+/g, ' ') : '';
  for (const [name, others] of aliases) {
    const line = lineOf('aliases', name);
    if (name.trim() === '' || !printed.includes(name)) {
      const message = `"aliases" has ${quoted(name)}, which the text does not print. Write a name exactly as the text has it, or delete the line.`;
      flaws.push({ line, message });
    }
    const twice = others.find((other, index) => other === name || others.indexOf(other) < index);
    if (twice !== undefined) {
      flaws.push({
        line,
        message: `"aliases" of ${quoted(name)} has ${quoted(twice)} twice. Delete one of them.`,
      });
    }
  }
  return flaws;
}
