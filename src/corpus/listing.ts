// Prints an article with its numbered sentences.
import type { Article } from './article.ts';
import { printedMarks } from './note-marks.ts';
import { quoteMarksIn, without } from './passage.ts';

/** Every article with its sections and numbered sentences, in plain text, so that an editor sees how it was split. */
export function listCorpus(articles: readonly Article[]): string {
  return articles.map(listArticle).join('\n\n');
}

function listArticle(article: Article): string {
  const { id, title, publisher, via, published, lang, sections, sentences, text } = article;
  const lines = [
    `${id}: ${title}`,
    `${[publisher, via && `via ${via}`, published, lang].filter(Boolean).join(', ')}`,
  ];
  const width = String(sentences.length).length;
  for (const { heading, first, end } of sections) {
    lines.push('', heading === '' ? '(no heading)' : `## ${heading}`);
    for (let i = first; i < end; i += 1) {
      const sentence = sentences[i];
      if (!sentence) continue;
      const marks = quoteMarksIn({ article, first: i, last: i }, sentence);
      const words = without(text, sentence, marks).text.replace(/\s+/g, ' ');
      lines.push(`${String(i + 1).padStart(width + 2)}  ${words}`);
    }
  }
  lines.push('', totals(article));
  return lines.join('\n');
}

function totals(article: Article): string {
  const { id, sections, sentences, text, aliases, revision } = article;
  const marks = [...new Set(sentences.flatMap((sentence) => printedMarks(article, sentence)))];
  const counts = [
    count(sections.length, 'section'),
    count(sentences.length, 'sentence'),
    count(text.length, 'character'),
    count(aliases.size, 'name with aliases', 'names with aliases'),
    marks.length === 0 ? 'no note marks' : `note marks ${marks.join(' ')}`,
  ];
  return `${id}: ${counts.join(', ')}, revision ${revision.slice(0, 8)}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}
