// Recognizes tables of contents.
import type { Column } from './column.ts';
import type { Line } from './lines.ts';
import { isContentsTitle, leadsToPage } from './marks.ts';

/** Lines of tables of contents: those that lead to pages by dots, and what stands between them. */
export function contentsLines(columns: readonly Column[]): ReadonlySet<Line> {
  const all = columns.flatMap(({ lines }) => lines);
  const found = new Set<Line>();
  const leading = all.flatMap((line, at) => (leadsToPage(line.text) ? [at] : []));
  if (leading.length >= 3) {
    for (const [at, index] of leading.entries()) {
      found.add(all[index] as Line);
      const next = leading[at + 1];
      // Chapters stand between the entries without dots, and long titles go on.
      if (next !== undefined && next - index <= 4)
        for (let between = index; between < next; between += 1) found.add(all[between] as Line);
    }
    const first = leading[0] ?? 0;
    for (let at = first - 1; at >= Math.max(0, first - 4); at -= 1) {
      const line = all[at] as Line;
      if (isContentsTitle(line.text) || /\s\d{1,3}$/.test(line.text))
        for (let between = at; between < first; between += 1) found.add(all[between] as Line);
    }
  }
  for (const [at, line] of all.entries()) {
    if (!isContentsTitle(line.text) || found.has(line)) continue;
    let end = at + 1;
    let entries = 0;
    let last = 0;
    for (let next = at + 1; next < all.length && next - end < 3; next += 1) {
      const number = Number(/(?:^|\s)(\d{1,4})$/.exec((all[next] as Line).text)?.[1] ?? Number.NaN);
      if (Number.isNaN(number) || number < last) continue;
      last = number;
      entries += 1;
      end = next + 1;
    }
    if (entries >= 3) for (let next = at; next < end; next += 1) found.add(all[next] as Line);
  }
  return found;
}
