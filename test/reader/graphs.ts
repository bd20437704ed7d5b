// Models of a few hundred bytes, whose answers are known: ONNX graphs (onnx.proto3) with a tokenizer of whole words.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Fields of Protocol Buffers, as bytes. */
const varint = (value: bigint): number[] => {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return bytes;
};
const number = (field: number, value: number) =>
  Buffer.from([...varint(BigInt(field << 3)), ...varint(BigInt(value))]);
const bytes = (field: number, ...parts: (string | Uint8Array)[]) => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  return Buffer.concat([
    Buffer.from([...varint(BigInt((field << 3) | 2)), ...varint(BigInt(body.length))]),
    body,
  ]);
};

const [FLOAT, INT64, BOOL] = [1, 7, 9];

const tensor = (name: string, type: number, dims: readonly number[], values: readonly number[]) => {
  const raw =
    type === INT64
      ? Buffer.from(BigInt64Array.from(values, BigInt).buffer)
      : type === BOOL
        ? Buffer.from(values)
        : Buffer.from(Float32Array.from(values).buffer);
  return Buffer.concat([
    ...dims.map((dim) => number(1, dim)),
    number(2, type),
    bytes(8, name),
    bytes(9, raw),
  ]);
};
const value = (name: string, type: number, dims: readonly (string | number)[]) =>
  Buffer.concat([
    bytes(1, name),
    bytes(
      2,
      bytes(
        1,
        number(1, type),
        bytes(2, ...dims.map((dim) => bytes(1, typeof dim === 'number' ? number(1, dim) : bytes(2, dim)))),
      ),
    ),
  ]);
const integer = (name: string, of: number) => bytes(5, bytes(1, name), number(3, of), number(20, 2));
const node = (type: string, inputs: readonly string[], outputs: readonly string[], ...attributes: Buffer[]) =>
  bytes(
    1,
    ...inputs.map((input) => bytes(1, input)),
    ...outputs.map((output) => bytes(2, output)),
    bytes(4, type),
    ...attributes,
  );
const graphOf = (parts: readonly Buffer[], inputs: readonly Buffer[], outputs: readonly Buffer[]) =>
  Buffer.concat([
    ...parts,
    bytes(2, 'g'),
    ...inputs.map((input) => bytes(11, input)),
    ...outputs.map((output) => bytes(12, output)),
  ]);
const modelOf = (graph: Buffer) =>
  Buffer.concat([number(1, 8), bytes(7, graph), bytes(8, bytes(1, ''), number(2, 13))]);

const IDS = value('input_ids', INT64, ['batch', 'length']);
const MASK = value('attention_mask', INT64, ['batch', 'length']);

/** Words that the tokenizer knows, by their number; all others are unknown. */
const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];

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

/** A tokenizer of whole words in small letters, of the form that hubs have. */
function tokenizerOf(words: readonly string[]): object {
  const vocab = Object.fromEntries([...SPECIAL, ...words].map((word, at) => [word, at]));
  const special = (content: string) => ({
    id: vocab[content],
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  });
  return {
    version: '1.0',
    added_tokens: SPECIAL.map(special),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
        { Sequence: { id: 'B', type_id: 1 } },
        { SpecialToken: { id: '[SEP]', type_id: 1 } },
      ],
      special_tokens: Object.fromEntries(
        ['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [vocab[id]], tokens: [id] }]),
      ),
    },
    decoder: null,
    model: {
      type: 'WordPiece',
      vocab,
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
    },
  };
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
