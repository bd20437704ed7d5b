/** Of a letter's height: the narrowest letters, drawn twice in one word, stand half as far apart again. */
const SAME_PLACE = 0.12;

/** A letter that stands where the same one was drawn before makes it look bold or outlined. */
export function isDrawnTwice(
  seen: Map<string, [number, number][]>,
  text: string,
  x: number,
  y: number,
  size: number,
): boolean {
  const near = Math.max(size * SAME_PLACE, 0.05);
  const [column, row] = [Math.floor(x / near), Math.floor(y / near)];
  for (let dx = -1; dx <= 1; dx += 1)
    for (let dy = -1; dy <= 1; dy += 1)
      for (const [otherX, otherY] of seen.get(`${text} ${column + dx} ${row + dy}`) ?? [])
        if (Math.abs(otherX - x) < near && Math.abs(otherY - y) < near) return true;
  const key = `${text} ${column} ${row}`;
  const there = seen.get(key);
  if (there) there.push([x, y]);
  else seen.set(key, [[x, y]]);
  return false;
}
