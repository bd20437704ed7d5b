import { describe, expect, it } from 'vitest';
import { tellEvidence } from '../../../src/reply/evidence.ts';
import { WORDS } from '../../../src/reply/words.ts';
import { evidenceOf, partedForReply } from '../../../src/search/search.ts';
import { articleOf, sessionOn } from '../../session.ts';

const SALES = `Sales rose by 8 percent in 2022. Mira Holm, 46, has led Gamma Oils since spring.

The harbor is quiet. Gulls follow the ferry.`;

async function told(text: string, question: string, locale: keyof typeof WORDS = 'en-US') {
  const { library } = sessionOn([articleOf(text)]);
  const finding = await library.ask(question);
  const { shown } = partedForReply(finding.passages, 3);
  const { line, sentence } = tellEvidence(evidenceOf(finding, shown), finding.reason, WORDS[locale]);
  return { outcome: finding.outcome, line, sentence, shown: shown.length };
}

describe('The evidence', () => {
  it('says of each telling word whether it stands in the passages, and of the kind asked for', async () => {
    expect(await told(SALES, 'How old is Mira Holm of Gamma Oils?')).toMatchObject({
      outcome: 'found',
      line: 'Mira Holm ✓ · Gamma Oils ✓ · an age ✓',
      sentence: undefined,
    });
  });

  it('names the years that are printed beside the one that was asked for', async () => {
    expect(await told(SALES, 'How much did sales rise in 2021?')).toMatchObject({
      outcome: 'unclear',
      line: expect.stringContaining('2021 ✗'),
      sentence: 'It mentions 2022, not 2021.',
    });
  });

  it('says in a sentence what lacks, in each language', async () => {
    expect(await told(SALES, 'Does Mira Holm sell bananas?')).toMatchObject({
      line: 'Mira Holm ✓ · sell ✗ · bananas ✗',
      sentence: 'It does not say “sell” or “bananas”.',
    });
    expect((await told(SALES, 'Does Mira Holm sell bananas?', 'zh-TW')).sentence).toBe(
      '這一段沒有提到「sell」或「bananas」。',
    );
  });

  it('says what a word was read as', async () => {
    expect((await told(SALES, 'Who leads Gama Oils?')).line).toContain('Gama ≈ Gamma');
  });
});

describe('A second passage', () => {
  it('is shown where it would stand beside the first by itself, and not as filler', async () => {
    expect((await told(SALES, 'How old is Mira Holm of Gamma Oils?')).shown).toBe(1);
    const two = 'Mira Holm leads Gamma Oils.\n\nGamma Oils pays Mira Holm in stock.\n';
    expect((await told(two, 'Mira Holm Gamma Oils')).shown).toBe(2);
  });
});
