// Graphs as ONNX has them (onnx.proto3), written by hand: what is needed of it is a page.

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
/** A field that is an integer. */
export const number = (field: number, value: number) =>
  Buffer.from([...varint(BigInt(field << 3)), ...varint(BigInt(value))]);
/** A field of bytes, text or a message; parts are joined. */
export const bytes = (field: number, ...parts: (string | Uint8Array)[]) => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  return Buffer.concat([
    Buffer.from([...varint(BigInt((field << 3) | 2)), ...varint(BigInt(body.length))]),
    body,
  ]);
};

/** Types of elements (onnx.TensorProto.DataType). */
export const [FLOAT, INT64, BOOL] = [1, 7, 9];

/** A tensor of `dims`, with its values in order. */
export const tensor = (name: string, type: number, dims: readonly number[], values: ArrayLike<number>) => {
  const raw =
    type === INT64
      ? Buffer.from(BigInt64Array.from(Array.from(values, BigInt)).buffer)
      : type === BOOL
        ? Buffer.from(Array.from(values))
        : Buffer.from(Float32Array.from(values).buffer);
  return Buffer.concat([
    ...dims.map((dim) => number(1, dim)),
    number(2, type),
    bytes(8, name),
    bytes(9, raw),
  ]);
};
/** An input or an output; a dimension that is text may be of any size. */
export const value = (name: string, type: number, dims: readonly (string | number)[]) =>
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
/** An attribute that is an integer. */
export const integer = (name: string, of: number) => bytes(5, bytes(1, name), number(3, of), number(20, 2));
/** An attribute that is a number. */
export const real = (name: string, of: number) => {
  const four = Buffer.alloc(4);
  four.writeFloatLE(of);
  return bytes(5, bytes(1, name), Buffer.from([0x15]), four, number(20, 1));
};
/** An attribute that is a list of integers. */
export const integers = (name: string, of: readonly number[]) =>
  bytes(5, bytes(1, name), ...of.map((one) => number(8, one)), number(20, 7));
/** A node: an operator, what it takes and gives. */
export const node = (
  type: string,
  inputs: readonly string[],
  outputs: readonly string[],
  ...attributes: Buffer[]
) =>
  bytes(
    1,
    ...inputs.map((input) => bytes(1, input)),
    ...outputs.map((output) => bytes(2, output)),
    bytes(4, type),
    ...attributes,
  );
/** A graph of nodes (`node`) and constants (`bytes(5, tensor(…))`). */
export const graphOf = (parts: readonly Buffer[], inputs: readonly Buffer[], outputs: readonly Buffer[]) =>
  Buffer.concat([
    ...parts,
    bytes(2, 'g'),
    ...inputs.map((input) => bytes(11, input)),
    ...outputs.map((output) => bytes(12, output)),
  ]);
/** A model: a graph, and which version of ONNX's operators it means. */
export const modelOf = (graph: Buffer, operators = 13) =>
  Buffer.concat([number(1, 8), bytes(7, graph), bytes(8, bytes(1, ''), number(2, operators))]);
