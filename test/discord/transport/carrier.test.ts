import { InteractionResponseType } from 'discord-api-types/v10';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { mayHaveArrived, Unheard, Unreachable } from '../../../src/discord/failures.ts';
import { readInteraction } from '../../../src/discord/interactions/interaction.ts';
import type { Carrier } from '../../../src/discord/interactions/responder.ts';
import { carrierFor } from '../../../src/discord/transport/carrier.ts';
import { makeRest } from '../../../src/discord/transport/rest.ts';
import { send } from '../../../src/discord/transport/send.ts';
import { answering } from './answering.ts';

let close = () => {};
afterEach(() => close());

/** Carries to `api` what is answered to an interaction that came so many milliseconds ago. */
function carrierTo(api: string, ageMs: number): Carrier {
  const interaction = readInteraction({ id: '1', token: 'token', type: 2, data: { name: 'ask' } }, ageMs);
  if (!interaction) throw new Error('an interaction that cannot be read');
  return carrierFor(interaction, '2', makeRest(api), pino({ level: 'silent' }));
}

it('an announcement that hangs is sent again while Discord waits for it', async () => {
  let requests = 0;
  const server = await answering((_, response) => {
    requests += 1;
    if (requests > 1) response.writeHead(204).end();
  });
  close = server.close;
  const announcedAt = performance.now();
  await carrierTo(server.api, 1500).respond({ type: InteractionResponseType.DeferredMessageUpdate });
  expect(requests).toBe(2);
  expect(performance.now() - announcedAt).toBeLessThan(1500);
});

it('a request that no connection was free for was never sent, and one that nobody answered may have been', async () => {
  const arrived: string[] = [];
  const server = await answering(({ url = '' }) => {
    arrived.push(url);
  });
  close = server.close;
  const post = { method: 'POST', headers: {}, body: '{}' };
  // More than there are connections.
  const ends = Array.from({ length: 70 }, () => new AbortController());
  const sent = ends.map(({ signal }, n) => send(`${server.api}/${n}`, { ...post, signal }));
  const failures = Promise.all(sent.map((one) => one.catch((error: unknown) => error)));
  await expect.poll(() => arrived.length).toBe(64);
  for (const end of ends) end.abort();
  const mayHave = (await failures).flatMap((error, n) => (mayHaveArrived(error) ? [`/${n}`] : []));
  expect(mayHave.toSorted()).toEqual(arrived.toSorted());
});

it('a follow-up that found no connection is told from one that may be there', async () => {
  const server = await answering(() => {});
  close = server.close;
  server.close();
  const followUp = carrierTo(server.api, 14 * 60_000 - 600).followUp({}, false);
  const error = await followUp.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Unreachable);
  expect(error).not.toBeInstanceOf(Unheard);
});
