import { shareButton } from '../../reply/buttons.ts';
import type { Reply } from '../../reply/reply.ts';
import type { Words } from '../../reply/words.ts';

/** A public reply that had to become private, with the button that shows it to everyone after all. */
export function withShareButton(reply: Reply, words: Words): Reply {
  const { tone } = reply;
  if (tone !== 'found' && tone !== 'unclear' && tone !== 'absent') return reply;
  const passages = reply.blocks.flatMap((block) =>
    block.kind === 'quotation' ? [block.quotation.passage] : [],
  );
  if (passages.length === 0) return reply;
  return { ...reply, buttons: [...reply.buttons, shareButton(tone, passages, words)] };
}
