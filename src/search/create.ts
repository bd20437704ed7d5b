import { eng } from 'stopword';
import type { Article } from '../corpus/article.ts';
import type { Finding, RankedPassage, Reading, Reason } from './finding.ts';
import { languageOf } from './language.ts';
import type { AskOptions, Library } from './library.ts';
import { kindOf } from './question.ts';
import { type Concept, inverseDocumentFrequency, postingsIn, rank, type Scope } from './ranking.ts';
import { indexSentences, type SentenceIndex } from './sentence-index.ts';
import { createSpeller, type Speller } from './spelling.ts';

const MOST = 300;

interface Shelf {
  index: SentenceIndex;
  speller: Speller;
  opening: Uint8Array;
}

export function createLibrary(articles: readonly Article[]): Library {
  const byLanguage = new Map<string, Article[]>();
  for (const article of articles) {
    const tag = languageOf(article.lang).tag;
    byLanguage.set(tag, [...(byLanguage.get(tag) ?? []), article]);
  }
  const shelves: Shelf[] = [...byLanguage].map(([tag, held]) => {
    const index = indexSentences(held, languageOf(tag));
    return { index, speller: createSpeller(index, tag === 'en' ? eng : []), opening: openings(index) };
  });
  const byId = new Map(articles.map((article) => [article.id, article]));
  return {
    articles,
    article: (id) => byId.get(id),
    async ask(question, options = {}) {
      return ask(question, options, shelves, byId);
    },
    suggest: () => [],
  };
}

function openings(index: SentenceIndex): Uint8Array {
  const opening = new Uint8Array(index.sentenceCount + 1);
  let n = 0;
  for (const article of index.articles) {
    let last = -1;
    for (const { start, end } of article.sentences) {
      if (last < 0 || /\n\s*\n|\n[ \t]*(?:[-*#]|\d+\.)/.test(article.text.slice(last, start))) opening[n] = 1;
      last = end;
      n += 1;
    }
  }
  return opening;
}

export interface Look {
  concepts: (Concept & { asked: string; found: boolean })[];
  readings: Reading[];
}

export function conceptsOf(question: string, { index, speller }: Shelf, scope: Scope): Look {
  const { language } = index;
  const held = (term: number) => {
    const { from, to } = postingsIn(index, term, scope);
    return to > from;
  };
  const look: Look = { concepts: [], readings: [] };
  for (const { text } of language.tokenize(question)) {
    if (language.isStopWord(text) && !/^[A-Z]{2,5}$/.test(text)) continue;
    const term = index.termId.get(language.stem(text)) ?? 0;
    if (term !== 0 && held(term)) {
      look.concepts.push({ asked: text, found: true, alternatives: [{ terms: [term], factor: 1 }] });
      continue;
    }
    const near = speller.suggest(text, held);
    const best = near[0];
    if (best && best.term === 0 && best.distance === 1) continue;
    const alternatives = near
      .filter((s) => s.term !== 0 && s.similarity >= (best?.similarity ?? 0) - 0.1)
      .slice(0, 4)
      .map((s) => ({ terms: [s.term], factor: s.similarity, read: s.form }));
    look.concepts.push({ asked: text, found: alternatives.length > 0, alternatives });
    if (alternatives.length > 0)
      look.readings.push({ asked: text, read: alternatives.map(({ read }) => read), by: 'spelling' });
  }
  return look;
}

function ask(question: string, options: AskOptions, shelves: Shelf[], byId: Map<string, Article>): Finding {
  const nothing = (reason: Reason): Finding => ({
    question,
    outcome: 'absent',
    reason,
    passages: [],
    found: [],
    missing: [],
    readings: [],
    confidence: 0,
  });
  if (question.length > MOST) return nothing({ kind: 'too-long', length: question.length, most: MOST });
  if (question.trim() === '') return nothing({ kind: 'blank' });
  if (!/[\p{L}\p{N}]/u.test(question)) return nothing({ kind: 'symbols' });
  if (options.article !== undefined && !byId.has(options.article))
    throw new RangeError(`No article has the id ${options.article}.`);
  let bestFinding: Finding | undefined;
  for (const shelf of shelves) {
    const { index } = shelf;
    const only =
      options.article === undefined ? -1 : index.articles.findIndex(({ id }) => id === options.article);
    if (options.article !== undefined && only < 0) continue;
    const scope: Scope =
      only < 0
        ? { from: 0, to: index.sentenceCount }
        : { from: index.firstSentence[only] ?? 0, to: index.firstSentence[only + 1] ?? 0 };
    const { concepts, readings } = conceptsOf(question, shelf, scope);
    if (concepts.length === 0) {
      bestFinding ??= nothing({ kind: 'stop-words' });
      continue;
    }
    const asked = new Set(concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)));
    const ranked = rank(index, scope, concepts, kindOf(question, index.language), {
      opening: shelf.opening,
      asked,
      headings: () => new Set(),
    });
    const size = scope.to - scope.from;
    const weights = concepts.map(({ alternatives }) => {
      const term = alternatives[0]?.terms[0];
      if (term === undefined) return Math.log(1 + size);
      const { from, to } = postingsIn(index, term, scope);
      return inverseDocumentFrequency(to - from, size);
    });
    const total = weights.reduce((a, b) => a + b, 0);
    const top = ranked[0];
    const covers = (sentence: number, c: number) => {
      const terms = new Set(concepts[c]?.alternatives.flatMap((a) => a.terms));
      for (let w = index.wordStart[sentence] ?? 0; w < (index.wordStart[sentence + 1] ?? 0); w += 1)
        if (terms.has(index.termOfSurface[index.words[w] ?? 0] ?? 0)) return true;
      return false;
    };
    let covered = 0;
    let inArticle = 0;
    concepts.forEach(({ found }, c) => {
      if (top && covers(top.sentence, c)) covered += weights[c] ?? 0;
      if (found) inArticle += weights[c] ?? 0;
    });
    const confidence = (covered / total + inArticle / total) / 2;
    const passages = ranked
      .slice(0, options.limit ?? 3)
      .map((c) => passageOf(index, c.sentence, c.score, asked));
    const outcome = confidence >= 0.55 ? 'found' : confidence >= 0.25 ? 'unclear' : 'absent';
    const missing = concepts.filter(({ found }) => !found).map(({ asked: word }) => word);
    const finding: Finding = {
      question,
      outcome,
      reason:
        outcome === 'found'
          ? { kind: 'covered' }
          : outcome === 'absent'
            ? { kind: 'nothing-near' }
            : missing.length > 0
              ? { kind: 'missing', words: missing }
              : { kind: 'thin' },
      passages: outcome === 'absent' ? [] : passages,
      ...(outcome === 'absent' && passages[0] ? { closest: passages[0] } : {}),
      found: concepts.filter(({ found }) => found).map(({ asked: word }) => word),
      missing,
      readings,
      confidence,
    };
    if (!bestFinding || finding.confidence > bestFinding.confidence) bestFinding = finding;
  }
  return bestFinding ?? nothing({ kind: 'stop-words' });
}

function passageOf(
  index: SentenceIndex,
  sentence: number,
  score: number,
  asked: ReadonlySet<number>,
): RankedPassage {
  let a = 0;
  while ((index.firstSentence[a + 1] ?? 0) <= sentence) a += 1;
  const article = index.articles[a];
  if (!article) throw new RangeError(`No sentence ${sentence}.`);
  const focus = sentence - (index.firstSentence[a] ?? 0);
  const { start, end } = article.sentences[focus] ?? { start: 0, end: 0 };
  const matches = index.language
    .tokenize(article.text.slice(start, end))
    .filter(({ text }) => asked.has(index.termId.get(index.language.stem(text)) ?? 0))
    .map((token) => ({ start: start + token.start, end: start + token.end }));
  return { article, first: focus, last: focus, focus, score, matches };
}
