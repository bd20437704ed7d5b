// Reads the words of one paragraph.
import type { LeftOut, LeftOutKind } from '../document.ts';
import { childOf, childrenOf, descendantsOf, textOf, type XmlElement } from '../xml.ts';
import { leftOutAs, type OpenFields } from './fields.ts';
import { hasOn, isToggled, type Style, type Styles, settingOf, type Toggle } from './styles.ts';
import { wordsOf } from './words.ts';

/** The words of a paragraph, and what is anchored in them. */
export interface Line {
  /** Its words in runs, between which something was left out. */
  readonly pieces: string[];
  /** Contents of text boxes. */
  readonly boxes: XmlElement[];
  /** References to notes, as `footnotes 2`. */
  readonly notes: string[];
  /** Characters in bold, and all that are not blank. */
  bold: number;
  letters: number;
  /** All that was left out of it, of one kind: what it would be of, were it empty. */
  dropped: LeftOutKind | undefined;
}

/** Told the language of a run: `w:lang`, of its own or of a style, where one is stated. */
export type Spoken = (words: string, lang: XmlElement | undefined, isOwn: boolean) => void;

export interface LineContext {
  readonly styles: Styles;
  readonly fields: OpenFields;
  /** Of the paragraph and of the table it stands in. */
  readonly inStyles: readonly (Style | undefined)[];
  readonly leave: (leftOut: LeftOut) => void;
  /** Told whenever words are kept, for where what is left out goes on. */
  readonly kept: () => void;
  readonly spoken: Spoken;
}

export function emptyLine(): Line {
  return { pieces: [], boxes: [], notes: [], bold: 0, letters: 0, dropped: undefined };
}

/** What encloses runs that were taken away. */
const DELETED = new Set(['w:del', 'w:moveFrom']);
const PICTURES = ['a:blip', 'v:imagedata'];
const IMAGES = new Set(['w:drawing', 'w:pict', 'w:object']);

/** Adds the words of a paragraph to a line, or of several paragraphs that are one. */
export function addWords(line: Line, paragraph: XmlElement, context: LineContext): void {
  const { styles, fields, inStyles, leave, kept, spoken } = context;
  /** Whether the next characters go on with the last piece. */
  let goesOn = false;

  const drop = (what: LeftOutKind, text: string) => {
    leave({ what, text });
    line.dropped = what;
    if (text !== '') goesOn = false;
  };
  const keep = (text: string) => {
    kept();
    const last = line.pieces.length - 1;
    if (goesOn && last >= 0) line.pieces[last] += text;
    else line.pieces.push(text);
    goesOn = true;
  };

  /** Reads what stands directly in a paragraph, or in what encloses runs there. */
  const inline = (element: XmlElement, dropped: LeftOutKind | undefined): void => {
    for (const child of childrenOf(element)) {
      if (child.name === 'w:r') run(child, dropped);
      else if (DELETED.has(child.name)) inline(child, 'deleted');
      else if (child.name === 'w:sdt') {
        inline(childOf(child, 'w:sdtContent') ?? EMPTY, dropped ?? droppedControl(child));
      } else if (child.name === 'mc:AlternateContent') alternatives(child, dropped, inline);
      else if (child.name === 'w:fldSimple') {
        inline(child, dropped ?? leftOutAs(child.attributes.get('w:instr') ?? ''));
      } else if (child.name === 'm:oMath' || child.name === 'm:oMathPara') formula(child, dropped);
      else if (!child.name.endsWith('Pr')) inline(child, dropped);
    }
  };

  const alternatives = (
    element: XmlElement,
    dropped: LeftOutKind | undefined,
    read: (element: XmlElement, dropped: LeftOutKind | undefined) => void,
  ) => {
    const { chosen, others } = alternativesOf(element);
    if (chosen) read(chosen, dropped);
    for (const other of others) {
      const text = wordsWithin(other);
      if (text !== '') leave({ what: 'duplicate', text });
    }
  };

  /** A formula in one line is its words; one with fractions or powers would say something else without them. */
  const formula = (element: XmlElement, dropped: LeftOutKind | undefined) => {
    const isOneLine = [...descendantsOf(element, 'm:oMath')]
      .concat(element.name === 'm:oMath' ? [element] : [])
      .every((math) => childrenOf(math).every(({ name }) => name === 'm:r' || name.endsWith('Pr')));
    const text = [...descendantsOf(element, 'm:t')].map((part) => wordsOf(part) ?? '').join('');
    const why = dropped ?? fields.dropped ?? (isOneLine ? undefined : 'formula');
    if (why) drop(why, text);
    else keep(text);
  };

  const run = (element: XmlElement, enclosing: LeftOutKind | undefined) => {
    const properties = childOf(element, 'w:rPr');
    const style = styles.style(settingOf(childOf(properties, 'w:rStyle')));
    const is = (toggle: Toggle) => isToggled(toggle, properties, [...inStyles, style], styles.defaults);
    const own = is('vanish')
      ? 'hidden'
      : is('strike') || hasOn(properties, 'w:dstrike')
        ? 'struck'
        : undefined;
    const isBold = is('b');
    const ownLang = childOf(properties, 'w:lang');
    const lang = ownLang ?? style?.lang ?? inStyles.find((of) => of?.lang)?.lang;

    const inRun = (parent: XmlElement, dropped: LeftOutKind | undefined): void => {
      for (const child of childrenOf(parent)) {
        const { name, attributes } = child;
        if (name === 'w:fldChar') fields.mark(attributes.get('w:fldCharType'));
        else if (name === 'w:instrText') fields.instruct(textOf(child));
        else if (name === 'mc:AlternateContent') alternatives(child, dropped, inRun);
        else if (IMAGES.has(name)) drawn(child, dropped ?? fields.dropped);
        else if (name === 'w:ruby') ruby(child, dropped);
        else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
          // Word prints a number that it counts itself: the file holds no characters of it, so that none are kept. A mark of
          // the author's own follows as text.
          const notes = name === 'w:footnoteReference' ? 'footnotes' : 'endnotes';
          if (!(dropped ?? fields.dropped)) line.notes.push(`${notes} ${attributes.get('w:id')}`);
        } else if (name === 'w:pgNum') drop('pageNumber', '');
        else if (name === 'w:sym' && wordsOf(child) === undefined) drop('unreadable', '');
        else {
          const words = wordsOf(child);
          if (words === undefined) continue;
          const why = dropped ?? fields.dropped ?? (name === 'w:delText' ? 'deleted' : undefined);
          if (why) drop(why, words);
          else {
            keep(words);
            spoken(words, lang, ownLang !== undefined);
            const letters = words.replace(/\s/g, '').length;
            line.letters += letters;
            if (isBold) line.bold += letters;
          }
        }
      }
    };
    inRun(element, enclosing ?? own);
  };

  /** Readings above characters stand between them in the file; what they are printed above is the text. */
  const ruby = (element: XmlElement, dropped: LeftOutKind | undefined) => {
    inline(childOf(element, 'w:rt') ?? EMPTY, dropped ?? 'hidden');
    inline(childOf(element, 'w:rubyBase') ?? EMPTY, dropped);
  };

  /** A drawing: its text boxes are kept for the end of the paragraph, its pictures told. */
  const drawn = (element: XmlElement, dropped: LeftOutKind | undefined) => {
    const isHidden = [...descendantsOf(element, 'wp:docPr')].some(({ attributes }) =>
      /^(?:1|true)$/.test(attributes.get('hidden') ?? ''),
    );
    const why = dropped ?? (isHidden ? 'hidden' : undefined);
    const { boxes, others } = boxesIn(element);
    for (const text of others) leave({ what: 'duplicate', text });
    if (isPicture(element)) leave({ what: 'image', text: '' });
    for (const box of boxes) {
      if (why) leave({ what: why, text: wordsWithin(box) });
      else line.boxes.push(box);
    }
  };

  inline(paragraph, undefined);
}

const EMPTY: XmlElement = { name: '', attributes: new Map(), children: [] };

/** Why the words of a content control are no text: they ask for some, or are a table of contents. */
export function droppedControl(control: XmlElement): LeftOutKind | undefined {
  const properties = childOf(control, 'w:sdtPr');
  if (hasOn(properties, 'w:showingPlcHdr')) return 'form';
  const gallery = settingOf(childOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery')) ?? '';
  if (gallery === 'Table of Contents') return 'contents';
  return gallery.startsWith('Page Numbers') ? 'pageNumber' : undefined;
}

/** Of versions of the same content for programs of different age, the one that is read: the first that holds words. */
export function alternativesOf(element: XmlElement): {
  readonly chosen: XmlElement | undefined;
  readonly others: readonly XmlElement[];
} {
  const all = [...childrenOf(element, 'mc:Choice'), ...childrenOf(element, 'mc:Fallback')];
  const chosen = all.find((one) => wordsWithin(one) !== '') ?? all[0];
  return { chosen, others: all.filter((one) => one !== chosen) };
}

/** The outermost text boxes of a drawing, and the words of other versions of them. */
function boxesIn(element: XmlElement): {
  readonly boxes: readonly XmlElement[];
  readonly others: readonly string[];
} {
  const boxes: XmlElement[] = [];
  const others: string[] = [];
  const look = (parent: XmlElement) => {
    for (const child of childrenOf(parent)) {
      if (child.name === 'w:txbxContent') boxes.push(child);
      else if (child.name === 'mc:AlternateContent') {
        const alternatives = alternativesOf(child);
        if (alternatives.chosen) look(alternatives.chosen);
        others.push(...alternatives.others.map(wordsWithin).filter((text) => text !== ''));
      } else look(child);
    }
  };
  look(element);
  return { boxes, others };
}

/** Whether a drawing shows a picture: most others are lines and frames. */
function isPicture(element: XmlElement): boolean {
  return PICTURES.some((name) => !descendantsOf(element, name).next().done);
}

/** All characters within an element, for a report. */
export function wordsWithin(element: XmlElement): string {
  let words = '';
  const look = (parent: XmlElement) => {
    for (const child of childrenOf(parent)) {
      if (child.name.endsWith('Pr')) continue;
      words += wordsOf(child) ?? '';
      look(child);
      if (child.name === 'w:p') words += '\n';
    }
  };
  look(element);
  return words.replace(/\n+$/, '');
}
