// The reply that says what was wrong.
import type { Reply } from './reply.ts';
import type { Words } from './words.ts';

/** The private reply that tells a reader what was wrong and how to mend it. */
export function problemReply(sentence: string, words: Words): Reply {
  return {
    visibility: 'private',
    tone: 'fault',
    heading: words.problems.heading,
    blocks: [{ kind: 'text', text: sentence }],
    buttons: [],
    menus: [],
  };
}
