// Recognizes program text.
import type { Usual } from './column.ts';
import type { Line } from './lines.ts';

/** Marks that program text is full of, and prose is not. */
const CODE = /[{}();=<>_$#\\|@[\]]|^\s*\S+:\s/;
/** Share of lines that have such marks, in program text. */
const MARKED = 0.3;

/** The end of the program text that begins at a line: lines of a monospaced font, unless they are a title or prose set in it. */
export function codeEndOf(
  lines: readonly Line[],
  start: number,
  usual: Usual,
  contents: ReadonlySet<Line>,
): number {
  if (usual.isMonospaced) return start;
  const isCode = (line: Line | undefined) =>
    line?.isMonospaced && line.size <= usual.size * 1.08 && !contents.has(line);
  let end = start;
  while (isCode(lines[end])) {
    const [before, line] = [lines[end - 1], lines[end] as Line];
    if (end > start && before && line.y - before.y > line.size * 3.2) break;
    end += 1;
  }
  const found = lines.slice(start, end);
  const marked = found.filter(({ text }) => CODE.test(text)).length;
  const isAddress = found.length === 1 && /\S@\S+\.\w/.test(found[0]?.text ?? '');
  return marked >= found.length * MARKED && !isAddress ? end : start;
}

/** Lines of code with the line breaks and the indents that they are printed with. */
export function codeOf(lines: readonly Line[]): readonly string[] {
  const left = Math.min(...lines.map(({ x0 }) => x0));
  const [first] = lines;
  const wide = first?.fragments[0];
  const advance = wide ? (wide.x1 - wide.x0) / Math.max([...wide.text].length, 1) : 6;
  const pitch = Math.min(
    ...lines
      .slice(1)
      .map((line, at) => line.y - (lines[at]?.y ?? 0))
      .filter((height) => height > 0),
  );
  return lines.flatMap((line, at) => {
    const before = lines[at - 1];
    const breaks =
      before && before.page === line.page && line.y > before.y
        ? Math.max(1, Math.min(3, Math.round((line.y - before.y) / pitch)))
        : 1;
    const indent = ' '.repeat(Math.max(0, Math.round((line.x0 - left) / Math.max(advance, 1))));
    const pieces = spaced(line, advance);
    return [`${at === 0 ? '' : '\n'.repeat(breaks)}${indent}${pieces[0] ?? ''}`, ...pieces.slice(1)];
  });
}

/** Words of a line of code with as many spaces between them as are printed. */
function spaced(line: Line, advance: number): readonly string[] {
  return line.fragments.map((fragment, at) => {
    const before = line.fragments[at - 1];
    const spaces = before
      ? Math.max(
          fragment.spaceBefore || before.spaceAfter ? 1 : 0,
          Math.round((fragment.x0 - before.x1) / Math.max(advance, 1)),
        )
      : 0;
    return ' '.repeat(Math.min(spaces, 80)) + fragment.text;
  });
}
