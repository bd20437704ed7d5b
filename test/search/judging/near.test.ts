import { describe, expect, it } from 'vitest';
import { evidenceOf, statementOf } from '../../../src/search/search.ts';
import { articleOf, sessionOn } from '../../session.ts';

const { library } = sessionOn([
  articleOf(
    'The vessel left Bergen at dawn. A storm broke its engine near the cape, and rescuers pulled nine sailors out of the water.\n\nPhysicians on the island treated the ill children with antibiotics. The harbor office will sell the wreck in May. Nobody was hurt.\n',
  ),
]);

async function told(question: string) {
  const finding = await library.ask(question);
  const { words } = statementOf(evidenceOf(finding, finding.passages.slice(0, 1)));
  return { finding, near: Object.fromEntries(words.map(({ word, near }) => [word, near])) };
}

describe('A word that a passage lacks', () => {
  it('is told beside what is nearest to it there', async () => {
    const { near } = await told('Which storm broke the motor?');
    expect(near.motor).toEqual(['engine']);
  });

  it('is told alone where nothing is near it', async () => {
    const { near } = await told('Did the storm hurt the violin?');
    expect(near.violin).toEqual([]);
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
      expect((await library.ask(question)).outcome, question).toBe('absent');
    }
  });
});
