// Condenses WordNet 3.1 to what tells what an English word stands for: its antonyms, whether it names a kind of person, and
// which names are of people, places and groups.

import { writeFileSync } from 'node:fs';
import { readSynsets, readWordNet } from '../wordnet.mjs';

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
