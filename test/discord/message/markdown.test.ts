import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeLabel,
  escapeMarkdown,
  isolateParts,
  prefixLines,
  unbrokenDates,
} from '../../../src/discord/message/markdown.ts';
import { displayed } from '../../../src/discord/proof/read-markdown.ts';
import { TRAPS, trickyText } from '../articles.ts';
import { seen } from '../displayed.ts';

describe('unbrokenDates', () => {
  it.each([
    [
      'Harbor Post via Reportify, 2025-11-16 09:05 · rev 9c75c747',
      'Harbor Post via Reportify, 2025‑11‑16 09:05 · rev 9c75c747',
    ],
    ['港報，2025-11。', '港報，2025‑11。'],
    ['发布于2025-11-16', '发布于2025‑11‑16'],
  ])('keeps the date of %j on one line', (label, kept) => {
    expect(unbrokenDates(label)).toBe(kept);
  });

  it.each([
    'panic-2025-11',
    '2025-11-16-panic',
    'https://a.b/2025-11-16/c?d=2025-11-16',
    '12025-11-16',
    'well-known',
  ])('leaves %j as it is, which is no date', (label) => {
    expect(unbrokenDates(label)).toBe(label);
  });
});

describe('isolateParts', () => {
  it('keeps each part of a right-to-left label in its place, and a date in its order', () => {
    expect(isolateParts('חברת ✓ · המגדלור ✗')).toBe('\u2068חברת ✓\u2069 · \u2068המגדלור ✗\u2069');
    expect(isolateParts(unbrokenDates('המגדלור · קול הנמל, 2025-11-16 09:05 · rev 9c75c747'))).toBe(
      '\u2068המגדלור\u2069 · \u2068קול הנמל, \u20682025‑11‑16 09:05\u2069\u2069 · \u2068rev 9c75c747\u2069',
    );
  });

  it.each(['CEO ✓ · Alibaba ✗', 'You asked: מי כיבה?'])('leaves %j as it is', (line) => {
    expect(isolateParts(line)).toBe(line);
  });
});

describe('escapeMarkdown', () => {
  it.each(TRAPS)('shows %j as it stands', (text) => {
    expect(seen(escapeMarkdown(text))).toBe(text);
    expect(displayed(escapeMarkdown(text))).toBe(text);
  });

  it('shows every generated text as it stands, also inside a quotation', () => {
    fc.assert(
      fc.property(trickyText, (text) => {
        expect(seen(escapeMarkdown(text))).toBe(text);
        expect(seen(prefixLines('> ', `“${escapeMarkdown(text)}”`))).toBe(`“${text}”`);
        expect(displayed(escapeMarkdown(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('adds bold and underline to words without changing a character that is shown', () => {
    const stressed = fc
      .tuple(trickyText, fc.array(fc.nat({ max: 200 }), { maxLength: 8 }))
      .map(([text, cuts]) => {
        const edges = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
        const stretches = (turn: number) =>
          edges.flatMap((start, index) => {
            const end = edges[index + 1];
            return end !== undefined && index % 3 === turn ? [{ start, end }] : [];
          });
        return { text, bold: stretches(0), underlined: stretches(1) };
      });
    fc.assert(
      fc.property(stressed, ({ text, bold, underlined }) => {
        const markdown = prefixLines('> ', `“${escapeMarkdown(text, { bold, underlined })}”`);
        expect(seen(markdown)).toBe(`“${text}”`);
        expect(displayed(escapeMarkdown(text, { bold, underlined }))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('marks a word in bold beside letters, signs and Chinese', () => {
    expect(escapeMarkdown('美国政府指控', { bold: [{ start: 2, end: 4 }] })).toBe('美国**政府**指控');
    expect(escapeMarkdown('(Qwen)', { bold: [{ start: 1, end: 5 }] })).toBe('(**Qwen**)');
    expect(escapeMarkdown('unfairly', { bold: [{ start: 2, end: 6 }] })).toBe('un**fair**ly');
  });

  it('closes an underline before it opens bold, and the other way round', () => {
    const bold = [{ start: 0, end: 3 }];
    expect(escapeMarkdown('Lee46', { bold, underlined: [{ start: 3, end: 5 }] })).toBe('**Lee**__46__');
    expect(
      escapeMarkdown('46Lee', { bold: [{ start: 2, end: 5 }], underlined: [{ start: 0, end: 2 }] }),
    ).toBe('__46__**Lee**');
  });

  it('joins bold words that touch and leaves white space at their edges plain', () => {
    const spans = [
      { start: 0, end: 3 },
      { start: 3, end: 8 },
    ];
    expect(escapeMarkdown('Alibaba now', { bold: spans })).toBe('**Alibaba** now');
  });

  it('leaves a colon before a space and a hyphen inside a line alone', () => {
    expect(escapeMarkdown('Group 2: well-known')).toBe('Group 2: well-known');
  });
});

describe('escapeLabel', () => {
  it('makes one line of what a reader typed and drops what cannot be seen', () => {
    expect(escapeLabel(' who\n\n# said\u202E it\u0000? ')).toBe('who # said it?');
  });
});
