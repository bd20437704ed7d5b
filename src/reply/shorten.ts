// Shortens labels.
const words = new Intl.Segmenter('und', { granularity: 'word' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * A title, heading or label in at most `most` UTF-16 units: whole words, then `…` where some are left out.
 * A single longer word is cut between characters. Never for an article's sentences, which are shown whole.
 */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most + 1);
  return `${fitting(start, most - 1, words).trimEnd() || fitting(start, most - 1, graphemes)}…`;
}

function fitting(text: string, most: number, segmenter: Intl.Segmenter): string {
  let end = 0;
  for (const { index, segment } of segmenter.segment(text)) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
