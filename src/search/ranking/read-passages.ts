// What a reader makes of the best candidates of a ranking, as a feature of theirs.
import type { Span } from '../../corpus/passage.ts';
import type { PassageReader, Read } from '../passage-reader.ts';
import type { Question } from '../question/question.ts';
import { READER, scoreOf } from './features.ts';
import { passagesOf } from './gather-passages.ts';
import type { Ranking } from './ranking.ts';

/** What was read of a sentence. */
export interface ReadSentence extends Omit<Read, 'span'> {
  /** What in the passage answers: offsets into the article's text. */
  readonly span?: Span;
}

/**
 * The same ranking with its best passages read, each with the sentences that lead into it; the very same where the reader could not read. Names,
 * numbers and all else that is judged stay as they are.
 */
export async function readPassages(
  question: Question,
  ranking: Ranking,
  reader: PassageReader,
): Promise<Ranking> {
  const passages = passagesOf(question, ranking, reader.most);
  if (passages.length === 0) return ranking;
  const slices = passages.map(({ article, first, last, focus }) => ({
    start: article.sentences[first]?.start ?? 0,
    focus: article.sentences[focus]?.start ?? 0,
    end: article.sentences[last]?.end ?? 0,
    article,
  }));
  const read = await reader.read(
    question.text,
    slices.map(({ article, start, focus, end }) => ({
      text: article.text.slice(start, end),
      focus: focus - start,
    })),
  );
  if (!read) return ranking;
  const { firstSentence, articles } = question.shelf.index;
  const readOf = new Map<number, ReadSentence>();
  passages.forEach(({ article, focus }, at) => {
    const one = read[at];
    const slice = slices[at];
    if (!one || !slice) return;
    const { span, ...rest } = one;
    const placed = span && { start: slice.start + span.start, end: slice.start + span.end };
    readOf.set((firstSentence[articles.indexOf(article)] ?? 0) + focus, {
      ...rest,
      ...(placed && { span: placed }),
    });
  });
  const candidates = ranking.candidates
    .map((candidate) => {
      const one = readOf.get(candidate.sentence);
      if (!one) return candidate;
      const features = Float64Array.from(candidate.features);
      features[READER] = one.ranking;
      return { ...candidate, features, score: scoreOf(features) };
    })
    .sort((a, b) => b.score - a.score || a.sentence - b.sentence);
  return { ...ranking, candidates, readOf };
}
