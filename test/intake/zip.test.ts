import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { isZip, openedZip } from '../../src/intake/zip.ts';

function openedOrThrow(bytes: Uint8Array) {
  const zip = openedZip(bytes);
  if ('problem' in zip) throw new Error(zip.problem);
  return zip.value;
}

const MIB = 1024 * 1024;

/** Where the record of the first entry in the directory begins. */
function directoryOf(bytes: Uint8Array): number {
  return Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
}

test('an entry is read by its name, stored or deflated, behind a comment too', () => {
  const archive = zipSync(
    { 'a/storm.txt': strToU8('The storm began. '.repeat(99)), 'b.txt': [strToU8('dusk'), { level: 0 }] },
    { comment: 'packed by hand' },
  );
  const zip = openedOrThrow(archive);
  expect(isZip(archive)).toBe(true);
  expect(zip.names).toEqual(['a/storm.txt', 'b.txt']);
  expect(zip.read('a/storm.txt')).toEqual({ value: strToU8('The storm began. '.repeat(99)) });
  expect(zip.read('b.txt')).toEqual({ value: strToU8('dusk') });
  expect(zip.read('c.txt')).toBeUndefined();
});

test('a bomb is refused by what it really holds, whatever size it claims', () => {
  const bomb = zipSync({ 'bomb.xml': new Uint8Array(11 * MIB) });
  new DataView(bomb.buffer).setUint32(directoryOf(bomb) + 24, 10, true);
  expect(openedOrThrow(bomb).read('bomb.xml')).toEqual({ problem: expect.stringContaining('10 MiB') });
});

test('entries that are read share one limit, and what is not read counts for nothing', () => {
  const zip = openedOrThrow(
    zipSync({
      'a.xml': new Uint8Array(6 * MIB),
      'b.xml': new Uint8Array(6 * MIB),
      'image.png': new Uint8Array(20 * MIB),
    }),
  );
  expect(zip.read('a.xml')).toHaveProperty('value');
  expect(zip.read('b.xml')).toEqual({ problem: expect.stringContaining('10 MiB') });
});

test('an entry with a password, one that comes twice, and one whose bytes were changed are told', () => {
  const archive = () => zipSync({ 'a.txt': strToU8('dusk'), 'b.txt': strToU8('dawn') }, { level: 0 });
  const encrypted = archive();
  encrypted[directoryOf(encrypted) + 8] = 1;
  expect(openedOrThrow(encrypted).read('a.txt')).toEqual({ problem: expect.stringContaining('password') });

  const twice = Buffer.from(archive());
  twice[twice.lastIndexOf('b.txt')] = 'a'.charCodeAt(0);
  expect(openedZip(new Uint8Array(twice))).toEqual({ problem: expect.stringContaining('twice') });

  const changed = Buffer.from(archive());
  changed[changed.indexOf('dusk')] = 'h'.charCodeAt(0);
  expect(openedOrThrow(new Uint8Array(changed)).read('a.txt')).toEqual({
    problem: expect.stringContaining('damaged'),
  });
});

test('an archive for files of more than four gigabytes is told', () => {
  const large = zipSync({ 'a.txt': strToU8('dusk') });
  new DataView(large.buffer).setUint32(directoryOf(large) + 20, 0xffffffff, true);
  expect(openedZip(large)).toEqual({ problem: expect.stringContaining('ZIP64') });
});

test('bytes that are cut off or are no archive throw nothing', () => {
  const archive = zipSync({ 'a.txt': strToU8('The storm began at dusk. '.repeat(40)) });
  for (let length = 0; length < archive.length; length += 7) {
    expect(openedZip(archive.slice(0, length))).toHaveProperty('problem');
  }
});
