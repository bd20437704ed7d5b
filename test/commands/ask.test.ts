import { describe, expect, it } from 'vitest';
import { answerTo, ask } from '../../commands/ask.ts';
import { attributionOf, headingOf, quotationsOf, textsOf } from '../promise.ts';
import { articleOf, LIGHTHOUSE, realSession, sessionOn } from '../session.ts';

const labelsOf = (reply: Awaited<ReturnType<typeof ask.answer>>) => reply.buttons.map(({ label }) => label);

describe('/ask', () => {
  it('answers everyone with the article’s own sentences, lettered and attributed', async () => {
    const reply = await ask.answer({ question: 'Who accused Alibaba?' }, await realSession());
    expect(reply).toMatchObject({
      visibility: 'public',
      tone: 'found',
    });
    expect(headingOf(reply)).toBe('In the article: 3 passages');
    const [first, second] = quotationsOf(reply);
    expect(first?.text).toBe(
      'The U.S. government has accused Alibaba of providing technical support to the Chinese military, which poses a threat to U.S. security, according to a leaked White House memorandum.',
    );
    expect(first).toMatchObject({ letter: 'A' });
    expect(first && attributionOf(first)).toBe('Core Viewpoint · sentence 1');
    expect(second?.letter).toBe('B');
    expect(first?.button?.action).toMatchObject({
      verb: 'context',
      passage: { article: 'qwen-panic', first: 0, last: 0 },
    });
    expect(reply.blocks[0]).toEqual({
      kind: 'note',
      text: 'You asked: Who accused Alibaba?',
      question: true,
    });
    expect(textsOf(reply)[1]).toMatch(
      /^美国一些人陷入阿里千问恐慌\?完全没必要 · Bei Jing Ri Bao Ke Hu Duan via Reportify, 2025-11-16 09:05 · rev [0-9a-f]{8}$/,
    );
  });

  it('stresses the words that match, where they stand in the article', async () => {
    const [first] = quotationsOf(await ask.answer({ question: 'Who accused Alibaba?' }, await realSession()));
    const text = first?.passage.article.text ?? '';
    expect(first?.matches.map(({ start, end }) => text.slice(start, end))).toEqual(['accused', 'Alibaba']);
  });

  it('shows three passages and keeps the others under More, which goes on with the letters', async () => {
    const reply = await ask.answer({ question: 'What about Qwen?' }, await realSession());
    expect(quotationsOf(reply)).toHaveLength(3);
    const more = reply.buttons.find(({ rest }) => rest);
    expect(more?.label).toMatch(/^More passages \(\d\)$/);
    expect(more?.action).toMatchObject({ verb: 'more', from: 0, trail: [3] });
    expect(reply.rest?.(1)?.action).toMatchObject({ verb: 'more', from: 0, trail: [1] });
  });

  it('answers the reader alone when asked to, and offers to show everyone', async () => {
    const reply = await ask.answer({ question: 'Who accused Alibaba?', private: true }, await realSession());
    expect(reply.visibility).toBe('private');
    expect(labelsOf(reply)).toContain('Show everyone');
  });

  it('tells which words it read as others', async () => {
    const reply = await ask.answer({ question: 'who acused alibba?' }, await realSession());
    expect(textsOf(reply)).toContain('acused ≈ accused · alibba ≈ Alibaba');
  });

  it('tells everyone what lacks, when a word that carries the question is missing', async () => {
    const session = await realSession();
    const question = 'Did Alibaba open an office in Nairobi for the Qwen model?';
    const finding = await session.library.ask(question);
    const reply = await ask.answer({ question }, session);
    expect(finding.outcome).toBe('unclear');
    expect(reply).toMatchObject({
      visibility: 'public',
      tone: 'unclear',
      heading: 'Nearest in the article',
    });
    const texts = textsOf(reply);
    expect(texts).toContain('Alibaba ✓ · open ✓ · office ✗ · Nairobi ✗ · Qwen ✓ · model ✓');
    expect(texts).toContain('None of them says “Nairobi” or “office”.');
    expect(labelsOf(reply)).not.toContain('Show everyone');
  });

  it('says privately that the article does not hold it, with what the article has sections on', async () => {
    const reply = await ask.answer({ question: 'banana pancake recipe' }, await realSession());
    expect(reply).toMatchObject({ visibility: 'private', tone: 'absent', heading: 'Not in the article' });
    expect(quotationsOf(reply)).toEqual([]);
    expect(textsOf(reply)).toContain(
      'I compared your question with all 12 sentences of the article. None came close enough to quote.',
    );
    expect(textsOf(reply).find((text) => text.startsWith('Sections: '))).toContain(
      'Group 4: Potential for Cooperation',
    );
  });

  it.each([
    ['', 'There is no question here.'],
    ['   \n ', 'There is no question here.'],
    ['?!… ±', 'There are only symbols here.'],
    ['who is the', 'These words appear in nearly every text.'],
    ['x'.repeat(301), 'The question is 301 characters long; the limit is 300.'],
  ])('tells why %j cannot be looked up', async (question, sentence) => {
    const reply = await ask.answer({ question }, await realSession());
    expect(reply).toMatchObject({ visibility: 'private', tone: 'absent', heading: 'Nothing to look up' });
    expect(textsOf(reply).some((text) => text.startsWith(sentence))).toBe(true);
    expect(reply.buttons).toEqual([]);
  });

  it('repeats a question on one line, without control characters and direction marks', async () => {
    const reply = await ask.answer(
      { question: 'Who\u001b[31m accused\n\u202eAlibaba?' },
      await realSession(),
    );
    expect(textsOf(reply)).toContain('You asked: Who [31m accused Alibaba?');
  });

  it('finds an article by its title, and names those there are for one that is not held', async () => {
    const session = await realSession();
    const byTitle = await ask.answer(
      { question: 'Who accused Alibaba?', article: ' 美国一些人陷入阿里千问恐慌？完全没必要' },
      session,
    );
    expect(byTitle.tone).toBe('found');
    const unknown = await ask.answer({ question: 'Who accused Alibaba?', article: 'qwen-panik' }, session);
    expect(unknown).toMatchObject({ visibility: 'private', tone: 'fault' });
    expect(textsOf(unknown)).toContain(
      'No article is called “qwen-panik”. Choose from: 美国一些人陷入阿里千问恐慌?完全没必要 (qwen-panic).',
    );
  });

  it('names the article of each quotation where several are quoted, and has no common footer then', async () => {
    const one = articleOf(LIGHTHOUSE);
    const other = articleOf('The lighthouse lamp of Skagen burned coal until 1858.\n', {
      id: 'skagen',
      title: 'Skagen',
      via: 'Coast Wire',
      published: '2020-05-01',
    });
    const reply = await ask.answer({ question: 'lighthouse lamp burned' }, sessionOn([one, other]));
    const attributions = quotationsOf(reply).map((quotation) => attributionOf(quotation));
    expect(
      attributions.some((text) => text.includes('Skagen · Harbor Post via Coast Wire, 2020-05-01 · rev ')),
    ).toBe(true);
    expect(attributions.some((text) => text.includes('The Lighthouse · Harbor Post · rev '))).toBe(true);
    expect(reply.footer).toBeUndefined();
  });

  it('links to the article where the source gives an address', async () => {
    const article = articleOf(LIGHTHOUSE, { url: 'https://example.org/lighthouse' });
    const reply = await ask.answer({ question: 'When was the lighthouse finished?' }, sessionOn([article]));
    expect(reply.buttons).toContainEqual({
      label: 'Open article ↗',
      url: 'https://example.org/lighthouse',
    });
  });

  it('shows as many passages as a script asks for', async () => {
    const reply = await answerTo('What about Qwen?', { limit: 1 }, await realSession());
    expect(quotationsOf(reply)).toHaveLength(1);
    expect(headingOf(reply)).toBe('In the article: 1 passage');
  });
});
