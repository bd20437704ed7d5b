// Chooses the file that an added article goes into.
import { freeId, idOf, type Named } from '../../intake/intake.ts';
import type { HeldFile } from './article-folder.ts';

/** The id under which an article is kept: of the file that came from the same source, if there is one; else made of its title. */
export function fileFor(
  { title, url }: Named,
  name: string,
  held: readonly HeldFile[],
  told: string | undefined,
): { readonly id: string; readonly before?: HeldFile } {
  const at = (id: string) => held.find((file) => file.id === id);
  const found = (id: string) => {
    const before = at(id);
    return before ? { id, before } : { id };
  };
  if (told !== undefined) return found(told);
  const same = held.find(
    ({ article }) =>
      article &&
      ((url !== undefined && article.url === url) ||
        (name !== '-' && article.source === name && article.title === title)),
  );
  if (same) return { id: same.id, before: same };
  const id = idOf(title, url, name);
  const other = at(id);
  // Of the same name, and from another place: a column that appears each week under one title.
  const isOther = other?.article?.source !== undefined && other.article.source !== name;
  const isOtherEntry = other?.article?.url !== undefined && url !== undefined && other.article.url !== url;
  if (!other || !(isOther || isOtherEntry)) return found(id);
  return { id: freeId(id, (taken) => at(taken) !== undefined) };
}
