// Models of the shapes that are common, with weights that mean nothing: how long reading takes can be seen before one is downloaded.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bytes,
  FLOAT,
  graphOf,
  INT64,
  integer,
  integers,
  modelOf,
  node,
  real,
  tensor,
  value,
} from './onnx.ts';
import { SPECIAL, tokenizerOf } from './word-tokenizer.ts';

/** What a BERT is made of. */
export interface Shape {
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly inner: number;
  readonly vocabulary: number;
}

/** As their model cards and configurations state them: cross-encoder/ms-marco-TinyBERT-L2-v2, and -MiniLM-L6-v2. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  tinybert: { layers: 2, hidden: 128, heads: 2, inner: 512, vocabulary: 30_522 },
  minilm: { layers: 6, hidden: 384, heads: 12, inner: 1536, vocabulary: 30_522 },
};

const POSITIONS = 512;
/** The first version of ONNX's operators that has GELU as one (https://onnx.ai/onnx/operators/onnx__Gelu.html). */
const OPERATORS = 20;
/** How far from 0 weights are: those of a BERT are drawn so wide before it learns. */
const WIDTH = 0.02;

/** The same numbers at every run (xorshift32), evenly between -width and width. */
function randomly(seed: number) {
  let state = seed;
  return (length: number, width = WIDTH) => {
    const values = new Float32Array(length);
    for (let at = 0; at < length; at += 1) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      values[at] = (state / 2 ** 31) * width;
    }
    return values;
  };
}

/** A BERT that scores pairs or, with `spans`, points at the words that answer. */
export function graphOfShape(shape: Shape, spans = false): Buffer {
  const { layers, hidden, heads, inner, vocabulary } = shape;
  const parts: Buffer[] = [];
  const random = randomly(27);
  const put = (type: string, inputs: readonly string[], output: string, ...attributes: Buffer[]) => {
    parts.push(node(type, inputs, [output], ...attributes));
    return output;
  };
  const keep = (name: string, dims: readonly number[], values: ArrayLike<number>, type = FLOAT) => {
    parts.push(bytes(5, tensor(name, type, dims, values)));
    return name;
  };
  const size = (dims: readonly number[]) => dims.reduce((a, b) => a * b, 1);
  const weights = (name: string, dims: readonly number[]) => keep(name, dims, random(size(dims)));
  const linear = (from: string, name: string, wide: number, to: number) =>
    put(
      'Add',
      [put('MatMul', [from, weights(`${name}.w`, [wide, to])], `${name}.x`), weights(`${name}.b`, [to])],
      name,
    );
  const normalized = (from: string, name: string) =>
    put(
      'LayerNormalization',
      [from, keep(`${name}.g`, [hidden], new Float32Array(hidden).fill(1)), weights(`${name}.b`, [hidden])],
      name,
      integer('axis', -1),
      real('epsilon', 1e-12),
    );

  keep('zero', [1], [0], INT64);
  keep('one', [1], [1], INT64);
  keep('two', [1], [2], INT64);
  const length = put('Slice', [put('Shape', ['input_ids'], 'shape'), 'one', 'two'], 'length');
  const word = put('Gather', [weights('words', [vocabulary, hidden]), 'input_ids'], 'word');
  const type = put('Gather', [weights('types', [2, hidden]), 'token_type_ids'], 'type');
  const place = put('Slice', [weights('places', [POSITIONS, hidden]), 'zero', length, 'zero'], 'place');
  let state = normalized(put('Add', [put('Add', [word, type], 'typed'), place], 'placed'), 'embedded');

  // What does not count is far below all that does.
  const mask = put('Cast', ['attention_mask'], 'mask', integer('to', FLOAT));
  const below = put(
    'Mul',
    [put('Sub', [keep('1', [1], [1]), mask], 'off'), keep('-1e4', [1], [-1e4])],
    'below',
  );
  const masked = put('Unsqueeze', [below, keep('axes', [2], [1, 2], INT64)], 'masked');
  keep('apart', [4], [0, 0, heads, hidden / heads], INT64);
  keep('joined', [3], [0, 0, hidden], INT64);
  keep('scale', [1], [1 / Math.sqrt(hidden / heads)]);
  for (let layer = 0; layer < layers; layer += 1) {
    const name = (part: string) => `${layer}.${part}`;
    const headed = (part: string, order: readonly number[]) =>
      put(
        'Transpose',
        [put('Reshape', [linear(state, name(part), hidden, hidden), 'apart'], name(`${part}.apart`))],
        name(`${part}.headed`),
        integers('perm', order),
      );
    const [asks, keys, says] = [
      headed('q', [0, 2, 1, 3]),
      headed('k', [0, 2, 3, 1]),
      headed('v', [0, 2, 1, 3]),
    ];
    const scores = put('Mul', [put('MatMul', [asks, keys], name('dots')), 'scale'], name('scaled'));
    const shares = put(
      'Softmax',
      [put('Add', [scores, masked], name('scores'))],
      name('shares'),
      integer('axis', -1),
    );
    const said = put(
      'Transpose',
      [put('MatMul', [shares, says], name('said'))],
      name('turned'),
      integers('perm', [0, 2, 1, 3]),
    );
    const attended = linear(
      put('Reshape', [said, 'joined'], name('context')),
      name('attended'),
      hidden,
      hidden,
    );
    const middle = normalized(put('Add', [attended, state], name('sum')), name('middle'));
    const bent = put('Gelu', [linear(middle, name('wide'), hidden, inner)], name('bent'));
    const narrow = linear(bent, name('narrow'), inner, hidden);
    state = normalized(put('Add', [narrow, middle], name('added')), name('state'));
  }
  const inputs = ['input_ids', 'attention_mask', 'token_type_ids'].map((name) =>
    value(name, INT64, ['batch', 'length']),
  );
  if (!spans) {
    keep('first', [], [0], INT64);
    linear(put('Gather', [state, 'first'], 'top', integer('axis', 1)), 'logits', hidden, 1);
    return modelOf(graphOf(parts, inputs, [value('logits', FLOAT, ['batch', 1])]), OPERATORS);
  }
  const names = ['start_logits', 'end_logits'];
  for (const name of names) {
    const each = linear(state, `${name}.each`, hidden, 1);
    put('Squeeze', [each, keep(`${name}.last`, [1], [2], INT64)], name);
  }
  const outputs = names.map((name) => value(name, FLOAT, ['batch', 'length']));
  return modelOf(graphOf(parts, inputs, outputs), OPERATORS);
}

/** Writes a folder with such a model, as hubs lay it out; `words` are those that its tokenizer knows whole. */
export function writeShape(folder: string, shape: Shape, spans: boolean, words: readonly string[]): void {
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789.,;:!?()"\'-'].flatMap((letter) => [
    letter,
    `##${letter}`,
  ]);
  const known = [...new Set([...letters, ...words])].slice(0, shape.vocabulary - SPECIAL.length);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'model.onnx'), graphOfShape(shape, spans));
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizerOf(known)));
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ max_position_embeddings: POSITIONS }));
}
