// Makes ids for articles.
import { basename } from 'node:path';
import { articleIdFrom } from '../corpus/parse.ts';
import { sha256 } from '../corpus/sha256.ts';
import { isWebAddress } from './open-source.ts';

/** The id of a new article: made of its title, else of its address or of the name of its source. */
export function idOf(title: string, url: string | undefined, source: string): string {
  return (
    articleIdFrom(title) || articleIdFrom(lastPart(url ?? source)) || `article-${sha256(title).slice(0, 8)}`
  );
}

/** That id, or the first with a number behind it that is free. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  for (let number = 2; ; number += 1) if (!isTaken(`${id}-${number}`)) return `${id}-${number}`;
}

function lastPart(name: string): string {
  const path = isWebAddress(name) ? new URL(name).pathname.replace(/\/$/, '') : name;
  return basename(path).replace(/\.\w{1,5}$/, '');
}
