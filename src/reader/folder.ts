// The folder of a model, as model hubs lay it out: a graph, a tokenizer, and what they say of themselves.
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Result } from '../result.ts';

export interface ModelFolder {
  /** The folder's own name, by which the model is named. */
  readonly name: string;
  readonly folder: string;
  /** The graph's file. */
  readonly graph: string;
  /** Of the graph, in bytes. */
  readonly size: number;
  readonly tokenizer: object;
  readonly tokenizerConfig: object;
  readonly config: Readonly<Record<string, unknown>>;
}

/** How a model is got, with what is to be put in. */
export const DOWNLOAD = 'hf download OWNER/MODEL --local-dir DIR';

/** Field 1 to 8, 14 and 20 of ONNX's ModelProto, with their wire types: what a graph's first byte can be (onnx.proto3). */
const FIRST_BYTES = new Set([0x08, 0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42, 0x72, 0xa2]);

/** What of a folder is a model; what is missing or unfit, as a sentence that tells how to mend it. */
export function readModelFolder(path: string): Result<ModelFolder, string> {
  const folder = resolve(path);
  const unfit = (what: string) => ({ problem: `READER_DIR, ${folder}, ${what}` });
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return unfit('is no folder. Name the one that a model was downloaded to.');
  const graph = graphIn(folder);
  if (!graph)
    return unfit(
      `has no model.onnx, nor any onnx/model*.onnx. Take a model that has one, such as by: ${DOWNLOAD}`,
    );
  const size = statSync(graph).size;
  if (!FIRST_BYTES.has(firstByteOf(graph)))
    return unfit(
      `has a ${basename(graph)} that is no ONNX graph: its first byte is that of none. Download it again.`,
    );
  const read: Record<string, object> = {};
  for (const name of ['tokenizer.json', 'config.json', 'tokenizer_config.json']) {
    const file = join(folder, name);
    if (!existsSync(file)) {
      if (name === 'tokenizer_config.json') continue;
      return unfit(`has no ${name}. Download the whole model, not its graph alone.`);
    }
    try {
      const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
      if (typeof value !== 'object' || value === null) throw new TypeError('no object');
      read[name] = value;
    } catch (error) {
      return unfit(`has a ${name} that is no JSON (${(error as Error).message}). Download it again.`);
    }
  }
  return {
    value: {
      name: basename(folder),
      folder,
      graph,
      size,
      tokenizer: read['tokenizer.json'] ?? {},
      tokenizerConfig: read['tokenizer_config.json'] ?? {},
      config: (read['config.json'] ?? {}) as Readonly<Record<string, unknown>>,
    },
  };
}

/** `model.onnx`, else that of `onnx/`, else the smallest of the others there, which are the same with fewer bits. */
function graphIn(folder: string): string | undefined {
  const whole = [join(folder, 'model.onnx'), join(folder, 'onnx', 'model.onnx')].find((file) =>
    existsSync(file),
  );
  if (whole) return whole;
  const inner = join(folder, 'onnx');
  if (!existsSync(inner)) return undefined;
  return readdirSync(inner)
    .filter((name) => /^model.*\.onnx$/.test(name))
    .map((name) => join(inner, name))
    .sort((a, b) => statSync(a).size - statSync(b).size)[0];
}

function firstByteOf(file: string): number {
  const bytes = Buffer.alloc(1);
  const opened = openSync(file, 'r');
  try {
    readSync(opened, bytes, 0, 1, 0);
  } finally {
    closeSync(opened);
  }
  return bytes[0] ?? 0;
}
