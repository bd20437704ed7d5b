import { describe, expect, it } from 'vitest';
import { takeIn } from '../../src/intake/intake.ts';

describe('A text with a broken character', () => {
  it('is taken in without the paragraph that holds it, which is told', async () => {
    const whole =
      'The keeper said “no ship leaves tonight” — and nobody did. He slept. The café stayed open.';
    const bytes = Buffer.concat([
      Buffer.from(`${whole}\n\nA broken `),
      Buffer.from([0xe9]),
      Buffer.from(` here.\n\n${whole}\n`),
    ]);
    const taken = await takeIn({ name: 'storm.txt', bytes }, {});
    expect(taken).toMatchObject({
      value: [
        {
          draft: {
            text: `${whole}\n\n${whole}\n`,
            leftOut: [{ what: 'unreadable', text: 'A broken \ufffd here.' }],
          },
        },
      ],
    });
  });
});
