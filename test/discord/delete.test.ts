import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../loopback/answers.ts';
import { type By, type Loopback, startLoopback } from '../../loopback/loopback.ts';
import { buttonsOf, isPrivate, messageOf, textsOf } from '../../loopback/reading.ts';
import { REFUSALS } from '../../loopback/refusal.ts';
import type { Message } from '../../loopback/wire.ts';
import { answerInProcess, type InProcess } from './in-process.ts';

let discord: Loopback;
let bot: InProcess;

beforeAll(async () => {
  discord = await startLoopback();
  bot = await answerInProcess(discord);
});

afterAll(async () => {
  await bot.stop();
  await discord.close();
});

const ask = async (by: By = {}, options = {}) =>
  messageOf(
    await discord.slash({ name: 'ask', options: { question: 'Who accused Alibaba?', ...options }, ...by }),
  );
const textOf = (message: Message) => textsOf(message).join('\n');
const labelsOf = (message: Message) => buttonsOf(message).map(({ label }) => label);

/** Whether a press removed its message, with nothing said to anyone. */
function expectRemoved(answer: Answer, message: Message): void {
  expect(answer.type).toBe(6);
  expect(answer.followUps).toEqual([]);
  expect(discord.message(message.id)).toBeUndefined();
}

/** Whether a press was refused for the presser alone, and the message is as it was. */
function expectKept(answer: Answer, message: Message, sentence: RegExp): void {
  expect(answer.type).toBe(4);
  expect(isPrivate(messageOf(answer))).toBe(true);
  expect(textOf(messageOf(answer))).toMatch(sentence);
  expect(discord.message(message.id)).toEqual(message);
}

describe('Delete', () => {
  it.each<[string, By]>([
    ['in a server', {}],
    ['of an app that only its reader installed', { installed: 'user' }],
    ['in a direct message', { place: 'dm' }],
    ['in a direct message, of an app that its reader installed', { place: 'dm', installed: 'user' }],
    ['in a group', { place: 'group' }],
  ])('removes a reply for whoever asked for it, %s', async (_, by) => {
    const asked = await ask(by);
    expectRemoved(await discord.button(asked, 'Delete', by), asked);
  });

  it.each([
    ['may manage messages there', PermissionFlagsBits.ManageMessages],
    ['administers the server', PermissionFlagsBits.Administrator],
    [
      'may do that and more',
      PermissionFlagsBits.ManageMessages | PermissionFlagsBits.KickMembers | (1n << 50n),
    ],
  ])('removes a reply for somebody else who %s', async (_, permissions) => {
    for (const installed of ['guild', 'user'] as const) {
      const asked = await ask({ installed });
      expectRemoved(await discord.button(asked, 'Delete', { user: 'Grace', permissions, installed }), asked);
    }
  });

  it.each<[string, By, RegExp]>([
    ['in English', {}, /Only the person who asked, or someone who may manage messages here/],
    ['in simplified Chinese', { locale: 'zh-CN' }, /只有提问者本人/],
    ['in traditional Chinese', { locale: 'zh-TW' }, /只有提問者本人/],
    ['of an app of their own', { installed: 'user' }, /Only the person who asked/],
    ['who may do anything but that', { permissions: PermissionFlagsBits.ManageThreads }, /Only the person/],
  ])('tells anybody else privately that they may not, %s', async (_, by, sentence) => {
    const asked = await ask();
    expectKept(await discord.button(asked, 'Delete', { user: 'Bob', ...by }), asked, sentence);
  });

  it('knows nobody who may manage messages in a group', async () => {
    const asked = await ask({ place: 'group' });
    const pressed = await discord.button(asked, 'Delete', {
      user: 'Bob',
      permissions: PermissionFlagsBits.Administrator,
    });
    expectKept(pressed, asked, /Only the person who asked can delete/);
    discord.refuse(/^DELETE /, REFUSALS.missingAccess);
    const refused = await discord.button(asked, 'Delete', { place: 'group' });
    await expect.poll(() => refused.followUps.map(textOf).join()).toMatch(/does not let the bot delete/);
    expect(refused.followUps.map(textOf).join()).not.toMatch(/manage/);
  });

  it('does the same after a restart', async () => {
    const [mine, theirs, moderated] = [await ask(), await ask(), await ask()];
    await bot.stop();
    bot = await answerInProcess(discord);
    expectRemoved(await discord.button(mine, 'Delete'), mine);
    expectKept(await discord.button(theirs, 'Delete', { user: 'Bob' }), theirs, /Only the person who asked/);
    const permissions = PermissionFlagsBits.ManageMessages;
    expectRemoved(await discord.button(moderated, 'Delete', { user: 'Grace', permissions }), moderated);
  });

  it('belongs to whoever showed a reply to everyone', async () => {
    const asked = await ask({ user: 'Grace' }, { private: true });
    const shared = messageOf(await discord.button(asked, 'Show everyone', { user: 'Grace' }));
    expectKept(await discord.button(shared, 'Delete', { user: 'Ada' }), shared, /Only the person who asked/);
    expectRemoved(await discord.button(shared, 'Delete', { user: 'Grace' }), shared);
  });

  it('stands last under every public reply, also when it was turned, and under no private one', async () => {
    const asked = await ask();
    const label = labelsOf(asked).find((one) => one?.startsWith('More passages')) ?? '';
    const beside = messageOf(await discord.button(asked, label, { user: 'Bob' }));
    const turned = messageOf(await discord.button(asked, label));
    expect(turned.id).toBe(asked.id);
    const summary = messageOf(await discord.slash({ name: 'summary', locale: 'zh-TW' }));
    const sources = messageOf(await discord.slash({ name: 'sources' }));
    const about = await ask({}, { question: 'What is this article about?' });
    for (const shown of [turned, summary, about, sources]) {
      expect(isPrivate(shown)).toBe(false);
      expect(labelsOf(shown).at(-1)).toMatch(/^(Delete|刪除)$/);
    }
    const absent = await ask({}, { question: 'zebra giraffe hippopotamus?' });
    const verified = messageOf(await discord.button(asked, 'Verify'));
    for (const shown of [beside, absent, verified, await ask({}, { private: true })]) {
      expect(isPrivate(shown)).toBe(true);
      expect(labelsOf(shown)).not.toContain('Delete');
    }
  });

  it('tells whoever may remove a reply that it is gone already, or that Discord forbids it', async () => {
    const asked = await ask();
    discord.refuse(/^DELETE /, REFUSALS.unknownMessage);
    const gone = await discord.button(asked, 'Delete');
    await expect.poll(() => gone.followUps.map(textOf).join()).toMatch(/already been deleted/);
    expect(gone.followUps.every(isPrivate)).toBe(true);
    discord.refuse(/^DELETE /, REFUSALS.missingAccess);
    const refused = await discord.button(asked, 'Delete', { locale: 'zh-CN' });
    await expect.poll(() => refused.followUps.map(textOf).join()).toMatch(/不允许机器人删除/);
    expect(bot.output()).toMatch(/A reply stays/);
    expectRemoved(await discord.button(asked, 'Delete'), asked);
  });
});
