// Directions of words.
import { readFileSync } from 'node:fs';
import { createRequire as requireFrom } from 'node:module';

/** Nearest words of each that the file lists. */
const NEAREST = 8;
/** Components of a vector, as `data/vectors/make.mjs` writes them: GloVe's 100 (Pennington et al. 2014). */
const DIMENSIONS = 100;

export interface NearWord {
  readonly word: string;
  /** Cosine, 0.49 at the least. */
  readonly likeness: number;
}

/** Directions of the 36,000 commonest English words: near ones stand in the same contexts. */
export interface WordVectors {
  /** The row of a word in lower case; −1 where there is none. Rows are sorted by how common a word is, the commonest at 0. */
  rowOf(word: string): number;
  /** The words nearest to a row, nearest first, without other forms of it: eight at the most. */
  nearestTo(row: number): readonly NearWord[];
  /** Cosine of the angle between the vectors of two rows, from −1 to 1. */
  cosine(one: number, other: number): number;
  /** The same of a row and each of several directions, in their order. */
  cosines(row: number, directions: readonly Float32Array[]): Float32Array;
  /** The unit vector of a row. */
  directionOf(row: number): Float32Array;
  /** The direction of a sum of rows, each times what it weighs; undefined where nothing is summed. */
  directionOfSum(rows: readonly (readonly [row: number, times: number])[]): Float32Array | undefined;
}

let shared: WordVectors | undefined;

/** The vectors, read once for all libraries (20 ms, 10 MB) at the first question that needs them. */
export function wordVectors(): WordVectors {
  shared ??= readVectors();
  return shared;
}

function readVectors(): WordVectors {
  const file = readFileSync(requireFrom(import.meta.url).resolve('#data/vectors/english.bin'));
  const end = file.indexOf('\n');
  const words = file.toString('latin1', 0, end).split(' ');
  const rows = new Map(words.map((word, row) => [word, row]));
  const first = end + 1 + words.length * DIMENSIONS;
  const bytes = new Int8Array(file.buffer, file.byteOffset + end + 1, words.length * DIMENSIONS);
  /** By what the components of a row are divided to be of length 1. */
  const lengths = new Float32Array(rows.size);
  for (let row = 0; row < rows.size; row += 1) {
    let sum = 0;
    for (let at = row * DIMENSIONS; at < (row + 1) * DIMENSIONS; at += 1) sum += (bytes[at] ?? 0) ** 2;
    lengths[row] = Math.sqrt(sum) || 1;
  }
  const lengthOf = (row: number) => lengths[row] ?? 1;
  const cosine = (one: number, other: number) => {
    let sum = 0;
    let at = one * DIMENSIONS;
    let against = other * DIMENSIONS;
    for (const end = at + DIMENSIONS; at < end; at += 1, against += 1)
      sum += (bytes[at] ?? 0) * (bytes[against] ?? 0);
    return sum / (lengthOf(one) * lengthOf(other));
  };
  const directionOf = (row: number) => {
    const direction = new Float32Array(bytes.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS));
    const by = 1 / lengthOf(row);
    for (let at = 0; at < DIMENSIONS; at += 1) direction[at] = (direction[at] ?? 0) * by;
    return direction;
  };
  return {
    rowOf: (word) => rows.get(word) ?? -1,
    cosine,
    nearestTo(row) {
      const found: NearWord[] = [];
      for (let at = 0; at < NEAREST; at += 1) {
        const other = file.readUInt16LE(first + 2 * (row * NEAREST + at));
        if (other === 0) break;
        found.push({ word: words[other] ?? '', likeness: cosine(row, other) });
      }
      return found;
    },
    cosines(row, directions) {
      const by = 1 / lengthOf(row);
      const from = row * DIMENSIONS;
      const cosines = new Float32Array(directions.length);
      directions.forEach((direction, at) => {
        cosines[at] = by * product(bytes, from, direction);
      });
      return cosines;
    },
    directionOf,
    directionOfSum(summed) {
      const sum = new Float32Array(DIMENSIONS);
      for (const [row, times] of summed)
        directionOf(row).forEach((value, at) => {
          sum[at] = (sum[at] ?? 0) + times * value;
        });
      const length = Math.hypot(...sum);
      return length === 0 ? undefined : sum.map((value) => value / length);
    },
  };
}

/** The sum of the products of components, four at once, which takes half the time. */
function product(bytes: Int8Array, from: number, direction: Float32Array): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  for (let at = 0; at < DIMENSIONS; at += 4) {
    one += (bytes[from + at] as number) * (direction[at] as number);
    two += (bytes[from + at + 1] as number) * (direction[at + 1] as number);
    three += (bytes[from + at + 2] as number) * (direction[at + 2] as number);
    four += (bytes[from + at + 3] as number) * (direction[at + 3] as number);
  }
  return one + two + three + four;
}
