import { describe, expect, it, test } from 'vitest';
import { FOUND } from '../../../src/search/judging/confidence.ts';
import { evidenceOf, statementOf } from '../../../src/search/search.ts';
import { articleOf, sessionOn } from '../../session.ts';

const STORM = articleOf(
  'The vessel left Bergen at dawn. A storm broke its engine near the cape, and rescuers pulled nine sailors out of the water.\n\nPhysicians on the island treated the ill children with antibiotics. The harbor office will sell the wreck in May. Nobody was hurt.\n',
);

async function told(question: string, article = STORM) {
  const finding = await sessionOn([article]).library.ask(question);
  const { words } = statementOf(evidenceOf(finding, finding.passages.slice(0, 1)));
  return { finding, near: Object.fromEntries(words.map(({ word, near }) => [word, near])) };
}

describe('A word that a passage lacks', () => {
  it('is told beside what is nearest to it there', async () => {
    expect((await told('Which storm broke the motor?')).near.motor).toEqual(['engine']);
    expect((await told('Which doctors were on the island?')).near.doctors).toEqual(['Physicians']);
  });

  test.each([
    ['Did the storm hurt the violin?', 'violin'],
    ['Who will buy the wreck?', 'buy'],
    ['Will the office sell the wreck in June?', 'June'],
    ['Did the vessel leave Oslo at dusk?', 'dusk'],
  ])(
    'is told alone where nothing is near it but a contrary, or another of its kind: %s',
    async (question, word) => {
      expect((await told(question)).near[word] ?? []).toEqual([]);
    },
  );

  it('is no name of somebody whom a thesaurus knows', async () => {
    const vote = articleOf('Harvey opposed the vote in May. The council met at noon.\n');
    expect((await told('Which physician opposed the vote?', vote)).near.physician).toEqual([]);
  });
});

describe('A passage without a telling word of the question', () => {
  it('is at best the nearest, and says so', async () => {
    const { finding } = await told('What medicine did the doctors give the sick kids?');
    expect(finding.outcome).toBe('unclear');
    expect(finding.reason).toEqual({ kind: 'meaning' });
    const { article, first } = finding.passages[0] ?? { first: -1 };
    expect(article?.text.slice(article.sentences[first]?.start)).toMatch(/^Physicians on the island/);
  });

  it('is not shown where it is not near', async () => {
    for (const question of ['How do I bake sourdough bread?', 'Who won the chess final?', 'asdf qwertz']) {
      expect((await told(question)).finding.outcome, question).toBe('absent');
    }
  });

  it('is not called near in meaning where its heading led there, or no meaning is known', async () => {
    const headed =
      '## Rettung\n\nEin Sturm zerstörte den Motor.\n\n## Wetter\n\nAm Abend schien die Sonne.\n';
    const { finding } = await told('Was war die Rettung?', articleOf(headed, { lang: 'de' }));
    expect(finding.reason.kind).not.toBe('meaning');
    const english = '## Rescue\n\nA storm broke the engine.\n\n## Weather\n\nThe evening was sunny.\n';
    expect((await told('What was the rescue?', articleOf(english))).finding.reason.kind).not.toBe('meaning');
  });

  it('is as near wherever its article stands among others', async () => {
    const filler = articleOf(
      Array.from({ length: 80 }, (_, at) => `Item ${at} costs ${at} crowns.`).join(' '),
      { id: 'filler' },
    );
    const ask = async (articles: (typeof STORM)[]) =>
      (await sessionOn(articles).library.ask('What medicine did the doctors give the sick kids?')).passages[0]
        ?.article.id;
    expect(await ask([STORM, filler])).toBe(STORM.id);
    expect(await ask([filler, STORM])).toBe(STORM.id);
  });
});

describe('A name alone', () => {
  it('is found where the article prints it', async () => {
    expect((await told('Bergen')).finding.outcome).toBe('found');
    expect((await told('What about the engine?')).finding.outcome).toBe('found');
  });

  it('is a question, and judged as one, with any other word beside it', async () => {
    for (const question of ['Why Bergen?', 'Who of Bergen?', 'Bergen office engine'])
      expect((await told(question)).finding.confidence, question).not.toBe(FOUND);
  });

  it('is not found by another word that it might be a slip for', async () => {
    expect((await told('What about Sailers?')).finding.outcome).not.toBe('absent');
    expect((await told('What about Storn?')).finding.reason.kind).not.toBe('meaning');
  });
});
