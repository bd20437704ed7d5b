import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  ContainerBuilder,
  Events,
  type Interaction,
  MessageFlags,
  StringSelectMenuBuilder,
} from 'discord.js';
import { InteractionCallbackResponseSchema, MessageResponseSchema } from 'discord-api-spec/zod';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Loopback, startLoopback } from '../loopback.ts';
import { buttonsOf, isPrivate, menusOf, textsOf } from '../reading.ts';
import { REFUSALS } from '../refusal.ts';
import { schemaProblems } from '../schema.ts';
import { COMPONENT, FLAGS } from '../wire.ts';

const QUOTE = '> “Alibaba denied the accusation [4].”';

/** One quotation with its buttons, as the bot's replies have them. */
function page(text: string, stamp: string) {
  const container = new ContainerBuilder()
    .setAccentColor(0x2e_cc_71)
    .addSectionComponents((section) =>
      section
        .addTextDisplayComponents((display) => display.setContent(text))
        .setButtonAccessory((button) =>
          button.setCustomId(`context:${stamp}`).setLabel('Context').setStyle(ButtonStyle.Secondary),
        ),
    )
    .addActionRowComponents(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder().setCustomId(`verify:${stamp}`).setLabel('Verify').setStyle(ButtonStyle.Primary),
        new ButtonBuilder()
          .setURL('https://example.org/')
          .setLabel('Open article')
          .setStyle(ButtonStyle.Link),
      ),
    )
    .addActionRowComponents(
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder()
          .setCustomId(`note:${stamp}`)
          .setPlaceholder('A note')
          .addOptions({ label: '[4]', value: '4' }, { label: '[5]', value: '5' }),
      ),
    );
  return { components: [container], flags: MessageFlags.IsComponentsV2 as const };
}

const PRIVATE = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
let trouble: unknown[] = [];

/** A small bot that answers in each of the ways there are. */
async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    await interaction.respond([{ name: `${typed}, ${interaction.locale}`, value: '#s07' }]);
  }
  if (interaction.isChatInputCommand()) {
    switch (interaction.commandName) {
      case 'ask':
        await interaction.reply(
          page(`${interaction.user.displayName}: ${interaction.options.getString('question', true)}`, 'a'),
        );
        return;
      case 'later':
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await interaction.editReply(page(QUOTE, 'a'));
        await interaction.followUp(page('and more', 'b'));
        return;
      case 'followed':
        await interaction.deferReply();
        await interaction.followUp({ ...page(QUOTE, 'a'), flags: PRIVATE });
        return;
      case 'fetch': {
        const { resource } = await interaction.reply({ ...page(QUOTE, 'a'), withResponse: true });
        const fetched = await interaction.fetchReply();
        if (resource?.message?.id === fetched.id) await interaction.deleteReply();
        return;
      }
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, 500));
        await interaction.reply(page(QUOTE, 'a'));
        return;
      case 'twice':
        await interaction.reply(page(QUOTE, 'a'));
        await interaction.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          body: { type: 5 },
          auth: false,
        });
        return;
      default:
        await interaction.reply({ content: ' ' });
    }
  }
  if (interaction.isButton()) {
    const asker = interaction.message.interactionMetadata?.user.id;
    if (interaction.user.id === asker) await interaction.update(page(`${QUOTE} in context`, 'c'));
    else await interaction.reply({ ...page('for you', 'd'), flags: PRIVATE });
  }
  if (interaction.isStringSelectMenu()) {
    await interaction.deferUpdate();
    await interaction.editReply(page(`Note [${interaction.values.join()}]`, 'd'));
  }
  if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply({ ...page(interaction.targetMessage.content, 'e'), flags: PRIVATE });
  }
}

let discord: Loopback;
/** As `discord`, but it gives the bot a tenth of the time. */
let impatient: Loopback;
let client: Client;
let hurried: Client;

async function loggedInto(loopback: Loopback): Promise<Client> {
  const bot = new Client({ intents: [], rest: { api: loopback.url }, allowedMentions: { parse: [] } });
  bot.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch((error) => trouble.push(error));
  });
  await bot.login(loopback.token);
  return bot;
}

beforeAll(async () => {
  discord = await startLoopback();
  impatient = await startLoopback({ replyWithin: 300 });
  client = await loggedInto(discord);
  hurried = await loggedInto(impatient);
});

afterEach(() => {
  trouble = [];
});

afterAll(async () => {
  await Promise.all([client.destroy(), hurried.destroy()]);
  await Promise.all([discord.close(), impatient.close()]);
});

const ask = (question: string, by: object = {}) =>
  discord.slash({ name: 'ask', options: { question }, ...by });

async function messageOf(answered: ReturnType<Loopback['slash']>) {
  const { message } = await answered;
  if (!message) throw new Error('The answer has no message.');
  return message;
}

test('a client logs in without intents and learns who it is', () => {
  expect(discord.gateway.identifies.map(({ intents }) => intents)).toEqual([0]);
  expect(client.user?.id).toBe(discord.applicationId);
});

test('a slash command is answered, with its options and its reader', async () => {
  const answered = await ask('Who denied it?', { user: 'Grace' });
  expect(answered).toMatchObject({ type: 4, deferred: false, followUps: [] });
  expect(answered.message && textsOf(answered.message)).toEqual(['Grace: Who denied it?']);
  expect(answered.message?.interaction_metadata?.user.global_name).toBe('Grace');
  expect(answered.millis).toBeLessThan(3_000);
});

test('the same name is the same person, in a server, in direct messages and in a group', async () => {
  const messages = await Promise.all(
    (['guild', 'dm', 'group'] as const).map((place) => messageOf(ask('Who?', { user: 'Ada', place }))),
  );
  expect(new Set(messages.map(({ interaction_metadata }) => interaction_metadata?.user.id)).size).toBe(1);
  expect(new Set(messages.map(({ channel_id }) => channel_id)).size).toBe(3);
});

test('what is given out satisfies Discord’s own schemas of responses', async () => {
  const message = await messageOf(ask('Who denied it?'));
  expect(schemaProblems(MessageResponseSchema, message)).toEqual([]);
  await discord.slash({ name: 'fetch' });
  const callback = discord.requests.find(({ query }) => query.with_response === 'true');
  expect(callback?.status).toBe(200);
  expect(schemaProblems(InteractionCallbackResponseSchema, callback?.answer)).toEqual([]);
});

test('a deferred answer is complete when it is edited, stays private, and is followed up', async () => {
  const answered = await discord.slash({ name: 'later' });
  expect(answered).toMatchObject({ type: 5, deferred: true });
  expect(answered.message && textsOf(answered.message)).toEqual([QUOTE]);
  expect(answered.message?.flags).toBe(FLAGS.ephemeral | FLAGS.componentsV2);
  await expect.poll(() => answered.followUps.flatMap(textsOf)).toEqual(['and more']);
  expect(answered.followUps[0]?.interaction_metadata?.original_response_message_id).toBe(
    answered.message?.id,
  );
});

test('a follow-up to a deferral fills the message that was thinking', async () => {
  const answered = await discord.slash({ name: 'followed' });
  expect(answered.message && textsOf(answered.message)).toEqual([QUOTE]);
  expect(answered.message && isPrivate(answered.message)).toBe(false);
  expect(answered.followUps).toEqual([]);
});

test('a reply can be fetched and deleted', async () => {
  const message = await messageOf(discord.slash({ name: 'fetch' }));
  await expect.poll(() => discord.message(message.id)).toBeUndefined();
});

test('autocomplete brings suggestions in the reader’s language', async () => {
  const { type, choices } = await discord.autocomplete({
    name: 'ask',
    options: { question: '千问' },
    focused: 'question',
    locale: 'zh-CN',
  });
  expect(type).toBe(8);
  expect(choices).toEqual([{ name: '千问, zh-CN', value: '#s07' }]);
});

test('a button changes the asker’s message and answers anybody else privately', async () => {
  const message = await messageOf(ask('Who?', { user: 'Ada' }));
  const others = await discord.button(message, 'Context', { user: 'Bob' });
  expect(others.type).toBe(4);
  expect(others.message && isPrivate(others.message)).toBe(true);
  expect(others.message?.interaction_metadata?.interacted_message_id).toBe(message.id);

  const own = await discord.button(message, 'context:a', { user: 'Ada' });
  expect(own).toMatchObject({ type: 7, message: { id: message.id } });
  expect(textsOf(discord.message(message.id) ?? message)).toEqual([`${QUOTE} in context`]);
});

test('a private message can be pressed by its reader alone', async () => {
  const { message } = await discord.slash({ name: 'later', user: 'Ada' });
  if (!message) throw new Error('no message');
  await expect(discord.button(message, 'Context', { user: 'Bob' })).rejects.toThrow('Only Ada can see');
  await expect(discord.button(message, 'Context', { user: 'Ada' })).resolves.toMatchObject({ type: 7 });
});

test('a button that is not there or only opens a page cannot be pressed, unless forged', async () => {
  const message = await messageOf(ask('Who?'));
  await expect(discord.button(message, 'Share')).rejects.toThrow('No button “Share”');
  await expect(discord.button(message, 'Open article')).rejects.toThrow('No button');
  await expect(discord.button(message, 'v0:nonsense', { forged: true })).resolves.toMatchObject({ type: 7 });
});

test('a choice from a menu arrives with its values and may be answered later', async () => {
  const message = await messageOf(ask('Who?'));
  const answered = await discord.select(message, 'A note', ['5']);
  expect(answered).toMatchObject({ type: 6, deferred: true, message: { id: message.id } });
  expect(answered.message && textsOf(answered.message)).toEqual(['Note [5]']);
  await expect(discord.select(message, 'Another note', ['5'])).rejects.toThrow('No menu');
  await expect(discord.select(message, 'A note', ['6'])).rejects.toThrow('no option “6”');
});

test('a message command carries the message it was chosen on', async () => {
  const answered = await discord.messageCommand({ name: 'Find in the article', content: 'Alibaba said so?' });
  expect(answered.message && textsOf(answered.message)).toEqual(['Alibaba said so?']);
});

test('a button of a message from an earlier run still reaches the bot', async () => {
  const { components, flags } = page(QUOTE, 'old');
  const old = discord.post(
    { components: components.map((container) => container.toJSON()) as never, flags },
    { user: 'Ada' },
  );
  await expect(discord.button(old, 'Context', { user: 'Ada' })).resolves.toMatchObject({ type: 7 });
});

test('components get the ids and defaults that Discord gives them', async () => {
  const message = await messageOf(ask('Who?'));
  expect(message.components[0]).toMatchObject({ type: COMPONENT.container, id: 1, spoiler: false });
  expect(buttonsOf(message).map(({ label }) => label)).toEqual(['Context', 'Verify', 'Open article']);
  expect(menusOf(message)[0]).toMatchObject({ min_values: 1, max_values: 1 });
});

test('an answer after the time is up is answered 10062, and the reader is told', async () => {
  await expect(impatient.slash({ name: 'slow' })).rejects.toThrow('The application did not respond.');
  await expect.poll(() => trouble).toMatchObject([{ status: 404, code: 10062 }]);
});

test('a second response to one interaction is answered 40060', async () => {
  await discord.slash({ name: 'twice' });
  await expect.poll(() => trouble).toMatchObject([{ status: 400, code: 40060 }]);
});

test('an empty message is answered 50006', async () => {
  await expect(impatient.slash({ name: 'empty' })).rejects.toThrow('did not respond');
  expect(impatient.rejections.at(-1)?.refusal).toEqual(REFUSALS.emptyMessage);
});

test('a refusal can be made to order, for as often as is said', async () => {
  const missing = () => impatient.rejections.filter(({ refusal }) => refusal === REFUSALS.missingAccess);
  impatient.refuse(/POST .*callback$/, REFUSALS.missingAccess);
  const refused = impatient.slash({ name: 'ask', options: { question: 'Who?' } });
  await expect(refused).rejects.toThrow('did not respond');
  expect(trouble).toMatchObject([{ status: 403, code: 50001 }]);
  await Promise.allSettled([impatient.slash({ name: 'ask', options: { question: 'Who?' } })]);
  expect(missing()).toHaveLength(1);
});

test('hundreds of commands in a burst are each answered once', { timeout: 30_000 }, async () => {
  const patient = await startLoopback({ replyWithin: 30_000 });
  const busy = await loggedInto(patient);
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, n) =>
      patient.slash({ name: 'ask', options: { question: `Number ${n}?` }, user: `Reader ${n % 50}` }),
    ),
  );
  const texts = answers.flatMap(({ message }) => (message ? textsOf(message) : []));
  expect(texts).toEqual(Array.from({ length: 300 }, (_, n) => `Reader ${n % 50}: Number ${n}?`));
  expect(patient.rejections).toEqual([]);
  await busy.destroy();
  await patient.close();
});
