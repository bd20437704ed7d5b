// Which interactions were taken, so that each is answered once.

/** Remembers ids for as long as `lastsMs` at the least and twice as long at the most. */
export function takenOnce(
  lastsMs: number,
  now: () => number = () => performance.now(),
): (id: string) => boolean {
  let recent = new Set<string>();
  let before = new Set<string>();
  let since = now();
  /** Whether it is the first time that an id is taken. */
  return (id) => {
    const age = now() - since;
    if (age >= lastsMs) {
      before = age < 2 * lastsMs ? recent : new Set();
      recent = new Set();
      since = now();
    }
    if (recent.has(id) || before.has(id)) return false;
    recent.add(id);
    return true;
  };
}
