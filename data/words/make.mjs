// Condenses WordNet 3.1 and VarCon, the spellings of English by region, to what tells whether two English words are the
// same: words with their parts of speech, irregular forms, names, derivations, and spellings. Single words only.

import { writeFileSync } from 'node:fs';
import { reader } from '../reader.mjs';
import { readSynsets } from '../wordnet.mjs';

/** WordNet 3.1 comes without the lists of irregular forms; these are of 3.0. */
const EXCEPTIONS = { repository: 'Noahs-ARK/semafor', commit: 'be1f08789e4b9b91c2bab170c2f35f406985c332' };
const VARCON = { repository: 'en-wl/wordlist', commit: '1605448f6522e9dd432287eff44dfa7232b39c94' };

/** Bits of the parts of speech. */
const BITS = { noun: 1, verb: 2, adj: 4, adv: 8 };
const PARTS = Object.keys(BITS);
const POS = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' };
/** Names of these lexicographer files are genera of animals and plants, which a reader writes like other words. */
const LIVING = new Set(['05', '20']);
/** VarCon grades words from 10, the commonest, to 99. */
const RAREST = 70;

const readExceptions = reader(EXCEPTIONS);
const readVarcon = reader(VARCON);
const isPlain = (word) => /^[a-z]+(?:'[a-z]+)?$/.test(word);
const add = (map, key, value) => map.set(key, (map.get(key) ?? new Set()).add(value));

const synsets = Object.fromEntries(
  await Promise.all(PARTS.map(async (part) => [part, await readSynsets(part)])),
);

const bits = new Map();
const names = new Set();
for (const part of PARTS) {
  for (const { file, words } of synsets[part].values()) {
    for (const word of words) {
      if (isPlain(word)) bits.set(word, (bits.get(word) ?? 0) | BITS[part]);
      else if (!LIVING.has(file) && /^[A-Z][a-z]{2,}$/.test(word)) names.add(word.toLowerCase());
    }
  }
}

/** Irregular forms; morphy's regular ones need no list. */
const forms = new Map();
for (const part of PARTS) {
  for (const line of (await readExceptions(`dict/${part}.exc`)).split('\n')) {
    const [form, ...lemmas] = line.trim().split(' ');
    if (!isPlain(form)) continue;
    for (const lemma of lemmas) if (bits.has(lemma) && lemma !== form) add(forms, form, lemma);
  }
}

/** Other spelling → the American one. */
const spellings = new Map();
let level = 0;
for (const line of (await readVarcon('varcon/varcon.txt')).split('\n')) {
  if (line.startsWith('#')) level = Number(/level (\d+)/.exec(line)?.[1] ?? 99);
  if (line.startsWith('#') || level > RAREST) continue;
  const groups = line
    .split(/[|#]/)[0]
    .split(' / ')
    .map((group) => {
      const [tags, word] = group.split(': ').map((half) => half?.trim() ?? '');
      return { tags: tags.split(' '), word };
    });
  // `A` is American, `B` British with -ise, `Z` with -ize; v and V are variants of a region, `-` is no longer written.
  const american = groups.find(({ tags }) => tags.includes('A'))?.word;
  if (!american || !isPlain(american)) continue;
  for (const { tags, word } of groups) {
    if (word === american || !isPlain(word) || !tags.some((tag) => /^[BZC]v?$/.test(tag))) continue;
    spellings.set(word, american);
  }
}
for (const [other, american] of spellings) if (spellings.has(american)) spellings.delete(other);

const american = (word) => spellings.get(word) ?? word;

/** Whether one word begins with the whole other one, of four letters at least. */
function sharesStem(one, other) {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.length >= 4 && longer.startsWith(shorter);
}

function addDerivation(from, other) {
  if (!from || !other || from === other || !isPlain(from) || !isPlain(other)) return;
  const [a, b] = [from, other].map(american);
  // Words of another stem, such as mortuary for death, are as good as a synonym, and none of the same family.
  if (a === b || a[0] !== b[0]) return;
  add(derivations, a, b);
  add(derivations, b, a);
}

/** Derivationally related forms (+), what an adjective pertains to and an adverb is made of (\\). */
const derivations = new Map();
for (const part of PARTS) {
  for (const { words, pointers } of synsets[part].values()) {
    for (const { symbol, to, pos, source, target } of pointers) {
      if ((symbol !== '+' && symbol !== '\\') || source === 0 || target === 0) continue;
      const from = words[source - 1]?.toLowerCase();
      const others = synsets[POS[pos]].get(to)?.words.map((word) => word.toLowerCase()) ?? [];
      addDerivation(from, others[target - 1]);
      // The link may lead to a synonym that is made more regularly: honest → honestness, beside which honesty stands.
      for (const other of others) if (sharesStem(from, other)) addDerivation(from, other);
    }
  }
}

/** What WordNet leaves out where both words are among its own: ending, what the base has in its place, and its part of speech. */
const ENDINGS = [
  ['en', '', 'verb', 'adj'],
  ['en', 'e', 'verb', 'adj'],
  ['ize', '', 'verb', 'adj'],
  ['ify', 'e', 'verb', 'adj'],
  ['ify', '', 'verb', 'adj'],
  ['ful', '', 'adj', 'noun'],
  ['iful', 'y', 'adj', 'noun'],
  ['acy', 'ate', 'noun', 'adj'],
  ['arian', 'ary', 'noun', 'noun'],
];
for (const [word, value] of bits) {
  for (const [ending, base, part, basePart] of ENDINGS) {
    const other = word.slice(0, -ending.length) + base;
    const isPair = word.endsWith(ending) && other.length >= 4 && (value & BITS[part]) !== 0;
    if (isPair && ((bits.get(other) ?? 0) & BITS[basePart]) !== 0) addDerivation(word, other);
  }
}

/** Derived words share most of their beginning: `elect 5ion` is election. */
function shortened(word, base) {
  let shared = 0;
  while (shared < 9 && word[shared] === base[shared]) shared += 1;
  return `${shared}${word.slice(shared)}`;
}
for (const [base, words] of derivations)
  derivations.set(base, new Set([...words].map((word) => shortened(word, base))));

const sorted = (entries) => [...entries].sort((a, b) => (a < b ? -1 : 1));
const lines = (map) =>
  sorted([...map].map(([key, values]) => `${key} ${sorted(values).join(' ')}`)).join('\n');
// Forms of other spellings follow from their bases; `analyses` would be one of analyze.
const isForm = (word) =>
  /(?:s|d|ing)$/.test(word) && ['', 'e'].some((end) => spellings.has(word.replace(/(?:e?s|e?d|ing)$/, end)));
const kept = [...spellings].filter(([other]) => !isForm(other));
const content = {
  /** `word bits`: 1 noun, 2 verb, 4 adjective, 8 adverb. */
  words: sorted([...bits].map(([word, value]) => `${word} ${value}`)).join('\n'),
  forms: lines(forms),
  names: sorted(names).join('\n'),
  spellings: sorted(kept.map((pair) => pair.join(' '))).join('\n'),
  /** Of each word those derived from it and those it is derived from: how many letters they share, and the others. */
  derivations: lines(derivations),
};
writeFileSync(new URL('english.json', import.meta.url), `${JSON.stringify(content, null, 1)}\n`);
for (const [key, value] of Object.entries(content)) console.log(key, value.split('\n').length, value.length);
