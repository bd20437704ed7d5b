import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { Refused } from '../../../src/discord/failures.ts';
import { deliveryFor } from '../../../src/discord/interactions/delivery.ts';
import { type Carrier, makeResponder } from '../../../src/discord/interactions/responder.ts';
import type { Turn } from '../../../src/discord/interactions/turns.ts';
import { notice } from '../../../src/discord/message/notice.ts';

it('an answer for everyone follows although its reader dismissed the private message that waited', async () => {
  const taken: string[] = [];
  const refused = (method: string) => async () => {
    throw new Refused('Unknown Message', method, 404, RESTJSONErrorCodes.UnknownMessage);
  };
  const carrier: Carrier = {
    respond: async ({ type }) => void taken.push(`response ${type}`),
    edit: refused('PATCH'),
    followUp: async (body) => void taken.push(`follow-up ${JSON.stringify(body.components)}`),
    remove: refused('DELETE'),
  };
  const logged: string[] = [];
  const log = pino({}, { write: (line: string) => void logged.push(line) });
  const responder = makeResponder(carrier);
  const receivedAt = performance.now();
  const turn: Turn = async ({ overdue }) => overdue() !== undefined;
  const delivery = deliveryFor({ responder, slow: 'private', receivedAt, turn, log });
  await delivery.turn();
  const components = notice('In the article', 'Ada Lovelace published the notes in 1843.');
  const meanwhile = notice('In the article', 'The answer is below, where everyone can see it.');
  await delivery.send({ components, place: 'public', meanwhile, instead: () => meanwhile });
  expect(taken).toEqual(['response 5', `follow-up ${JSON.stringify(components)}`]);
  expect(logged).toEqual([]);
});
