// Rules for flags and mentions of messages.
import type { Problem } from '../refusal.ts';
import { FLAGS, type Message, type MessageBody } from '../wire.ts';

/** `new`: a reply or a follow-up. `edit`: an update or an edit. */
export type Sending = 'new' | 'edit';

const MAY_BE_SET: Readonly<Record<Sending, number>> = {
  new: FLAGS.suppressEmbeds | FLAGS.ephemeral | FLAGS.suppressNotifications | FLAGS.componentsV2,
  edit: FLAGS.suppressEmbeds | FLAGS.componentsV2,
};

function flagProblem(flags: number, message: string): Problem[] {
  return flags === 0
    ? []
    : [{ path: ['flags'], code: 'MESSAGE_FLAGS_INVALID', message: `${message} (${flags})` }];
}

/** What was sent and what stands decide together: an edit that repeats the message's own flags changes nothing. */
export function flagsAreAllowed(body: MessageBody, sending: Sending, before?: Message): Problem[] {
  const kept = before ? before.flags & FLAGS.ephemeral : 0;
  return flagProblem((body.flags ?? 0) & ~(MAY_BE_SET[sending] | kept), 'These flags cannot be set here');
}

/** A deferral decides who will see the answer, and nothing else. */
export function deferralFlagsAreAllowed(body: MessageBody): Problem[] {
  return flagProblem((body.flags ?? 0) & ~FLAGS.ephemeral, 'A deferral takes the EPHEMERAL flag only');
}

/** A message sent with IS_COMPONENTS_V2 keeps the flag. */
export function v2FlagStays(body: MessageBody, before: Message): Problem[] {
  const had = (before.flags & FLAGS.componentsV2) !== 0;
  const gone = typeof body.flags === 'number' && (body.flags & FLAGS.componentsV2) === 0;
  if (!had || !gone) return [];
  return [
    {
      path: ['flags'],
      code: 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
      message: 'The IS_COMPONENTS_V2 flag cannot be removed once it has been set.',
    },
  ];
}

/** `users` beside `parse: ["users"]` contradicts it, and so for roles. */
export function allowedMentionsAgree(body: MessageBody): Problem[] {
  const mentions = body.allowed_mentions;
  const parse = mentions?.parse ?? [];
  const problems = (['users', 'roles'] as const)
    .filter((kind) => parse.includes(kind) && (mentions?.[kind] ?? []).length > 0)
    .map((kind) => ({
      path: ['allowed_mentions', kind],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));
  if (new Set(parse).size === parse.length) return problems;
  return [
    ...problems,
    {
      path: ['allowed_mentions', 'parse'],
      code: 'SET_TYPE_CONTAINS_DUPLICATES',
      message: 'Must not repeat.',
    },
  ];
}

/** Nothing to show: Discord's 50006. */
export function isEmpty(body: MessageBody): boolean {
  const lists = [body.embeds, body.components, body.attachments, body.sticker_ids];
  const poll = body.poll !== undefined && body.poll !== null;
  return (body.content ?? '').trim() === '' && !poll && lists.every((list) => (list ?? []).length === 0);
}
