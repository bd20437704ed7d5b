// The door of this room: what others may import of it.
export {
  createLibrary,
  createNextLibrary,
  indexOwn,
  libraryOver,
  type OwnArticles,
  prepareToSuggest,
} from './create.ts';
export * from './finding.ts';
export * from './judging/evidence.ts';
export { judge } from './judging/judge.ts';
export type { Kind } from './kinds/kind.ts';
export { type Library, LONGEST_QUESTION } from './library.ts';
export type { PassageReader, Read, UnreadPassage } from './passage-reader.ts';
export { isOfBot } from './question/about.ts';
export type { Question } from './question/question.ts';
export type { Comparison, Edit, MarkDifference } from './quotations/comparison.ts';
export { type Concerning, concerning } from './quotations/concerning.ts';
export { disjoint } from './quotations/disjoint.ts';
export type { PostedMessage } from './quotations/posted.ts';
export { type Checked, type CheckedQuotation, check, checkMessage } from './quotations/quotation-check.ts';
export { rank } from './ranking/ranking.ts';
export { type OtherWords, otherWordsFor } from './suggest/other-words.ts';
export { summarize } from './summary/summarize.ts';
export { allowance, editDistance } from './text/edit-distance.ts';
export { languageOf } from './text/language.ts';
export { foldName, nearest } from './text/nearest.ts';
