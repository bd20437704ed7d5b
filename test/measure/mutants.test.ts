// The lists of mutants fit the sources, and what is read of them.
import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { mutated, parseMutants, readMutants, staleness } from '../../measure/mutants/read-mutants.ts';

const { mutants, flaws } = readMutants('.');

describe('The lists in mutants/', () => {
  it('have enough of every room, each under a name of its own', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(160);
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });

  it('can be read, and fit the sources and the tests as they are', () => {
    expect([...flaws, ...mutants.flatMap((mutant) => staleness(mutant, '.') ?? [])]).toEqual([]);
  });

  it('hold nothing that is no program, which any test would notice', () => {
    for (const mutant of mutants) {
      const source = mutated(readFileSync(mutant.file, 'utf8'), mutant);
      expect(() => transformSync(source, { loader: 'ts' }), mutant.at).not.toThrow();
    }
  });
});

describe('A list of mutants', () => {
  const list = `# Comments say nothing.
src/limits.ts → test/rooms.test.ts

A row holds six buttons
- row: 5,
+ row: 6,
`;

  it('gives each mutant its file, its test and its place', () => {
    expect(parseMutants(list, 'limits')).toEqual({
      mutants: [
        {
          name: 'A row holds six buttons',
          room: 'limits',
          file: 'src/limits.ts',
          test: 'test/rooms.test.ts',
          line: 'row: 5,',
          becomes: 'row: 6,',
          at: 'mutants/limits.txt:4',
        },
      ],
      flaws: [],
    });
  });

  it('says where a line of it is out of place', () => {
    const { flaws: found } = parseMutants(`${list}\nAnother\n- row: 5,\nA third\n+ row: 7,`, 'limits');
    expect(found).toEqual([
      'mutants/limits.txt:8: “Another” lacks its line after “- ” or what it becomes after “+ ”.',
      'mutants/limits.txt:11: A line after “+ ” follows one after “- ”.',
      'mutants/limits.txt:10: “A third” lacks its line after “- ” or what it becomes after “+ ”.',
    ]);
  });

  it('names a mutant whose line is gone, or there twice', () => {
    const [mutant] = parseMutants(list, 'limits').mutants;
    if (!mutant) throw new Error('There is no mutant.');
    expect(staleness(mutant, '.')).toBeUndefined();
    expect(staleness({ ...mutant, line: 'row: 4,' }, '.')).toBe(
      'mutants/limits.txt:4: “A row holds six buttons”: src/limits.ts has no such line any more: row: 4,',
    );
    expect(mutated('a\n  a\nb', { line: 'a', becomes: 'c' })).toBe('several');
    expect(mutated('a\n  b $&\n', { line: 'b $&', becomes: 'c $&' })).toBe('a\n  c $&\n');
  });
});
