import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/search/text/nearest.ts';

const names = ['harbor', 'lighthouse', 'light', 'Éckmühl', '千问恐慌'];
const sorted = (typed: string) => nearest(typed, names, (name) => [name]);

describe('The nearest names', () => {
  it('come first, and none is left out', () => {
    expect(sorted('lighthose')[0]).toBe('lighthouse');
    expect(sorted('ECKMUHL')[0]).toBe('Éckmühl');
    expect(sorted('千问')[0]).toBe('千问恐慌');
    expect([...sorted('xyz')].sort()).toEqual([...names].sort());
  });

  it('keep their order where nothing is typed', () => {
    expect(sorted(' ')).toEqual(names);
  });

  it('are found by any of several names', () => {
    const articles = [
      { id: 'a', title: 'Storms' },
      { id: 'b', title: 'Keepers' },
    ];
    expect(nearest('keper', articles, ({ id, title }) => [id, title])[0]).toMatchObject({ id: 'b' });
  });
});
