// The door of this room: what others may import of it.
export { createLibrary } from './create.ts';
export * from './finding.ts';
export * from './judging/evidence.ts';
export { judge } from './judging/judge.ts';
export type { Kind } from './kinds/kind.ts';
export { type Library, LONGEST_QUESTION } from './library.ts';
export { isOfBot } from './question/about.ts';
export type { Question } from './question/question.ts';
export { type Concerning, concerning } from './quotations/concerning.ts';
export { disjoint } from './quotations/disjoint.ts';
export { literalSearch } from './quotations/literal.ts';
export { type Checked, check } from './quotations/quotation-check.ts';
export { quotedIn } from './quotations/quoted.ts';
export { rank } from './ranking/ranking.ts';
export { type OtherWords, otherWordsFor } from './suggest/other-words.ts';
export { summarize } from './summary/summarize.ts';
export { languageOf } from './text/language.ts';
export { foldName, nearest } from './text/nearest.ts';
