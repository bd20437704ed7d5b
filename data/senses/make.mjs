// Condenses WordNet 3.1 to what tells what an English word stands for: its antonyms, whether it names a kind of person, which
// names are of people, places and groups; and, in a file of its own, to a thesaurus.

import { writeFileSync } from 'node:fs';
import { readFrequencies } from '../frequencies/read.mjs';
import { readSenses, readSynsets, readWordNet } from '../wordnet.mjs';

/** Numbers of the lexicographer files (lexnames(5WN)). */
const FILES = { group: '14', place: '15', object: '17', person: '18' };
const POS = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' };
const isWord = (word) => /^[a-z]{3,}$/.test(word);
const isName = (word) => /^[A-Z][\p{L}.'-]*(?:_(?:[A-Z][\p{L}.'-]*|of|the|de|and))*$/u.test(word);

const synsets = Object.fromEntries(
  await Promise.all(Object.entries(POS).map(async ([part, pos]) => [pos, await readSynsets(part)])),
);
synsets.s = synsets.a;

const antonyms = new Map();
for (const { words, pointers } of ['n', 'v', 'a', 'r'].flatMap((pos) => [...synsets[pos].values()])) {
  for (const { symbol, to, pos, source, target } of pointers) {
    if (symbol !== '!' || source === 0) continue;
    const [one, other] = [words[source - 1], synsets[pos].get(to)?.words[target - 1]];
    if (!other || !isWord(one) || !isWord(other)) continue;
    antonyms.set(one, (antonyms.get(one) ?? new Set()).add(other));
  }
}

/** Common nouns whose most frequent sense is a person: what an index lists first. */
const people = new Set();
for (const line of (await readWordNet('dict/index.noun')).split('\n')) {
  const [word] = line.split(' ');
  const first = /(\d{8})/.exec(line.replace(/^\S+/, ''))?.[1];
  const synset = isWord(word) && first ? synsets.n.get(first) : undefined;
  if (synset?.file === FILES.person && synset.words.includes(word)) people.add(word);
}

const named = { place: new Set(), group: new Set(), given: new Set() };
for (const { file, words } of synsets.n.values()) {
  for (const word of words.filter(isName)) {
    const name = word.replaceAll('_', ' ');
    if (file === FILES.place || file === FILES.object) named.place.add(name);
    if (file === FILES.group) named.group.add(name);
    const [given, next] = name.split(' ');
    if (file === FILES.person && /^[A-Z][a-z]{2,}$/.test(given) && /^[A-Z]/.test(next ?? ''))
      named.given.add(given);
  }
}
for (const name of named.place) named.given.delete(name);
for (const title of [
  'Saint',
  'Sir',
  'Lord',
  'Lady',
  'King',
  'Queen',
  'Pope',
  'Prince',
  'President',
  'First',
  'Old',
  'Father',
  'General',
  'Duke',
  'Black',
  'Holy',
  'Virgin',
])
  named.given.delete(title);

const sorted = (entries) => [...entries].sort((a, b) => (a < b ? -1 : 1));
const content = {
  /** `word antonym …`, single words. */
  antonyms: sorted([...antonyms].map(([word, others]) => `${word} ${sorted(others).join(' ')}`)).join('\n'),
  /** Nouns such as `treasurer`. */
  people: sorted(people).join('\n'),
  /** Given names of people, first words of names of several. */
  given: sorted(named.given).join('\n'),
  /** Names as written; of several words, too. */
  places: sorted(named.place).join('\n'),
  groups: sorted(named.group).join('\n'),
};
writeFileSync(new URL('english.json', import.meta.url), `${JSON.stringify(content, null, 2)}\n`);
for (const [key, value] of Object.entries(content)) console.log(key, value.split('\n').length, value.length);

/** Words of SUBTLEX, by how common they are, that a reader may know. */
const COMMONEST = 21_500;
/** Senses of a word that are looked at, commonest first: rarer ones fall below `LEAST`. */
const SENSES = 6;
/** What a broader word counts, by how many steps up it is, and an adjective that lies near: by judgment. */
const STEPS = [1, 0.8, 0.6];
const NEAR = 0.6;
/** In tenths: what counts less is left out. */
const LEAST = 3;

const common = new Set([...readFrequencies().keys()].slice(0, COMMONEST));
const senses = await readSenses(POS);
const synsetAt = (key) => synsets[key[0]].get(key.slice(1));
/** Whether a sense is the word itself or a place, and no person's or god's name that is written alike: Harvey is no physician to a reader. */
const isOwn = (word, { synset }) => {
  const { file, words } = synsetAt(synset) ?? { words: [] };
  return words.includes(word) || file === FILES.place;
};
const sharesOf = (word) =>
  new Map(
    senses
      .get(word)
      .filter((sense) => isOwn(word, sense))
      .slice(0, SENSES)
      .map(({ synset, share }) => [synset, share]),
  );
const shares = new Map(
  [...senses.keys()].filter((word) => common.has(word) && isWord(word)).map((word) => [word, sharesOf(word)]),
);

/** word → other → tenths: how likely both are meant so, as the geometric mean. */
function addPair(map, word, other, of, share, factor) {
  const tenths = Math.round(10 * factor * Math.sqrt(share * (shares.get(other)?.get(of) ?? 0)));
  if (other === word || tenths < LEAST) return;
  const others = map.get(word) ?? map.set(word, new Map()).get(word);
  others.set(other, Math.max(others.get(other) ?? 0, Math.min(9, tenths)));
}

const [synonyms, broader, narrower] = [new Map(), new Map(), new Map()];
const wordsOf = (key) =>
  (synsetAt(key)?.words ?? []).map((word) => word.toLowerCase()).filter((word) => shares.has(word));
const pointed = (key, symbols) =>
  (synsetAt(key)?.pointers ?? [])
    .filter(({ symbol }) => symbols.includes(symbol))
    .map(({ pos, to }) => `${pos === 's' ? 'a' : pos}${to}`);
for (const [word, own] of shares) {
  for (const [synset, share] of own) {
    for (const other of wordsOf(synset)) addPair(synonyms, word, other, synset, share, 1);
    for (const near of pointed(synset, ['&']))
      for (const other of wordsOf(near)) {
        addPair(synonyms, word, other, near, share, NEAR);
      }
    let above = [synset];
    for (const step of STEPS) {
      above = above.flatMap((key) => pointed(key, ['@', '@i']));
      for (const key of above)
        for (const other of wordsOf(key)) addPair(broader, word, other, key, share, step);
    }
  }
}
for (const [word, others] of broader)
  for (const [other, tenths] of others)
    (narrower.get(other) ?? narrower.set(other, new Map()).get(other)).set(word, tenths);

const lines = (map) =>
  sorted(
    [...map].map(([word, others]) => `${word} ${sorted([...others].map((pair) => pair.join(''))).join(' ')}`),
  ).join('\n');
/** `word other7 another3`: how likely both words are meant so, in tenths. */
const thesaurus = { synonyms: lines(synonyms), broader: lines(broader), narrower: lines(narrower) };
writeFileSync(new URL('thesaurus.json', import.meta.url), `${JSON.stringify(thesaurus, null, 2)}\n`);
for (const [key, value] of Object.entries(thesaurus))
  console.log(key, value.split('\n').length, value.length);
