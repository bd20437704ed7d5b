// The picture of a reply in docs/, which says within itself what reply it shows, so that a test can tell when it is of another.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/** How large the reply is shown, in CSS pixels, and how many pixels of the picture each of them is. */
const VIEW = { width: 688, height: 456, scale: 2 };
const SIGNATURE_BYTES = 8;
const KEYWORD = 'Description';

/**
 * Takes a picture of a page with Chromium, in dark colors, and writes it with its description.
 * @param address Of the page, with the anchor of the scene.
 * @throws Error where there is no Chromium at `CHROMIUM`, or in its usual place.
 */
export function takePicture(address: string, description: string, file: string): void {
  const { status, error } = spawnSync(process.env.CHROMIUM || '/usr/bin/chromium', [
    ...[
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--blink-settings=preferredColorScheme=0',
    ],
    `--window-size=${VIEW.width},${VIEW.height}`,
    `--force-device-scale-factor=${VIEW.scale}`,
    `--screenshot=${file}`,
    address,
  ]);
  if (status !== 0) throw error ?? new Error(`Chromium ended with ${status}.`);
  writeFileSync(file, described(readFileSync(file), description));
}

/** A PNG with a description, in the place of one that it had: an iTXt chunk (https://www.w3.org/TR/png-3/#11iTXt) before its end. */
export function described(png: Buffer, description: string): Buffer {
  const others = chunksOf(png).filter((chunk) => textIn(chunk) === undefined);
  const text = Buffer.from(`${KEYWORD}\0\0\0\0\0${description}`);
  const kept = others.flatMap(({ type, content }) => {
    const own = chunkOf(type, content);
    return type === 'IEND' ? [chunkOf('iTXt', text), own] : [own];
  });
  return Buffer.concat([png.subarray(0, SIGNATURE_BYTES), ...kept]);
}

/** The description of a PNG; undefined where it has none. */
export function descriptionOf(png: Buffer): string | undefined {
  return chunksOf(png)
    .map(textIn)
    .find((text) => text !== undefined);
}

interface Chunk {
  readonly type: string;
  readonly content: Buffer;
}

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE_BYTES; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      content: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
}

function textIn({ type, content }: Chunk): string | undefined {
  const head = `${KEYWORD}\0\0\0\0\0`;
  if (type !== 'iTXt' || content.toString('latin1', 0, head.length) !== head) return undefined;
  return content.toString('utf8', head.length);
}

function chunkOf(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** CRC-32 as PNG wants it (https://www.w3.org/TR/png-3/#5CRC-algorithm); Node has it from 22.2 on. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
