import { describe, expect, it } from 'vitest';
import { rank } from '../../../src/search/search.ts';
import { articleOf, sessionOn } from '../../session.ts';

const CHANGES = `## 6.3.0 (2024-05-20)

### Features

- A dark theme was released with this version.

## 6.2.0 (2024-03-01)

### Features

- Plugins read TypeScript 5.4.
- Settings are read from a file.

## 6.1.3 (2024-01-15)

- The release date of 6.1.2 is told in the notes.

## 6.1.2

- It was released on 24 December 2023.
`;

/** Sentences that a question leads to, as they stand. */
function found(text: string, question: string): readonly string[] {
  const article = articleOf(text);
  const parsed = sessionOn([article]).library.parse(question);
  if ('problem' in parsed || !parsed.value[0]) throw new Error('There is a question');
  return rank(parsed.value[0]).candidates.flatMap(({ sentence }) => {
    const place = article.sentences[sentence];
    return place ? [text.slice(place.start, place.end)] : [];
  });
}

describe('A section that a question names by its number', () => {
  it('is the one that is looked into, under its lower headings too', () => {
    expect([...found(CHANGES, 'When was v6.2.0 released?')].sort()).toEqual([
      'Plugins read TypeScript 5.4.',
      'Settings are read from a file.',
    ]);
    expect(found(CHANGES, 'When was 6.3.0 released?')).toEqual([
      'A dark theme was released with this version.',
    ]);
  });

  it('is looked into with what prints the number elsewhere', () => {
    expect([...found(CHANGES, 'When was 6.1.2 released?')].sort()).toEqual([
      'It was released on 24 December 2023.',
      'The release date of 6.1.2 is told in the notes.',
    ]);
  });

  it('leaves other questions as they are', () => {
    expect(found(CHANGES, 'When was 6.9.9 released?').length).toBeGreaterThan(2);
    expect(found(CHANGES, 'When was the dark theme released?')[0]).toBe(
      'A dark theme was released with this version.',
    );
  });
});
