import { basename } from 'node:path';
import { articleIdFrom } from '../../corpus/parse.ts';
import { sha256 } from '../../corpus/sha256.ts';
import { isWebAddress } from '../../intake/intake.ts';
import type { HeldFile } from './article-folder.ts';
import type { Named } from './front-matter.ts';

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
  const id =
    articleIdFrom(title) || articleIdFrom(lastPart(url ?? name)) || `article-${sha256(title).slice(0, 8)}`;
  const other = at(id);
  // Of the same name, and from another place: a column that appears each week under one title.
  const isOther = other?.article?.source !== undefined && other.article.source !== name;
  const isOtherEntry = other?.article?.url !== undefined && url !== undefined && other.article.url !== url;
  if (!other || !(isOther || isOtherEntry)) return found(id);
  for (let number = 2; ; number += 1) if (!at(`${id}-${number}`)) return { id: `${id}-${number}` };
}

function lastPart(name: string): string {
  const path = isWebAddress(name) ? new URL(name).pathname.replace(/\/$/, '') : name;
  return basename(path).replace(/\.\w{1,5}$/, '');
}
