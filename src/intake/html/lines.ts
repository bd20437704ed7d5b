// Lines of a page, and how much of them is links.
import { type DomElement, type DomNode, isElement, nameOf, walk } from './dom.ts';
import { isBlock } from './flow.ts';
import { leavingOf } from './left-out.ts';

/** A run of text between two ends of blocks, by the element that it stands in. */
export interface Line {
  readonly block: DomElement;
  /** The elements whose own text it is. */
  readonly holders: Set<DomElement>;
  text: string;
  linked: number;
}

/** In characters: fewer say nothing by themselves (Readability asks the same of a paragraph beside an article). */
export const PROSE = 80;
/** As a share of its characters (Readability's, too). */
export const LINKED = 0.25;
const ENDS_SENTENCE = /[.!?…。！？؟।]["'”’»)\]]*\s*(?:\[\w+\]\s*)*$/u;

/** Every run of text of a page that is not left out anyway. */
export function linesOf(root: DomElement): readonly Line[] {
  const lines: Line[] = [];
  const blocks: DomElement[] = [];
  let [line, links]: [Line | undefined, number] = [undefined, 0];
  walk(root, {
    enter(element) {
      const name = nameOf(element);
      if (leavingOf(element) !== undefined) return false;
      if (isBlock(element, name)) {
        blocks.push(element);
        line = undefined;
      } else if (name === 'a') links += 1;
      return true;
    },
    leave(element) {
      const name = nameOf(element);
      if (isBlock(element, name)) {
        blocks.pop();
        line = undefined;
      } else if (name === 'a') links -= 1;
    },
    text({ data, parentNode }) {
      const block = blocks.at(-1);
      if (!block || !parentNode || !isElement(parentNode) || data.trim() === '') return;
      if (!line) {
        line = { block, holders: new Set(), text: '', linked: 0 };
        lines.push(line);
      }
      line.holders.add(parentNode);
      line.text += data;
      if (links > 0) line.linked += data.trim().length;
    },
  });
  return lines;
}

/** Whether a line says something by itself, and is no list of links. */
export function isProse({ block, text, linked }: Line): boolean {
  const words = text.replace(/\s+/g, ' ').trim();
  // A paragraph that is marked as one leads to what follows: `Here is the code:`.
  if (nameOf(block) === 'p' && linked === 0 && /[.:!?。：！？]$/u.test(words)) return true;
  return words.length >= PROSE && linked < LINKED * words.length && ENDS_SENTENCE.test(words);
}

/** An element and all that it stands in, outwards. */
export function ancestorsOf(element: DomElement): readonly DomElement[] {
  const ancestors: DomElement[] = [];
  for (let node: DomNode | null = element; node && isElement(node); node = node.parentNode)
    ancestors.push(node);
  return ancestors;
}

/** What elements have from those around them: worked out once for each, from the outside inwards. */
export function inherited<T>(
  outside: T,
  of: (element: DomElement, above: T) => T,
): (element: DomElement) => T {
  const known = new Map<DomNode, T>();
  return (element) => {
    const chain: DomElement[] = [];
    let node: DomNode | null = element;
    for (; node && isElement(node) && !known.has(node); node = node.parentNode) chain.push(node);
    let value = node && known.has(node) ? (known.get(node) as T) : outside;
    for (const one of chain.reverse()) {
      value = of(one, value);
      known.set(one, value);
    }
    return value;
  };
}
