// Reads what follows npm run store.
import type { Result } from '../../result.ts';
import { isScopeKey, type ScopeKey } from '../../store/store.ts';

/** What is to be done with the database. */
export type StoreTask =
  | { readonly action: 'check' | 'list' }
  | { readonly action: 'remove'; readonly scope: ScopeKey; readonly id: string }
  | { readonly action: 'block' | 'unblock'; readonly scope: ScopeKey }
  | { readonly action: 'backup'; readonly file: string }
  | { readonly action: 'move'; readonly to: string };

const USES =
  'check, list, remove SCOPE/ID, block SCOPE, unblock SCOPE, backup FILE, move TO (a folder or a postgres:// address)';
const A_SCOPE = 'server: or user: and a number, such as server:81384788765712384';

/** Reads what follows `store`; a problem is a sentence without its full stop's help. */
export function readStore([action, on]: readonly string[]): Result<StoreTask> {
  if (action === 'check' || action === 'list') {
    return on === undefined
      ? { value: { action } }
      : { problem: `"store ${action}" takes nothing further, and not "${on}".` };
  }
  const isKnown = ['remove', 'block', 'unblock', 'backup', 'move'].includes(action ?? '');
  if (!isKnown) {
    return {
      problem: action === undefined ? `Say what: ${USES}.` : `"store" cannot "${action}"; it can ${USES}.`,
    };
  }
  if (on === undefined || on === '')
    return { problem: `"store ${action}" lacks what is to be named: ${USES}.` };
  if (action === 'backup') return { value: { action, file: on } };
  if (action === 'move') return { value: { action, to: on } };
  if (action === 'remove') {
    const [scope = '', id = ''] = on.split(/\/(.*)/s);
    return isScopeKey(scope) && id !== ''
      ? { value: { action, scope, id } }
      : { problem: `"${on}" is no SCOPE/ID, which is ${A_SCOPE}, then a slash and the article's id.` };
  }
  return isScopeKey(on)
    ? { value: { action: action as 'block' | 'unblock', scope: on } }
    : { problem: `"${on}" is no SCOPE, which is ${A_SCOPE}.` };
}
