import { describe, expect, it } from 'vitest';
import { type JudgedArticle, parseJudged } from '../../measure/judged.ts';
import { subjectOf } from '../../measure/subject.ts';
import { Unusable } from '../../measure/unusable.ts';

const lighthouse = {
  id: 'coast/lighthouse',
  title: 'The lighthouse',
  lang: 'en',
  paragraphs: [
    'The lighthouse was built in 1821. Its lamp burned whale oil.',
    'A keeper lived there with her cat. She left in 1950.',
  ],
  questions: [
    {
      id: 'q1',
      question: 'When did the keeper leave?',
      answerable: true,
      answers: [{ text: '1950', paragraph: 1, start: 47 }],
    },
    { id: 'q2', question: 'What did the cat eat?', answerable: false, answers: [] },
  ],
};

const harbor = {
  id: 'coast/harbor',
  title: 'The harbor',
  sentences: ['Boats came at dawn.', ' ', ' Nets dried on the wall.'],
  questions: [{ id: 'h1', question: 'Where did nets dry?', answerable: true, positives: [2] }],
};

const articlesIn = (...lines: unknown[]): readonly JudgedArticle[] => {
  const file = parseJudged('made.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'));
  return file.kind === 'articles' ? file.articles : [];
};

const withAnswer = (answer: object) => ({
  ...lighthouse,
  questions: [{ id: 'q1', question: 'When?', answerable: true, answers: [answer] }],
});

describe('article sets', () => {
  it('joins paragraphs by a blank line and moves answers to where they stand in the whole', () => {
    const [article] = articlesIn(lighthouse);
    expect(article?.text).toContain('whale oil.\n\nA keeper');
    const [at = -1] = article?.questions[0]?.answers ?? [];
    expect(article?.text.slice(at)).toBe('1950.');
  });

  it('counts UTF-16 units, so that an emoji counts two', () => {
    const [article] = articlesIn({
      ...withAnswer({ text: 'dusk', paragraph: 0, start: 12 }),
      paragraphs: ['🌅 Boats at dusk.'],
    });
    expect(article?.text.slice(article.questions[0]?.answers[0])).toBe('dusk.');
  });

  it('is split as the corpus splits its articles', () => {
    const [judged] = articlesIn(lighthouse);
    const sentences = judged && subjectOf(judged).article.sentences;
    expect(sentences?.map(({ start, end }) => judged?.text.slice(start, end))).toEqual([
      'The lighthouse was built in 1821.',
      'Its lamp burned whale oil.',
      'A keeper lived there with her cat.',
      'She left in 1950.',
    ]);
  });
});

describe('sentence sets', () => {
  it('makes each sentence a paragraph and a positive the offset of its first character', () => {
    const [article] = articlesIn(harbor);
    const [at = -1] = article?.questions[0]?.answers ?? [];
    expect(article?.text.slice(at)).toBe('Nets dried on the wall.');
  });

  it('takes English where the language is not told', () => {
    expect(articlesIn(harbor)[0]?.lang).toBe('en');
  });
});

describe('questions on the corpus', () => {
  it('are told by having no text of their own', () => {
    const line = { question: 'Who built it?', outcome: 'found', expect: ['built in'], kind: 'plain' };
    expect(parseJudged('corpus.jsonl', `${JSON.stringify(line)}\n\n`)).toMatchObject({
      kind: 'corpus',
      questions: [{ outcome: 'found', expect: ['built in'] }],
    });
  });
});

describe('a bad line', () => {
  const complaint = (...lines: string[]) => {
    try {
      parseJudged('made.jsonl', lines.join('\n'));
      return 'nothing';
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      return error.message;
    }
  };
  const good = JSON.stringify(lighthouse);

  it('is named with its number, blank lines counted', () => {
    expect(complaint(good, '', '{ "id": ')).toMatch(/^made\.jsonl, line 3: /);
  });

  it('is told by the path of the field that is wrong', () => {
    const line = JSON.stringify(withAnswer({ text: '1821', paragraph: -1, start: 29 }));
    expect(complaint(good, line)).toMatch(/^made\.jsonl, line 2: questions\.0\.answers\.0\.paragraph: /);
    expect(complaint('7')).toMatch(/^made\.jsonl, line 1: /);
  });

  it('is one whose answer does not stand where it says', () => {
    const moved = JSON.stringify(withAnswer({ text: '1821', paragraph: 0, start: 3 }));
    expect(complaint(moved)).toBe('made.jsonl, line 1: question q1: paragraph 0 does not hold “1821” at 3');
    const beyond = JSON.stringify(withAnswer({ text: '1821', paragraph: 9, start: 3 }));
    expect(complaint(beyond)).toContain('paragraph 9 does not hold “1821”');
  });

  it('is one whose positive is a sentence that is not there', () => {
    const questions = [{ id: 'h1', question: 'Where?', answerable: true, positives: [7] }];
    expect(complaint(JSON.stringify({ ...harbor, questions }))).toContain('there is no sentence 7');
  });

  it('is told also of a file that is empty or mixed', () => {
    expect(complaint('', ' ')).toBe('made.jsonl is empty.');
    expect(complaint(good, '{"question":"Why?","outcome":"absent"}')).toContain('mixes');
  });
});
