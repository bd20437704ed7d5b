// A model in this process: its session, its tokenizer, and what its numbers say.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { UnreadPassage } from '../search/search.ts';
import { placesOf } from './alignment.ts';
import type { ModelFolder } from './folder.ts';
import type { Opened, ReaderKind, Scored } from './protocol.ts';

/** What an operator installs, at the versions that this was tried with. */
export const PEERS = ['onnxruntime-node@1.30.0', '@huggingface/tokenizers@0.2.0'] as const;
export const INSTALL = `npm install --no-save --save-prod --ignore-scripts ${PEERS.join(' ')}`;

/** A model or a folder that cannot be used; the message says what is wrong and how to mend it. */
export class Unfit extends Error {
  override readonly name = 'Unfit';
}

/** How many passages are read at the most: as many as a reply holds with those under More. */
const MOST_PASSAGES = 12;
/**
 * How many tokens of a question with a passage may be read at the most, of which the longest are taken that so many passages are within the
 * budget with: 64 are a question and two sentences, 256 a long paragraph. Lengths are rounded up, so that batches alike are padded alike.
 */
const LENGTHS = [64, 96, 128, 192, 256];
const ROUNDED_TO = 32;
/** The longest span that a reader may point at, in tokens, as the evaluation of SQuAD has it by custom. */
const MOST_SPAN_TOKENS = 30;
/** How many times it is measured; the median counts. Answers are to be within the budget on a busy machine, too. */
const TRIALS = 5;
const RESERVE = 0.7;

/** Of onnxruntime, what is used; its own types are not there where it is not installed. */
interface Tensor {
  readonly data: ArrayLike<number | bigint>;
  readonly dims: readonly number[];
}
interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, Tensor>>): Promise<Readonly<Record<string, Tensor>>>;
}
interface Runtime {
  readonly InferenceSession: { create(path: string, options: object): Promise<Session> };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => Tensor;
}
interface Tokenizer {
  encode(
    text: string,
    options: { text_pair?: string; return_token_type_ids?: true; add_special_tokens?: false },
  ): { ids: number[]; tokens: string[]; attention_mask: number[]; token_type_ids?: number[] };
  token_to_id(token: string): number | undefined;
}

export interface Model {
  readonly opened: Opened;
  read(question: string, passages: readonly UnreadPassage[]): Promise<readonly Scored[]>;
}

/** A package that an operator installs; undefined where it is not there. By a name that no bundler follows. */
async function peer<T>(name: string): Promise<T | undefined> {
  try {
    return (await import(name)) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

async function runtimeThere(): Promise<{ readonly runtime: Runtime; readonly name: string }> {
  for (const name of ['onnxruntime-node', 'onnxruntime-web']) {
    const found = await peer<Runtime & { default?: Runtime }>(name);
    if (found) return { runtime: found.InferenceSession ? found : (found.default ?? found), name };
  }
  throw new Unfit(`onnxruntime-node, which reads models, is not installed. Run: ${INSTALL}`);
}

/** Loads a model and measures it. Throws an `Unfit` where it cannot be used. */
export async function openModel(folder: ModelFolder, budgetMs: number, threads: number): Promise<Model> {
  const memoryBefore = process.memoryUsage().rss;
  const { runtime, name: runtimeName } = await runtimeThere();
  const tokenizers = await peer<{ Tokenizer: new (json: object, config: object) => Tokenizer }>(
    '@huggingface/tokenizers',
  );
  if (!tokenizers) throw new Unfit(`@huggingface/tokenizers is not installed. Run: ${INSTALL}`);
  const unfit = (what: string) => new Unfit(`The model in ${folder.folder} ${what}`);
  let tokenizer: Tokenizer;
  try {
    tokenizer = new tokenizers.Tokenizer(folder.tokenizer, folder.tokenizerConfig);
    tokenizer.encode('a', { text_pair: 'b', return_token_type_ids: true });
  } catch (error) {
    throw unfit(`has a tokenizer.json that cannot be used: ${messageOf(error)}`);
  }
  let session: Session;
  try {
    session = await runtime.InferenceSession.create(folder.graph, {
      executionProviders: ['cpu'],
      executionMode: 'sequential',
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
    });
  } catch (error) {
    throw unfit(`cannot be loaded: ${messageOf(error)}`);
  }
  const kind = kindOf(session, unfit);
  const lengths = lengthsFor(Number(folder.config.max_position_embeddings));

  async function read(
    question: string,
    passages: readonly UnreadPassage[],
    rows: number,
    longest: number,
    least = 0,
  ): Promise<readonly Scored[]> {
    const pairs = passages.map((passage) => encoded(tokenizer, question, passage, longest));
    const length = Math.min(
      longest,
      Math.ceil(Math.max(least, ...pairs.map(({ ids }) => ids.length)) / ROUNDED_TO) * ROUNDED_TO,
    );
    const pad = tokenizer.token_to_id('[PAD]') ?? tokenizer.token_to_id('<pad>') ?? 0;
    const filled = (of: (pair: Encoded) => readonly number[], padding: number) => {
      const data = new BigInt64Array(rows * length).fill(BigInt(padding));
      pairs.forEach((pair, row) => {
        of(pair).forEach((value, at) => {
          data[row * length + at] = BigInt(value);
        });
      });
      // A row without a token that counts divides by nothing in some graphs.
      if (of === MASK) for (let row = pairs.length; row < rows; row += 1) data[row * length] = 1n;
      return new runtime.Tensor('int64', data, [rows, length]);
    };
    const feeds = Object.fromEntries(
      session.inputNames.map((name) => {
        if (name === 'input_ids') return [name, filled(({ ids }) => ids, pad)];
        if (name === 'attention_mask') return [name, filled(MASK, 0)];
        if (name === 'token_type_ids') return [name, filled(({ types }) => types, 0)];
        throw unfit(
          `wants an input "${name}", which nobody here can give. Take a cross-encoder or an extractive reader.`,
        );
      }),
    );
    let outputs: Readonly<Record<string, Tensor>>;
    try {
      outputs = await session.run(feeds);
    } catch (error) {
      throw unfit(`failed on its input, as where the tokenizer is another model's: ${messageOf(error)}`);
    }
    const scored = passages.map((passage, row): Scored => {
      const pair = pairs[row] as Encoded;
      return kind === 'scorer'
        ? scoreOf(outputs, session, row)
        : spanOf(outputs, row, length, pair, passage.text);
    });
    if (scored.some(({ score }) => !Number.isFinite(score)))
      throw unfit('gives what is no number. It is of no use.');
    return scored;
  }

  // With as many rows as are read later, of which none is shorter: a batch costs by its size, not by its words.
  const question = 'who keeps the lamp of the old harbor';
  const passage = { text: 'the lamp is kept by the harbor master '.repeat(6), focus: 0 };
  const timeOf = async (rows: number, length: number) => {
    const times: number[] = [];
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const begun = performance.now();
      const batch = Array.from({ length: rows }, () => passage);
      await read(question, batch, rows, length, length);
      times.push(performance.now() - begun);
    }
    return times.sort((a, b) => a - b)[Math.floor(TRIALS / 2)] ?? Number.POSITIVE_INFINITY;
  };
  let [longest = 0] = lengths;
  let rows = MOST_PASSAGES;
  let batchMs = await timeOf(rows, longest);
  if (batchMs > RESERVE * budgetMs) {
    rows = Math.floor((rows * RESERVE * budgetMs) / batchMs);
    batchMs = rows > 0 ? await timeOf(rows, longest) : batchMs;
    if (rows > 0 && batchMs > budgetMs) rows = 0;
  } else {
    for (const longer of lengths.slice(1)) {
      const ms = await timeOf(rows, longer);
      if (ms > RESERVE * budgetMs) break;
      [longest, batchMs] = [longer, ms];
    }
  }
  return {
    opened: {
      kind,
      sha256: await sha256Of(folder.graph),
      most: rows,
      longest,
      batchMs,
      memory: Math.max(0, process.memoryUsage().rss - memoryBefore),
      runtime: runtimeName,
    },
    read: (asked, passages) => read(asked, passages.slice(0, rows), rows, longest),
  };
}

/** The lengths that a model takes, by how many positions it knows; all where it does not say. */
function lengthsFor(positions: number): readonly number[] {
  if (!Number.isInteger(positions) || positions < 16) return LENGTHS;
  const taken = LENGTHS.filter((length) => length <= positions);
  return taken.length > 0 ? taken : [positions];
}

interface Encoded {
  readonly ids: readonly number[];
  readonly mask: readonly number[];
  readonly types: readonly number[];
  /** Of the whole passage. */
  readonly tokens: readonly string[];
  /** Where the passage is among the ids, up to before `to`; and how many of its tokens were left out before. */
  readonly from: number;
  readonly to: number;
  readonly left: number;
}

const MASK = ({ mask }: Encoded) => mask;

/**
 * A question and a passage as the model's tokens. Where they are too many, what leads into the sentence that was ranked is left out from its
 * beginning, then the end of that sentence; a question takes no more than half.
 */
function encoded(
  tokenizer: Tokenizer,
  question: string,
  { text, focus }: UnreadPassage,
  longest: number,
): Encoded {
  const countOf = (words: string) => tokenizer.encode(words, { add_special_tokens: false }).ids.length;
  const pair = tokenizer.encode(question, { text_pair: text, return_token_type_ids: true });
  const { attention_mask: mask, token_type_ids: types = pair.ids.map(() => 0) } = pair;
  // Of tokenizers of whole words, a word that they do not know has no number.
  const unknown = tokenizer.token_to_id('[UNK]') ?? tokenizer.token_to_id('<unk>') ?? 0;
  const ids = pair.ids.map((id) => id ?? unknown);
  // A pair begins with one special token before its question, and ends with one behind its passage.
  const end = ids.length - 1;
  const own = countOf(text);
  const from = end - own;
  const tokens = pair.tokens.slice(from, end);
  if (ids.length <= longest) return { ids, mask, types, tokens, from, to: end, left: 0 };
  const asked = countOf(question);
  const cut = Math.max(0, asked - Math.floor(longest / 2));
  const room = Math.min(own, longest - (ids.length - own - cut));
  const left = Math.min(own - room, focus > 0 ? countOf(text.slice(0, focus)) : 0);
  const isKept = (at: number) =>
    at === end ||
    (at < from ? at < 1 + asked - cut || at >= 1 + asked : at >= from + left && at < from + left + room);
  const keep = (list: readonly number[]) => list.filter((_, at) => isKept(at));
  return {
    ids: keep(ids),
    mask: keep(mask),
    types: keep(types),
    tokens,
    from: from - cut,
    to: from - cut + room,
    left,
  };
}

/** By the outputs of a graph: start and end logits are those of a reader of spans, one output alone that of a scorer. */
function kindOf({ outputNames }: Session, unfit: (what: string) => Unfit): ReaderKind {
  if (outputNames.includes('start_logits') && outputNames.includes('end_logits')) return 'span reader';
  if (outputNames.length === 1) return 'scorer';
  throw unfit(
    `gives ${outputNames.join(', ')}: neither one logit a pair nor start_logits and end_logits. Take a cross-encoder or an extractive reader.`,
  );
}

function scoreOf(outputs: Readonly<Record<string, Tensor>>, { outputNames }: Session, row: number): Scored {
  const { data, dims } = outputs[outputNames[0] ?? ''] as Tensor;
  const classes = dims.length > 1 ? (dims.at(-1) ?? 1) : 1;
  if (classes === 1) return { score: Number(data[row]) };
  // Of two classes the second is that it answers.
  return { score: Number(data[row * classes + classes - 1]) - Number(data[row * classes]) };
}

/** The best span of a passage, by how much likelier it is than that there is none, which the first token stands for. */
function spanOf(
  outputs: Readonly<Record<string, Tensor>>,
  row: number,
  length: number,
  { tokens, from, to, left }: Encoded,
  passage: string,
): Scored {
  const starts = outputs.start_logits as Tensor;
  const ends = outputs.end_logits as Tensor;
  const at = (tensor: Tensor, token: number) => Number(tensor.data[row * length + token]);
  const none = at(starts, 0) + at(ends, 0);
  let best = { score: Number.NEGATIVE_INFINITY, start: from, end: from };
  for (let start = from; start < to; start += 1) {
    for (let end = start; end < Math.min(to, start + MOST_SPAN_TOKENS); end += 1) {
      const score = at(starts, start) + at(ends, end) - none;
      if (!(score <= best.score)) best = { score, start, end };
    }
  }
  if (best.score === Number.NEGATIVE_INFINITY) return { score: -none };
  const places = placesOf(tokens, passage);
  const [first, last] = [places[best.start - from + left], places[best.end - from + left]];
  const isPlaced = first !== undefined && last !== undefined && last.end > first.start;
  return {
    score: best.score,
    ...(isPlaced && best.score > 0 && { span: { start: first.start, end: last.end } }),
  };
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 300) ?? '';
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
