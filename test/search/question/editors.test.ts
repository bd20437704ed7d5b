import { describe, expect, it, test } from 'vitest';
import { parseArticle } from '../../../src/corpus/parse.ts';
import { createLibrary } from '../../../src/search/search.ts';

const TEXT = 'The ferry sails at noon. The Berg family owns it. It carries mail to nine islands.\n';
const REVISION = revisionOf(TEXT);

function articleWith(questions: string) {
  const file = `---\ntitle: The ferry\npublisher: The Daily\nlang: en\nquestions:\n${questions}---\n${TEXT}`;
  return parseArticle('ferry', Buffer.from(file));
}

function revisionOf(text: string): string {
  return parseArticle('ferry', Buffer.from(`---\ntitle: T\npublisher: P\nlang: en\n---\n${text}`)).revision;
}

const article = articleWith(`  Who owns the ferry?:
    - 2: The Berg family owns it.
  How long does the trip take?: none ${REVISION.slice(0, 8)}
  Who does not pay?:
    - 3: It carries mail to nine islands.
    - 1: The ferry sails at noon.
`);
const library = createLibrary([article]);

describe('A question that the editors answered', () => {
  test.each(['Who owns the ferry?', 'who owned teh ferries', 'WHO OWNS THE FERRY', 'Please, who owns ferry'])(
    'is answered by their sentences: %s',
    async (question) => {
      const { outcome, reason, passages } = await library.ask(question);
      expect([outcome, reason.kind]).toEqual(['found', 'chosen']);
      expect(passages.map(({ first, last }) => [first, last])).toEqual([[1, 1]]);
    },
  );

  test.each([
    'Who does the ferry own?',
    'When does the ferry sail?',
    'Who owns the ferry company?',
    'Who pays?',
    'Who owns the berry?',
    'Who owns it?',
  ])('is no other one: %s', async (question) => {
    expect((await library.ask(question)).reason.kind).not.toBe('chosen');
  });

  it('keeps their order of sentences', async () => {
    const { passages } = await library.ask('Who does not pay?');
    expect(passages.map(({ first }) => first)).toEqual([2, 0]);
  });

  it('is not answered where they say so', async () => {
    const { outcome, reason, passages } = await library.ask('how long did the trip take');
    expect([outcome, reason.kind, passages]).toEqual(['absent', 'said-none', []]);
  });

  it('is looked up as any other where that is asked', async () => {
    expect((await library.ask('Who owns the ferry?', { plainly: true })).reason.kind).not.toBe('chosen');
  });
});

describe('An answer of the editors that does not hold for the text', () => {
  test.each([
    ['  Who owns it?:\n    - 2: The Holm family owns it.\n', /sentence 2 now begins “?"?The Berg family/],
    ['  Who owns it?:\n    - 1: The Berg family owns it.\n', /this is sentence 2 now, not 1/],
    ['  Who owns it?:\n    - 9: The Berg family owns it.\n', /no sentence 9, but 3 in all/],
    ['  Who owns it?: none 00000000\n', /revision "?“?00000000.* now /],
  ])('is not used, and told with its line', async (questions, message) => {
    const stale = articleWith(questions);
    expect(stale.editorsAnswers).toEqual([]);
    expect(stale.remarks).toEqual([{ file: 'ferry.md', line: 6, message: expect.stringMatching(message) }]);
    expect((await createLibrary([stale]).ask('Who owns it?')).reason.kind).not.toBe('chosen');
  });

  test.each(['  Who?: maybe\n', '  Who?: []\n', '  Who?:\n    - two: It is.\n', '  Who?:\n    - 2:\n'])(
    'is refused where it has no such form: %s',
    (questions) => {
      expect(() => articleWith(questions)).toThrow(
        /^ferry\.md:6: "questions" of .Who\?.: Write the sentences/,
      );
    },
  );
});
