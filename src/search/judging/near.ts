import type { Passage, Span } from '../../corpus/passage.ts';
import type { Concept } from '../question/concepts.ts';
import type { Question } from '../question/question.ts';
import { withoutMarks } from '../text/tokenizer.ts';

/**
 * Cosine, or share in the thesaurus, from which a word is told to be near one that lacks: the same from which it leads to a
 * sentence (`src/search/question/meaning.ts`).
 */
const NEAR = 0.55;

/** Where a passage has the word that is nearest in meaning to one that it lacks: offsets into the article's text, none where none is near. */
export function nearIn(
  { shelf }: Question,
  { meaning }: Concept,
  { article, first, last }: Passage,
): readonly Span[] {
  const meanings = meaning && shelf.meanings();
  if (!meanings) return [];
  const { language, termId } = shelf.index;
  const offset = article.sentences[first]?.start ?? 0;
  let nearest = NEAR;
  let term = 0;
  let spans: Span[] = [];
  for (const { text, start, end } of language.tokenize(withoutMarks(article, first, last))) {
    if (language.isStopWord(text)) continue;
    const own = termId.get(language.stem(text)) ?? 0;
    const row = meanings.rowOfWord(text);
    const share = meaning.beside.get(own)?.share ?? 0;
    const likeness = meaning.row >= 0 && row >= 0 ? meanings.vectors.cosine(meaning.row, row) : 0;
    const near = Math.max(share, likeness);
    if (own === term && term !== 0 && near >= NEAR) spans.push({ start: offset + start, end: offset + end });
    else if (near > nearest || (near === nearest && spans.length === 0)) {
      nearest = near;
      term = own;
      spans = [{ start: offset + start, end: offset + end }];
    }
  }
  return spans;
}
