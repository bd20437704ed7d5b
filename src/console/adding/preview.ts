// Shows what will be written.
import type { Article } from '../../corpus/article.ts';
import { visible } from '../../corpus/characters.ts';
import { textOf } from '../../corpus/passage.ts';
import {
  CHANGES,
  type ChangeKind,
  type Changes,
  type Difference,
  type Draft,
  LEFT_OUT,
  type LeftOut,
  leftOutByKind,
} from '../../intake/intake.ts';

/** Sentences that are shown of the start and of the end, and headings: enough to see whether a page was taken whole. */
const FIRST = 3;
const LAST = 2;
const MOST_HEADINGS = 12;
/** Sentences of a difference that are shown. */
const MOST_DIFFERENT = 20;

/** What will be written: the article, what was left out of its source, and what was changed. */
export function previewOf(article: Article, draft: Draft): string {
  const { title, publisher, via, published, lang, url, sections, sentences, text } = article;
  const by = [
    publisher,
    via && `via ${via}`,
    published,
    draft.isLangDetected ? `${lang} (by its words)` : lang,
  ];
  const headings = sections.map(({ heading }) => heading).filter((heading) => heading !== '');
  const lines = [
    visible(title),
    visible(by.filter(Boolean).join(' · ')),
    ...(url ? [visible(url)] : []),
    `${count(sections.length, 'section', 'sections')}, ${count(sentences.length, 'sentence', 'sentences')}, ${count(text.length, 'character', 'characters')}, read as ${draft.format}${draft.encoding === undefined ? '' : ` in ${draft.encoding}`}`,
    ...headings.slice(0, MOST_HEADINGS).map((heading) => `  # ${visible(heading)}`),
    ...(headings.length > MOST_HEADINGS ? [`  and ${headings.length - MOST_HEADINGS} more`] : []),
    ...sentencesShown(article),
    ...told('Left out', leftOutLines(draft.leftOut)),
    ...told('Changed', changeLines(draft.changes, draft.removed)),
    ...(draft.addedHeading === undefined
      ? []
      : [`Added: the heading “${draft.addedHeading}” above the notes`]),
  ];
  return lines.join('\n');
}

function sentencesShown(article: Article): string[] {
  const { sentences } = article;
  const line = (at: number) =>
    `  ${String(at + 1).padStart(String(sentences.length).length)}  ${visible(textOf({ article, first: at, last: at }).replace(/\s+/g, ' '))}`;
  const all = sentences.map((_, at) => at);
  if (all.length <= FIRST + LAST) return all.map(line);
  return [...all.slice(0, FIRST).map(line), '  …', ...all.slice(-LAST).map(line)];
}

function told(label: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`${label}:`, ...lines.map((line) => `  ${line}`)];
}

/** What was left out, one line a kind, with the first of each. */
export function leftOutLines(leftOut: readonly LeftOut[]): string[] {
  return leftOutByKind(leftOut).map(({ what, count: number, samples, hasMore }) => {
    const shown = samples.map((sample) => `“${visible(sample)}”`).join(' ');
    const told = count(number, LEFT_OUT[what][0], LEFT_OUT[what][1]);
    return shown === '' ? told : `${told}: ${shown}${hasMore ? ' …' : ''}`;
  });
}

/** What was changed, one line a kind, with how often. */
export function changeLines(changes: Changes, removed: ReadonlyMap<string, number>): string[] {
  return (Object.keys(CHANGES) as ChangeKind[]).flatMap((kind) => {
    const number = changes[kind] ?? 0;
    if (number === 0) return [];
    const which =
      kind === 'invisible'
        ? `: ${[...removed].map(([point, times]) => `${point} ×${times}`).join(', ')}`
        : '';
    return [`${count(number, CHANGES[kind][0], CHANGES[kind][1])}${which}`];
  });
}

/** How a new version differs, sentence by sentence. */
export function differenceLines({ changes, same }: Difference): string[] {
  const more = changes.length - MOST_DIFFERENT;
  return [
    `${count(same, 'sentence is', 'sentences are')} as before, ${changes.filter(({ kind }) => kind === 'new').length} new, ${changes.filter(({ kind }) => kind === 'lost').length} gone`,
    ...changes
      .slice(0, MOST_DIFFERENT)
      .map(({ kind, sentence }) => `  ${kind === 'new' ? '+' : '-'} ${visible(sentence)}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function count(number: number, one: string, several: string): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : several}`;
}
