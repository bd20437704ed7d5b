// Finds the main part of a page that has no obvious article.
import { besideOf } from './beside.ts';
import { type DomElement, nameOf } from './dom.ts';
import { isMain } from './flow.ts';
import { ancestorsOf, inherited, linesOf } from './lines.ts';

/**
 * What is read where nothing was chosen: the main part of the page, or all of it, but for what stands beside an article.
 */
export function mainElements(root: DomElement): ReadonlySet<DomElement> {
  const lines = linesOf(root);
  const lengths = new Map<DomElement, number>([[root, 0]]);
  for (const { block, text, linked } of lines)
    for (const ancestor of ancestorsOf(block))
      if (isMain(ancestor) || ancestor === root)
        lengths.set(ancestor, (lengths.get(ancestor) ?? 0) + text.trim().length - linked);
  const whole = lengths.get(root) ?? 0;
  // The lowest that holds most of the page's text.
  const [scope] = [...lengths]
    .filter(([element, length]) => element !== root && 2 * length > whole)
    .reduce<readonly [DomElement, number] | readonly []>(
      (best, one) => (best[1] === undefined || one[1] <= best[1] ? one : best),
      [],
    );
  const isWithin = inherited(scope === undefined, (element, above) => above || element === scope);
  const isBeside = besideOf(scope);
  const isHeader = inherited(
    false,
    (element, above) => above || (scope === undefined && nameOf(element) === 'header'),
  );
  const main = new Set<DomElement>();
  for (const { block, holders } of lines) {
    if (!isWithin(block) || isBeside(block) || isHeader(block)) continue;
    for (const holder of holders) main.add(holder);
  }
  return main;
}
