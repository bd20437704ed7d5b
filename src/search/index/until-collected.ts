/**
 * What is made at the first call, and made anew once the garbage collector has taken it: for what can be made in milliseconds and would
 * take much memory in each of thousands of libraries, most of which nobody asks for it.
 */
export function untilCollected<T extends object>(make: () => T): () => T {
  let made: WeakRef<T> | undefined;
  return () => {
    const held = made?.deref();
    if (held) return held;
    const value = make();
    made = new WeakRef(value);
    return value;
  };
}
