// Models of a few hundred bytes, whose answers are known: ONNX graphs (onnx.proto3) with a tokenizer of whole words.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BOOL,
  bytes,
  FLOAT,
  graphOf,
  INT64,
  integer,
  modelOf,
  node,
  number,
  tensor,
  value,
} from '../../measure/reader/onnx.ts';
import { SPECIAL, tokenizerOf } from '../../measure/reader/word-tokenizer.ts';

const IDS = value('input_ids', INT64, ['batch', 'length']);
const MASK = value('attention_mask', INT64, ['batch', 'length']);

type Weights = Readonly<Record<string, number>>;

const weightsOf = (words: readonly string[], weights: Weights, rest: number) => [
  ...SPECIAL.map((word) => weights[word] ?? rest),
  ...words.map((word) => weights[word] ?? rest),
];

/** A scorer: the logit of a pair is what its words weigh together. */
export function scorerGraph(words: readonly string[], weights: Weights): Buffer {
  const all = weightsOf(words, weights, 0);
  return modelOf(
    graphOf(
      [
        node('Gather', ['weights', 'input_ids'], ['each']),
        node('Cast', ['attention_mask'], ['mask'], integer('to', FLOAT)),
        node('Mul', ['each', 'mask'], ['counted']),
        node('ReduceSum', ['counted', 'axes'], ['logits'], integer('keepdims', 1)),
        bytes(5, tensor('weights', FLOAT, [all.length], all)),
        bytes(5, tensor('axes', INT64, [1], [1])),
      ],
      [IDS, MASK],
      [value('logits', FLOAT, ['batch', 1])],
    ),
  );
}

/** A reader of spans: one begins at the word that weighs most as a start, and ends at the one that weighs most as an end. */
export function spanGraph(words: readonly string[], starts: Weights, ends: Weights): Buffer {
  const [from, to] = [weightsOf(words, starts, -5), weightsOf(words, ends, -5)];
  return modelOf(
    graphOf(
      [
        node('Gather', ['starts', 'input_ids'], ['start_logits']),
        node('Gather', ['ends', 'input_ids'], ['end_logits']),
        bytes(5, tensor('starts', FLOAT, [from.length], from)),
        bytes(5, tensor('ends', FLOAT, [to.length], to)),
      ],
      [IDS, MASK],
      [value('start_logits', FLOAT, ['batch', 'length']), value('end_logits', FLOAT, ['batch', 'length'])],
    ),
  );
}

/** A scorer that counts to `times` where the word `slow` (the last that it knows) is in a batch, and gives 0. */
export function slowGraph(words: readonly string[], times: number): Buffer {
  const body = graphOf(
    [
      node('Identity', ['going'], ['goes']),
      node('Add', ['sum', 'one'], ['more']),
      bytes(5, tensor('one', FLOAT, [1], [1])),
    ],
    [value('step', INT64, []), value('going', BOOL, []), value('sum', FLOAT, [1])],
    [value('goes', BOOL, []), value('more', FLOAT, [1])],
  );
  const slow = SPECIAL.length + words.length - 1;
  return modelOf(
    graphOf(
      [
        // How often the word is there, times so many rounds.
        node('Equal', ['input_ids', 'slow'], ['isSlow']),
        node('Cast', ['isSlow'], ['slowness'], integer('to', INT64)),
        node('ReduceMax', ['slowness'], ['anySlow'], integer('keepdims', 0)),
        node('Mul', ['anySlow', 'times'], ['rounds']),
        node(
          'Loop',
          ['rounds', '', 'zero'],
          ['counted'],
          bytes(5, bytes(1, 'body'), bytes(6, body), number(20, 5)),
        ),
        node('Mul', ['counted', 'zero'], ['nothing']),
        node('Gather', ['weights', 'input_ids'], ['each']),
        node('ReduceSum', ['each', 'axes'], ['sums'], integer('keepdims', 1)),
        node('Add', ['sums', 'nothing'], ['logits']),
        bytes(5, tensor('slow', INT64, [], [slow])),
        bytes(5, tensor('times', INT64, [], [times])),
        bytes(5, tensor('zero', FLOAT, [1], [0])),
        bytes(5, tensor('axes', INT64, [1], [1])),
        bytes(
          5,
          tensor(
            'weights',
            FLOAT,
            [slow + 1],
            Array.from({ length: slow + 1 }, () => 0),
          ),
        ),
      ],
      [IDS, MASK],
      [value('logits', FLOAT, ['batch', 1])],
    ),
  );
}

/** A folder with a model, as hubs lay it out. */
export function modelFolder(
  graph: Buffer | undefined,
  words: readonly string[],
  {
    config = {},
    tokenizer = JSON.stringify(tokenizerOf(words)),
    inside = '.',
  }: { config?: object; tokenizer?: string | undefined; inside?: string } = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), 'reader-model-'));
  mkdirSync(join(folder, inside), { recursive: true });
  if (graph) writeFileSync(join(folder, inside, 'model.onnx'), graph);
  if (tokenizer !== '') writeFileSync(join(folder, 'tokenizer.json'), tokenizer);
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ max_position_embeddings: 128, ...config }));
  return folder;
}

/** A scorer whose weights are kept in a file that is not there. */
export function externalGraph(words: readonly string[]): Buffer {
  const outside = Buffer.concat([
    number(1, SPECIAL.length + words.length),
    number(2, FLOAT),
    bytes(8, 'weights'),
    bytes(13, bytes(1, 'location'), bytes(2, 'model.onnx_data')),
    number(14, 1),
  ]);
  return modelOf(
    graphOf(
      [
        node('Gather', ['weights', 'input_ids'], ['each']),
        node('ReduceSum', ['each', 'axes'], ['logits'], integer('keepdims', 1)),
        bytes(5, outside),
        bytes(5, tensor('axes', INT64, [1], [1])),
      ],
      [IDS, MASK],
      [value('logits', FLOAT, ['batch', 1])],
    ),
  );
}
