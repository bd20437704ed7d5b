/** Slots of a sieve: of some thousand words, one unknown word in ten is looked up in vain. */
const SLOTS = 1 << 15;

/** The hash of a word goes on with its next UTF-16 unit: Horner's rule with 31, as Java hashes strings. */
export const hashed = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;

/** 1 at the hash of each word, so that a word whose hash has 0 is known to be none of them without a look-up. */
export function sieveOf(words: Iterable<string>): Uint8Array {
  const sieve = new Uint8Array(SLOTS);
  for (const word of words) {
    let hash = 0;
    for (let at = 0; at < word.length; at += 1) hash = hashed(hash, word.charCodeAt(at));
    sieve[hash & (SLOTS - 1)] = 1;
  }
  return sieve;
}

/** Whether a word of this hash may be among the sieve's. */
export const mayHold = (sieve: Uint8Array, hash: number): boolean => sieve[hash & (SLOTS - 1)] === 1;
