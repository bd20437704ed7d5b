import { InteractionResponseType } from 'discord-api-types/v10';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { readInteraction } from '../../../src/discord/interactions/interaction.ts';
import type { Carrier } from '../../../src/discord/interactions/responder.ts';
import { carrierFor } from '../../../src/discord/transport/carrier.ts';
import { makeRest } from '../../../src/discord/transport/rest.ts';
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
