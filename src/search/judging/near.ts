// Finds words near in meaning.
import type { Passage, Span } from '../../corpus/passage.ts';
import type { Concept } from '../question/concepts.ts';
import type { Question } from '../question/question.ts';
import { withoutMarks } from '../text/tokenizer.ts';

/**
 * Where a passage has the word that is nearest in meaning to one that it lacks: offsets into the article's text, none where none is near. Only
 * the thesaurus tells: words that stand in the same contexts are as often contraries, or two of a kind, as `buy` and `sell`, Monday and Tuesday.
 */
export function nearIn(
  { shelf: { index } }: Question,
  { meaning }: Concept,
  { article, first, last }: Passage,
): readonly Span[] {
  if (!meaning) return [];
  const { language, termId } = index;
  const offset = article.sentences[first]?.start ?? 0;
  let nearest = 0;
  let spans: Span[] = [];
  for (const { text, start, end } of language.tokenize(withoutMarks(article, first, last))) {
    const share = meaning.beside.get(termId.get(language.stem(text)) ?? 0)?.share ?? 0;
    if (share === 0 || share < nearest || language.isStopWord(text)) continue;
    if (share > nearest) spans = [];
    nearest = share;
    spans.push({ start: offset + start, end: offset + end });
  }
  return spans;
}
