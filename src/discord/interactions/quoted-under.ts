// Finds the passages that one of the bot's replies shows.
import type { PassageRef } from '../../reply/action.ts';
import type { Library } from '../../search/search.ts';
import { ofArticles, parseCustomId } from '../message/custom-id.ts';

/**
 * The passages that a reply of the bot shows, by what can be pressed under it: the button that verifies them names all of them; where there is none,
 * those that show what stands around one, and the like. None of an article that is not held.
 */
export function quotedUnder(ids: readonly string[], library: Library): readonly PassageRef[] {
  const actions = ids.flatMap((id) => {
    const read = parseCustomId(id);
    const named = 'problem' in read ? read : ofArticles(read.value.action, library);
    return 'problem' in named ? [] : [named.value];
  });
  const verified = actions.flatMap((action) => (action.verb === 'verify' ? action.passages : []));
  if (verified.length > 0) return verified;
  const others = actions.flatMap((action) => {
    // What More leads to is not shown yet.
    if (action.verb === 'more' || action.verb === 'verify') return [];
    if ('passage' in action) return [action.passage];
    return 'passages' in action ? action.passages : [];
  });
  const keyOf = ({ article, first, last }: PassageRef) => `${article}:${first}:${last}`;
  return [...new Map(others.map((ref) => [keyOf(ref), ref])).values()];
}
