// Counts the items of a Word file's lists.
import { childOf, childrenOf, type XmlElement } from '../xml.ts';
import { levelOf, type NumberingOf, type Style, type Styles, settingOf } from './styles.ts';

/** How a paragraph stands in a list. */
export interface Listed {
  /** Which list it is: those of one definition count on. */
  readonly list: string;
  /** From 0. */
  readonly level: number;
  /** As Word counts it, where it prints it alone and in digits: `3.` and `(3)`, but neither `2.3` nor `c)`. */
  readonly number?: number;
}

/** Counts the paragraphs of all lists; asked once for each paragraph, in the order of the document. */
export type ListCounter = (direct: NumberingOf | undefined, style: Style | undefined) => Listed | undefined;

interface Level {
  readonly start: number;
  readonly format: string;
  /** As `%1.` */
  readonly text: string;
  /** The level whose next number lets this one begin anew; 0: it never does. Undefined: any above it. */
  readonly restart?: number;
  /** The paragraph style that stands for this level. */
  readonly style?: string;
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels that this use of the list begins anew, and where. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Formats of numbers that print digits. */
const IN_DIGITS = new Set(['decimal', 'decimalZero', 'decimalFullWidth', 'numberInDash', 'ordinal']);

export function listCounterOf(root: XmlElement | undefined, styles: Styles): ListCounter {
  const lists = listsOf(root, styles);
  /** Numbers reached, by the list's definition and level. */
  const reached = new Map<string, Map<number, number>>();
  const begun = new Set<string>();

  return (direct, style) => {
    const numId = direct?.numId ?? style?.numbering?.numId;
    if (numId === undefined || numId === '0') return undefined;
    const list = lists.get(numId);
    const level = direct?.level ?? levelInStyle(list, style) ?? 0;
    const definition = list?.levels.get(level);
    if (!list || !definition) return list ? { list: list.abstractId, level } : undefined;

    const counts = reached.get(list.abstractId) ?? new Map<number, number>();
    reached.set(list.abstractId, counts);
    if (!begun.has(numId)) {
      begun.add(numId);
      for (const [at, start] of list.starts) counts.set(at, start - 1);
    }
    const before = counts.get(level);
    const number = before === undefined ? definition.start : before + 1;
    counts.set(level, number);
    for (const [deeper, { restart }] of list.levels) {
      if (deeper > level && restart !== 0 && (restart === undefined || level < restart))
        counts.delete(deeper);
    }
    if (definition.format === 'none' && definition.text.trim() === '') return undefined;
    const isAlone = /^[^%\p{L}]*%\d[^%\p{L}]*$/u.test(definition.text);
    return { list: list.abstractId, level, ...(IN_DIGITS.has(definition.format) && isAlone && { number }) };
  };
}

function levelInStyle(list: List | undefined, style: Style | undefined): number | undefined {
  if (style?.numbering?.level !== undefined) return style.numbering.level;
  return [...(list?.levels ?? [])].find(([, level]) => level.style === style?.id)?.[0];
}

function listsOf(root: XmlElement | undefined, styles: Styles): ReadonlyMap<string, List> {
  const definitions = new Map<string, XmlElement>();
  for (const definition of childrenOf(root, 'w:abstractNum')) {
    definitions.set(definition.attributes.get('w:abstractNumId') ?? '', definition);
  }
  const uses = new Map<string, XmlElement>();
  for (const use of childrenOf(root, 'w:num')) uses.set(use.attributes.get('w:numId') ?? '', use);

  const lists = new Map<string, List>();
  for (const [numId, use] of uses) {
    let abstractId = settingOf(childOf(use, 'w:abstractNumId')) ?? '';
    // A definition may only point to a style that names the list which is meant.
    const linked = styles.style(settingOf(childOf(definitions.get(abstractId), 'w:numStyleLink')));
    const meant = uses.get(linked?.numbering?.numId ?? '');
    abstractId = settingOf(childOf(meant, 'w:abstractNumId')) ?? abstractId;
    const levels = levelsOf(definitions.get(abstractId));
    const starts = new Map<number, number>();
    for (const override of childrenOf(use, 'w:lvlOverride')) {
      const at = Number(override.attributes.get('w:ilvl') ?? 0);
      for (const element of childrenOf(override, 'w:lvl')) levels.set(at, levelFrom(element));
      const start = levelOf(childOf(override, 'w:startOverride'));
      if (start !== undefined) starts.set(at, start);
    }
    lists.set(numId, { abstractId, levels, starts });
  }
  return lists;
}

function levelsOf(definition: XmlElement | undefined): Map<number, Level> {
  return new Map(
    childrenOf(definition, 'w:lvl').map((element) => [
      Number(element.attributes.get('w:ilvl') ?? 0),
      levelFrom(element),
    ]),
  );
}

function levelFrom(element: XmlElement): Level {
  const restart = levelOf(childOf(element, 'w:lvlRestart'));
  const style = settingOf(childOf(element, 'w:pStyle'));
  return {
    start: levelOf(childOf(element, 'w:start')) ?? 0,
    format: settingOf(childOf(element, 'w:numFmt')) ?? 'decimal',
    text: settingOf(childOf(element, 'w:lvlText')) ?? '',
    ...(restart !== undefined && { restart }),
    ...(style !== undefined && { style }),
  };
}
