import type { Article } from '../corpus/article.ts';
import type { Finding, Outcome, Reason } from './finding.ts';
import type { Scope } from './index/sentence-index.ts';
import { type Shelf, scopeOf, shelvesOf } from './index/shelf.ts';
import { outcomeOf } from './judging/confidence.ts';
import { lookUp } from './judging/judge.ts';
import { type AskOptions, type Library, LONGEST_QUESTION } from './library.ts';
import type { Concept } from './question/concepts.ts';
import { readsHan } from './question/read-question.ts';
import { passagesOf } from './ranking/gather-passages.ts';
import { suggester } from './suggest/suggest.ts';
import { type Dictionary, dictionary } from './text/cc-cedict.ts';

const USUAL_LIMIT = 3;

/** Indexes articles, each in its own language. */
export function createLibrary(articles: readonly Article[]): Library {
  const shelves = shelvesOf(articles);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const dictionaryFor = (question: string, shelf: Shelf) =>
    /\p{Script=Han}/u.test(question) && !readsHan(shelf) ? dictionary() : undefined;
  return {
    articles,
    article: (id) => byId.get(id),
    async ask(question, options = {}) {
      if (options.article !== undefined && !byId.has(options.article)) {
        throw new RangeError(`No article has the id ${options.article}.`);
      }
      const unasked = reasonNotToAsk(question);
      if (unasked) return nothing(question, unasked);
      const normalized = question.normalize('NFKC');
      const findings = shelves.flatMap((shelf) => {
        const scope = scopeOf(shelf, options.article);
        return scope ? [askShelf(normalized, shelf, scope, options, dictionaryFor(question, shelf))] : [];
      });
      findings.sort((a, b) => b.confidence - a.confidence);
      const best = findings[0];
      return best ? { ...best, question } : nothing(question, { kind: 'nothing-near' });
    },
    suggest: suggester(shelves),
  };
}

function reasonNotToAsk(question: string): Reason | undefined {
  if (question.length > LONGEST_QUESTION)
    return { kind: 'too-long', length: question.length, most: LONGEST_QUESTION };
  if (question.trim() === '') return { kind: 'blank' };
  if (!/[\p{L}\p{N}]/u.test(question)) return { kind: 'symbols' };
  return undefined;
}

function nothing(question: string, reason: Reason): Finding {
  return {
    question,
    outcome: 'absent',
    reason,
    passages: [],
    found: [],
    missing: [],
    readings: [],
    confidence: 0,
  };
}

function askShelf(
  question: string,
  shelf: Shelf,
  scope: Scope,
  options: AskOptions,
  chinese?: Dictionary,
): Finding {
  const { concepts, readings, ranking, confidence, far, missing, another } = lookUp(
    question,
    shelf,
    scope,
    chinese,
  );
  if (concepts.length === 0) return nothing(question, { kind: 'stop-words' });
  const passages = passagesOf(shelf, ranking, concepts, options.limit ?? USUAL_LIMIT);
  const [closest] = passages;
  const outcome = closest ? outcomeOf(confidence) : 'absent';
  const words = concepts.filter(({ part }) => !part);
  return {
    question,
    outcome,
    reason: outcome === 'unclear' && another ? { kind: 'of-another', ...another } : reasonFor(outcome, far),
    passages: outcome === 'absent' ? [] : passages,
    ...(outcome === 'absent' && closest ? { closest } : {}),
    found: words.filter((word) => !missing.includes(word)).map(({ asked }) => asked),
    missing: missing.map(({ asked }) => asked),
    readings,
    confidence,
  };
}

function reasonFor(outcome: Outcome, far: readonly Concept[]): Reason {
  if (outcome === 'found') return { kind: 'covered' };
  if (outcome === 'absent') return { kind: 'nothing-near' };
  return far.length > 0 ? { kind: 'missing', words: far.map(({ asked }) => asked) } : { kind: 'thin' };
}
