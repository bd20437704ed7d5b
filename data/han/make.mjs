// Pairs of traditional and simplified characters, from the words of CC-CEDICT, which are in both
// scripts: each traditional character with the simplified one that most words have in its place.

import { writeFileSync } from 'node:fs';
import { readEntries } from '../cedict/read.mjs';

const counts = new Map();
for (const [traditional, simplified] of readEntries()) {
  const [from, to] = [[...traditional], [...simplified]];
  if (from.length !== to.length) continue;
  from.forEach((character, at) => {
    const of = counts.get(character) ?? new Map();
    of.set(to[at], (of.get(to[at]) ?? 0) + 1);
    counts.set(character, of);
  });
}

const pairs = [...counts]
  .map(([character, of]) => [character, [...of].sort((a, b) => b[1] - a[1])[0][0]])
  .filter(([character, simplified]) => character !== simplified && /\p{Script=Han}/u.test(character))
  .sort(([a], [b]) => (a < b ? -1 : 1));
const joined = (at) => pairs.map((pair) => pair[at]).join('');
const content = { traditional: joined(0), simplified: joined(1) };
writeFileSync(new URL('simplified.json', import.meta.url), `${JSON.stringify(content, null, 1)}\n`);
