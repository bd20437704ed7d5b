// English base forms.
import { cached } from './cached.ts';
import {
  americanSpelling,
  irregularBases,
  irregularForms,
  isEnglishName,
  PART,
  partsOfSpeech,
  wordsDerived,
} from './english-words.ts';
import { isCommon } from './frequency.ts';
import { type ThesaurusEntry, thesaurusEntries } from './thesaurus.ts';

/** Endings of inflection, what a base has in their place, and what it must be: WordNet's morphy, with adjectives' bases. */
const ENDINGS: readonly (readonly [ending: string, base: string, part: number])[] = [
  ['ies', 'y', PART.noun | PART.verb],
  ['men', 'man', PART.noun],
  ['ses', 's', PART.noun],
  ['xes', 'x', PART.noun],
  ['zes', 'z', PART.noun],
  ['ches', 'ch', PART.noun | PART.verb],
  ['shes', 'sh', PART.noun | PART.verb],
  ['es', 'e', PART.noun | PART.verb],
  ['es', '', PART.verb],
  ['s', '', PART.noun | PART.verb],
  ['ied', 'y', PART.verb],
  ['ed', 'e', PART.verb],
  ['ed', '', PART.verb],
  ['ing', 'e', PART.verb],
  ['ing', '', PART.verb],
  ['ier', 'y', PART.adjective],
  ['iest', 'y', PART.adjective],
  ['er', 'e', PART.adjective],
  ['er', '', PART.adjective],
  ['est', 'e', PART.adjective],
  ['est', '', PART.adjective],
];

/** Words that only look like a form of another, among the 5,000 commonest of English. */
const NO_FORMS = new Set(
  'according alas bookings browning clothes corps evening feed fielding news pants physics remains species trying willing wedding'.split(
    ' ',
  ),
);

/** Irregular forms that WordNet takes for words. */
const FURTHER_BASES = new Map([['people', ['person']]]);

/** The words, in lower case and American spelling, that a word is a form of; itself where it is a base. Empty where none is known. */
export function lemmasOf(word: string): readonly string[] {
  if (NO_FORMS.has(word)) return [word];
  const own = partsOfSpeech(word);
  const found = [...irregularBases(word), ...(FURTHER_BASES.get(word) ?? [])];
  const regular = regularBase(word, own);
  if (regular !== undefined) found.push(regular);
  if (own !== 0) found.push(word);
  return found.length < 2 ? found.map(americanSpelling) : [...new Set(found.map(americanSpelling))];
}

/** What a word is a regular form of. */
function regularBase(word: string, own: number): string | undefined {
  if (!/[sdgrtn]$/.test(word)) return undefined;
  for (const [ending, base, part] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    // `number` is no more numb, and `interest` not the most inter.
    if (part === PART.adjective && (own & (PART.noun | PART.verb)) !== 0 && (own & PART.adjective) === 0)
      continue;
    const candidate = word.slice(0, -ending.length) + base;
    // WordNet has the names of letters: `us` is no more of them.
    if (candidate.length < 2 || (ending === 's' && candidate.endsWith('s'))) continue;
    if ((partsOfSpeech(candidate) & part) === 0) continue;
    return candidate;
  }
  return undefined;
}

/**
 * The key that all forms of an English word share: its base in American spelling. A form that belongs to two words, such as
 * `leaves`, or is another word itself, such as `saw`, has a key of its own. Undefined for what WordNet does not know.
 */
export function lemmaKey(word: string): string | undefined {
  const spelled = americanSpelling(word);
  const [first, second, third] = lemmasOf(spelled);
  if (first === undefined) return nameKey(spelled);
  // `meetings` is of `meeting`, which is of `meet`.
  if (second === undefined) return first === spelled ? first : lemmaKey(first);
  const base = first === spelled ? second : first;
  const isOtherWord = first !== spelled && second !== spelled;
  return third !== undefined || isOtherWord || isAnotherWord(spelled) ? spelled : base;
}

/** Whether an irregular form is a word by itself (`saw`, `found`), and not only listed as one (`built`, `running`). */
function isAnotherWord(form: string): boolean {
  if (irregularBases(form).length === 0 || /(?:ed|ing)$/.test(form)) return false;
  return (partsOfSpeech(form) & (PART.noun | PART.verb | PART.adverb)) !== 0;
}

function nameKey(word: string): string | undefined {
  if (isEnglishName(word)) return word;
  const bare = word.replace(/s$/, '');
  return bare !== word && isEnglishName(bare) ? bare : undefined;
}

/** Keys of other words that a word has a form in common with: of `leaf` that of `leaves`, of `leaves` those of leaf and leave. */
export const keysSharingForms = cached(findSharing);

function findSharing(word: string): readonly string[] {
  const own = lemmaKey(word);
  if (own === undefined) return [];
  const found = lemmasOf(americanSpelling(word));
  const keys = new Set<string>();
  const add = (other: string | undefined) => {
    if (other !== undefined && other !== own) keys.add(other);
  };
  for (const lemma of found) {
    add(lemmaKey(lemma));
    for (const form of irregularForms(lemma)) add(lemmaKey(form));
    // Regular forms that have a key of their own because they belong to another word too: `lives` of live.
    for (const form of [`${lemma}s`, `${lemma}es`]) if (irregularBases(form).length > 0) add(lemmaKey(form));
  }
  return [...keys];
}

/** Keys of the words that an English word is derived from, and of those derived from it: `election` and `elect`. */
export const derivedKeys = cached(findDerived);

function findDerived(word: string): readonly string[] {
  const own = lemmaKey(word);
  const sharing = new Set([own, ...keysSharingForms(word)]);
  const bases = new Set(lemmasOf(americanSpelling(word)));
  const name = own === undefined ? [] : [own];
  const found = [...bases, ...name].flatMap((base) => [...wordsDerived(base), ...(PAIRS.get(base) ?? [])]);
  return [...new Set(found.map((derived) => lemmaKey(derived) ?? derived))].filter(
    (key) => !sharing.has(key),
  );
}

/** Keys of the other words derived from the word that an English word is derived from: `elector` and `election`. */
export const kindredKeys = cached(findKindred);

function findKindred(word: string): readonly string[] {
  const own = lemmaKey(word);
  if (own === undefined) return [];
  const derived = derivedKeys(word);
  const near = new Set([own, ...keysSharingForms(word), ...derived]);
  const bases = derived.filter((base) => base.length < own.length && own.startsWith(base.slice(0, -1)));
  return [...new Set(bases.flatMap(derivedKeys))].filter((key) => !near.has(key));
}

/** What a thesaurus has beside any base of an English word, under the keys of its words; of several, the likeliest. */
export const thesaurusKeys = cached(findInThesaurus);

function findInThesaurus(word: string): readonly ThesaurusEntry[] {
  const own = lemmaKey(word);
  const byKey = new Map<string, ThesaurusEntry>();
  for (const base of lemmasOf(americanSpelling(word))) {
    for (const entry of thesaurusEntries(base)) {
      const key = lemmaKey(entry.word) ?? entry.word;
      const id = `${key} ${entry.sense}`;
      if (key !== own && entry.share > (byKey.get(id)?.share ?? 0)) byKey.set(id, { ...entry, word: key });
    }
  }
  return [...byKey.values()];
}

/** Pairs that WordNet does not link, as their sound has changed. */
const PAIRS = pairsOf(
  `bear birth | behave behavior | break breach | broad breadth | burglar burglary | choose choice | deep depth | destroy destruction | die death | earth earthen | give gift | gold golden |
  high height | live life | long length | lose loss | poor poverty | prosper prosperity | prove proof | receive receipt | receive reception | science scientific | sell sale |
  speak speech | strong strength | think thought | true truth | wide width | wood wooden | young youth`,
);

function pairsOf(list: string): ReadonlyMap<string, readonly string[]> {
  const pairs = new Map<string, string[]>();
  for (const pair of list.split('|')) {
    const [one = '', other = ''] = pair.trim().split(' ');
    pairs.set(one, [...(pairs.get(one) ?? []), other]);
    pairs.set(other, [...(pairs.get(other) ?? []), one]);
  }
  return pairs;
}

/**
 * Whether a word in lower case is one of English or a name that is known: neither was misspelt. A regular form counts where its base
 * is common: `chinees` is rather a misspelt Chinese than the plural of `chinee`.
 */
export function isKnown(word: string): boolean {
  const spelled = americanSpelling(word);
  if (spelled !== word || partsOfSpeech(word) !== 0 || irregularBases(word).length > 0) return true;
  return nameKey(word) !== undefined || lemmasOf(word).some(isCommon);
}
