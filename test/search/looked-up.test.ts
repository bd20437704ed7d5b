import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/corpus/passage.ts';
import { createLibrary } from '../../src/search/search.ts';
import { articleOf } from '../session.ts';

/** The first passage for a question on a text, with what the finding says of it. */
async function ask(text: string, question: string, lang = 'en', title?: string) {
  const article = articleOf(`${text}\n`, { lang, ...(title && { title }) });
  const finding = await createLibrary([article]).ask(question);
  return { ...finding, first: finding.passages[0] && textOf(finding.passages[0]) };
}

const TOWN =
  'White stone and a red house stood near the gate. The White House was painted in May. The house was red. Pier A is long. Pier C is short. The Who sang on the pier. Go replaced the old scripts. Anna sang “let it be” and left. Lund pays the fee. Osby does not pay the fee.';

describe('Words that stand together', () => {
  it.each([
    ['White House', 'The White House was painted in May.'],
    ['What of the "red house"?', 'White stone and a red house stood near the gate.'],
    ['The Who', 'The Who sang on the pier.'],
    ['Let It Be', 'Anna sang “let it be” and left.'],
    ['Go', 'Go replaced the old scripts.'],
    ['Which pier is Pier C?', 'Pier C is short.'],
  ])('are found as they are printed: %s', async (question, sentence) => {
    expect((await ask(TOWN, question)).first).toBe(sentence);
  });

  it('between quotation marks must stand so; else they are named, and no answer is claimed', async () => {
    const { outcome, missing } = await ask(TOWN, 'Who sang in the "house of stone"?');
    expect({ outcome, missing }).toEqual({ outcome: 'unclear', missing: ['"house of stone"'] });
  });

  it('with a letter that tells one from another are no answer for the other', async () => {
    for (const question of ['How long is Pier B?', 'How long is Pier D?'])
      expect((await ask(TOWN, question)).outcome).toBe('unclear');
    expect((await ask(TOWN, 'How long is Pier A?')).first).toBe('Pier A is long.');
  });

  it('are joined or parted as they are typed', async () => {
    const text = 'The data base holds max_retry_count. A sunflower grew. The pump weighs 15kg.';
    for (const [question, sentence] of [
      ['database', 'The data base holds max_retry_count.'],
      ['maxRetryCount', 'The data base holds max_retry_count.'],
      ['sun flower', 'A sunflower grew.'],
      ['15 kg', 'The pump weighs 15kg.'],
    ] as const) {
      const { first, missing } = await ask(text, question);
      expect({ first, missing }).toEqual({ first: sentence, missing: [] });
    }
    expect((await ask('He came to get her a pen.', 'Were they together?')).missing).toContain('together');
  });
});

describe('A question that denies', () => {
  it('has first what denies, and one that does not what does not', async () => {
    expect((await ask(TOWN, 'Who doesn’t pay the fee?')).first).toBe('Osby does not pay the fee.');
    expect((await ask(TOWN, 'Who pays the fee?')).first).toBe('Lund pays the fee.');
  });
});

describe('A figure or a telling word that is not printed', () => {
  it.each([
    ['Sales rose by 8 percent in 2022. The ferry was late.', 'How much did sales rise in 2021?', '2021'],
    ['Chapter 3 describes the new tunnel. It rained.', 'What does chapter 4 describe?', '4'],
    ['Butter prices doubled in spring. It rained.', 'Did butler prices double?', 'butler'],
    ['Austria exported more wine than ever. It rained.', 'What did Australia export?', 'Australia'],
  ])('keeps the nearest sentence from being called an answer: %s %s', async (text, question, word) => {
    const { outcome, missing, passages } = await ask(text, question);
    expect(outcome).toBe('unclear');
    expect(missing).toEqual([word]);
    expect(passages.length).toBeGreaterThan(0);
  });

  it('is not told to be missing where the text prints it in any place', async () => {
    const { missing } = await ask('She earned $100,000. It was warm.', 'Who spent 100 billion on IT?');
    expect(missing).not.toContain('100');
    expect(missing).not.toContain('IT');
  });
});

describe('What another script or language prints', () => {
  it.each([
    ['en', 'Tea from 雲南 is called 普洱.', '云南'],
    ['en', 'Tea from 雲南 is called 普洱.', 'What is 普洱?'],
    ['zh', '请升级到v2.5版本，C++模块也是。', '2.5'],
    ['zh', '请升级到v2.5版本，C++模块也是。', 'C++'],
    ['ko', '서울에서는 비가 왔다.', '서울'],
    ['he', 'הספר נמצא על השולחן.', 'ספר'],
    ['de', 'Das neue Literaturlexikon liegt im Lesesaal aus.', 'Wo liegt das Lexikon?'],
    ['de', 'Die Station für Wetter steht auf dem Berg.', 'Wetterstation'],
    ['fr', 'L’école est fermée le lundi.', 'école'],
    ['en', 'Press 🔽 to sort.', '🔽'],
  ])('is found (%s): %s %s', async (lang, text, question) => {
    const { first, missing } = await ask(text, question, lang);
    expect({ first, missing }).toEqual({ first: text, missing: [] });
  });
});

describe('A title', () => {
  it('chooses among articles', async () => {
    const policy = (year: number, sum: number) =>
      articleOf(`The daily allowance is ${sum} crowns. Hotels need a receipt.\n`, {
        id: `policy-${year}`,
        title: `Travel Policy ${year}`,
      });
    const { passages } = await createLibrary([policy(2022, 45), policy(2023, 50)]).ask(
      'What is the daily allowance in the Travel Policy 2023?',
    );
    expect(passages[0] && textOf(passages[0])).toBe('The daily allowance is 50 crowns.');
  });
});
