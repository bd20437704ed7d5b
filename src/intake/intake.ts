// The door of the room: what others may import of it.
export {
  type ArticleFile,
  changedArticleFile,
  draftContents,
  type Matter,
  matterOfFile,
  newArticleFile,
  textOfFile,
  withText,
} from './article-file.ts';
export { freeId, idOf } from './article-id.ts';
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
export { entryOf } from './entry-of.ts';
export { type Fetched, type FetchOptions, fetchSource } from './fetching/fetch-source.ts';
export { PRIVATE } from './fetching/request.ts';
export {
  NAMED_KEYS,
  type Named,
  type NamedKey,
  NEEDED_KEYS,
  type NeededKey,
  namedBy,
} from './naming.ts';
export { isWebAddress, openFile, openInput } from './open-source.ts';
export { type LeftOutOfKind, leftOutByKind } from './report.ts';
export type { Source, SourceResponse } from './source.ts';
export { today } from './today.ts';
