/** Lets so many pieces of work be under way at once; the others wait, first come, first served. */
export function gate(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let underway = 0;
  return async (work) => {
    if (underway === most) await new Promise<void>((resolve) => waiting.push(resolve));
    else underway += 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes the place over.
      const next = waiting.shift();
      if (next) next();
      else underway -= 1;
    }
  };
}
