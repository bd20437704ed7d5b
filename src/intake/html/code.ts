// Reads code blocks.
import type { SourceBlock } from '../document.ts';
import { type DomElement, elementsOf, nameOf, walk } from './dom.ts';
import { leavingOf } from './left-out.ts';

/** Names of languages in classes: of CommonMark's renderers, Prism, GitHub, SyntaxHighlighter. */
const LANGUAGE = /(?:^|\s)(?:language-|lang-|highlight-source-|highlight-text-|brush:\s*)([\w+#.-]+)/;

/** What a `pre` holds, as a fence: its text with its line breaks, without the numbers of its lines; none where it is blank. */
export function fenceOf(pre: DomElement, place: { readonly quoteDepth?: number }): readonly SourceBlock[] {
  const pieces: string[] = [];
  let piece = '';
  walk(pre, {
    enter(element) {
      const leaving = leavingOf(element);
      if (leaving !== undefined && leaving !== 'struck') {
        if (piece !== '') pieces.push(piece);
        piece = '';
        return false;
      }
      const name = nameOf(element);
      if (name === 'br') piece += '\n';
      else if ((name === 'div' || name === 'p' || name === 'tr' || name === 'li') && /[^\n]$/.test(piece))
        piece += '\n';
      return true;
    },
    text({ data }) {
      piece += data;
    },
  });
  pieces.push(piece);
  // A parser drops the first line break of a `pre` (Living Standard, 13.2.6.4.7); linkedom does not.
  pieces[0] = (pieces[0] ?? '').replace(/^\r?\n/, '');
  pieces[pieces.length - 1] = (pieces.at(-1) ?? '').trimEnd();
  if (pieces.every((one) => one.trim() === '')) return [];
  const info = languageOf(pre);
  return [{ kind: 'fence', pieces, ...(info !== undefined && { info }), ...place }];
}

function languageOf(pre: DomElement): string | undefined {
  const parent = pre.parentNode as DomElement | null;
  const near = [
    pre,
    ...elementsOf(pre, (one) => nameOf(one) === 'code').slice(0, 1),
    ...(parent?.nodeType === 1 ? [parent] : []),
  ];
  for (const element of near) {
    const stated = element.getAttribute('data-lang') ?? element.getAttribute('data-language');
    if (stated) return stated;
    const [, language] = LANGUAGE.exec(element.getAttribute('class') ?? '') ?? [];
    if (language !== undefined) return language;
  }
  return undefined;
}
