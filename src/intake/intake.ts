// The door of the room: what others may import of it.
export {
  type ArticleFile,
  changedArticleFile,
  type Matter,
  newArticleFile,
  textOfFile,
  withText,
} from './article-file.ts';
export { articleOfText } from './article-text.ts';
export { type Difference, differenceOf } from './difference.ts';
export {
  CHANGES,
  type ChangeKind,
  type Changes,
  LEFT_OUT,
  type LeftOut,
  type LeftOutKind,
  type Stated,
} from './document.ts';
export { type Draft, type IntakeOptions, type Outcome, takeIn } from './draft.ts';
export { type Fetched, type FetchOptions, fetchSource } from './fetching/fetch-source.ts';
export { isWebAddress, openFile, openInput } from './open-source.ts';
export type { Source } from './source.ts';
