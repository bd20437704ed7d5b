import { describe, expect, it } from 'vitest';
import {
  measureSentences,
  measureTreebanks,
  readSentenceFloors,
  sentenceSetbacks,
} from '../../measure/sentences.ts';

describe('The sample of sentences', () => {
  it('is split no worse than before', async () => {
    expect(sentenceSetbacks(await measureTreebanks(), await readSentenceFloors())).toEqual([]);
  });

  it('names the treebank and the figure that moved for the worse', async () => {
    const all = await readSentenceFloors();
    const [[name, floor] = ['', { f1: 0, wrong: 0 }]] = Object.entries(all.treebanks);
    const floors = { ...all, treebanks: { [name]: floor } };
    const having = (figures: object) => ({ ...floors, treebanks: { [name]: { ...floor, ...figures } } });
    expect(sentenceSetbacks(having({ f1: 100, wrong: 0 }), floors)).toEqual([]);
    expect(sentenceSetbacks(having({ f1: 1 }), floors)).toEqual([`${name}: F1 moved from ${floor.f1} to 1.`]);
    expect(sentenceSetbacks(having({ wrong: 999 }), floors)[0]).toMatch(
      /wrong ends moved from .* to 999 per 1,000/,
    );
    expect(sentenceSetbacks({ ...floors, sha256: 'other' }, floors)[0]).toMatch(/is not the file/);
    expect(sentenceSetbacks({ ...floors, treebanks: { 'New-One': floor } }, floors)).toEqual([
      `${name} was not measured.`,
      'New-One has no floor.',
    ]);
  });

  it('counts ends within a paragraph alone, whatever white space stands around them', () => {
    const paragraphs = [
      { treebank: 'x', lang: 'en', text: 'One. Two. Three.', sentences: ['One.', 'Two.', 'Three.'] },
    ];
    const by = (...pieces: string[]) => measureSentences(paragraphs, { name: 'x', split: () => pieces });
    expect(by('One. ', 'Two.', ' Three.')).toEqual({ f1: 100, wrong: 0 });
    expect(by('One. Two. Three.')).toEqual({ f1: 0, wrong: 0 });
    expect(by('One.', 'Two. Thr', 'ee.')).toEqual({ f1: 50, wrong: 333.33 });
  });
});
