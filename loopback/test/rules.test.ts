import { expect, test } from 'vitest';
import { merged, refuseCallback, refuseMessage } from '../check.ts';
import { refusalBody } from '../refusal.ts';
import * as control from '../rules/control.ts';
import * as layout from '../rules/layout.ts';
import { allowedMentionsAgree, flagsAreAllowed, v2FlagStays } from '../rules/message.ts';
import { type Component, FLAGS, type Message, type MessageBody } from '../wire.ts';

const V2 = FLAGS.componentsV2;
const text = (content: string): Component => ({ type: 10, content });
const button = (custom_id: string, more: Partial<Component> = {}): Component => ({
  type: 2,
  style: 2,
  label: 'Context',
  custom_id,
  ...more,
});
const link = (url: string): Component => ({ type: 2, style: 5, label: 'Open article', url });
const row = (...components: Component[]): Component => ({ type: 1, components });
const menu = (custom_id: string, values: readonly string[], more: Partial<Component> = {}): Component => ({
  type: 3,
  custom_id,
  options: values.map((value) => ({ label: `Note ${value}`, value })),
  ...more,
});
const section = (accessory: Component, ...components: Component[]): Component => ({
  type: 9,
  components,
  accessory,
});
const container = (...components: Component[]): Component => ({
  type: 17,
  accent_color: 0x2ecc71,
  components,
});
const v2 = (...components: Component[]): MessageBody => ({ flags: V2, components });
const withComponents = (...components: Component[]) => v2(container(...components));
const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

const quotation = section(button('context:1'), text('> “Alibaba denied the accusation [4].”'));
const reply = withComponents(
  text('### In the article: 1 passage'),
  quotation,
  { type: 14, divider: true },
  row(button('verify:1', { style: 1, label: 'Verify' }), link('https://example.org/')),
  row(menu('note', ['[4]', '[5]'])),
);

test('a reply as the bot sends it passes every rule', () => {
  expect(refuseCallback({ type: 4, data: reply })).toBeUndefined();
  expect(refuseMessage({ ...reply, tts: false, enforce_nonce: false }, 'new')).toBeUndefined();
});

const pairs: readonly [
  promise: string,
  rule: (body: MessageBody) => readonly { path: readonly unknown[] }[],
  good: MessageBody,
  bad: MessageBody,
  at: string,
][] = [
  [
    'text displays need the V2 flag',
    layout.v2ComponentsNeedTheFlag,
    { content: 'Hello', components: [row(button('a'))] },
    { components: [row(button('a')), text('Hello')] },
    'components.1.type',
  ],
  [
    'a button cannot stand outside a row without the flag',
    layout.v2ComponentsNeedTheFlag,
    { components: [row(button('a'))] },
    { components: [button('a')] },
    'components.0.type',
  ],
  [
    'five rows fit without the flag, six do not',
    layout.atMostFiveRows,
    { components: times(5, (n) => row(button(`${n}`))) },
    { components: times(6, (n) => row(button(`${n}`))) },
    'components',
  ],
  ['no content beside the flag', layout.nothingBesideV2, reply, { ...reply, content: 'Hello' }, 'content'],
  ['no embeds beside the flag', layout.nothingBesideV2, reply, { ...reply, embeds: [{}] }, 'embeds'],
  [
    'no poll beside the flag',
    layout.nothingBesideV2,
    { ...reply, poll: null },
    { ...reply, poll: {} },
    'poll',
  ],
  [
    'no stickers beside the flag',
    layout.nothingBesideV2,
    reply,
    { ...reply, sticker_ids: ['1'] },
    'sticker_ids',
  ],
  ['the flag needs components', layout.v2NeedsComponents, reply, { flags: V2, components: [] }, 'components'],
  [
    'forty components fit, counted with nested ones and accessories',
    layout.atMostFortyComponents,
    withComponents(...times(13, (n) => section(button(`${n}`), text('Quoted.')))),
    withComponents(...times(13, (n) => section(button(`${n}`), text('Quoted.'))), text('One more.')),
    'components',
  ],
  [
    'four thousand characters fit over all text displays',
    layout.atMostFourThousandCharacters,
    withComponents(text('a'.repeat(2_000)), section(button('a'), text('b'.repeat(2_000)))),
    withComponents(text('a'.repeat(2_000)), section(button('a'), text('b'.repeat(2_001)))),
    'components',
  ],
  [
    'a text display shows something',
    layout.noBlankText,
    withComponents(text('.')),
    withComponents(text(' \n')),
    'components.0.components.0.content',
  ],
  [
    'a color is a whole number',
    layout.wholeAccentColor,
    v2({ ...container(text('a')), accent_color: null }),
    v2({ ...container(text('a')), accent_color: 0.5 }),
    'components.0.accent_color',
  ],
  [
    'a row holds five buttons at most',
    control.rowsHoldButtonsOrOneSelect,
    withComponents(row(...times(5, (n) => button(`${n}`)))),
    withComponents(row(...times(6, (n) => button(`${n}`)))),
    'components.0.components.0.components',
  ],
  [
    'a menu has a row to itself',
    control.rowsHoldButtonsOrOneSelect,
    withComponents(row(menu('m', ['4']))),
    withComponents(row(menu('m', ['4']), button('a'))),
    'components.0.components.0.components',
  ],
  [
    'custom ids are unique in a message, accessories among them',
    control.customIdsAreUnique,
    withComponents(section(button('a'), text('Quoted.')), row(button('b'))),
    withComponents(section(button('a'), text('Quoted.')), row(button('a'))),
    'components.0.components.1.components.0.custom_id',
  ],
  [
    'component ids are unique, but for 0',
    control.idsAreUnique,
    v2({ ...text('a'), id: 0 }, { ...text('b'), id: 0 }, { ...text('c'), id: 7 }),
    v2({ ...text('a'), id: 7 }, { ...text('b'), id: 7 }),
    'components.1.id',
  ],
  [
    'a button that is no link needs a custom id',
    control.buttonsFitTheirStyle,
    withComponents(row(button('a'))),
    withComponents(row({ type: 2, style: 1, label: 'Verify' })),
    'components.0.components.0.components.0.custom_id',
  ],
  [
    'a button that is no link takes no url',
    control.buttonsFitTheirStyle,
    withComponents(row(button('a'))),
    withComponents(row(button('a', { url: 'https://example.org' }))),
    'components.0.components.0.components.0.url',
  ],
  [
    'a link takes no custom id',
    control.buttonsFitTheirStyle,
    withComponents(row(link('https://example.org'))),
    withComponents(row({ ...link('https://example.org'), custom_id: 'a' })),
    'components.0.components.0.components.0.custom_id',
  ],
  [
    'a link needs a url',
    control.buttonsFitTheirStyle,
    withComponents(row(link('https://example.org'))),
    withComponents(row({ type: 2, style: 5, label: 'Open' })),
    'components.0.components.0.components.0.url',
  ],
  [
    'a premium button has an SKU and no label',
    control.buttonsFitTheirStyle,
    withComponents(row({ type: 2, style: 6, sku_id: '1' })),
    withComponents(row({ type: 2, style: 6, sku_id: '1', label: 'Buy' })),
    'components.0.components.0.components.0.label',
  ],
  [
    'a button has a label or an emoji',
    control.buttonsFitTheirStyle,
    withComponents(row({ type: 2, style: 2, custom_id: 'a', emoji: { name: '🔎' } })),
    withComponents(row({ type: 2, style: 2, custom_id: 'a' })),
    'components.0.components.0.components.0.label',
  ],
  [
    'a link leads to where Discord goes',
    control.linksHaveAnAddressDiscordOpens,
    withComponents(row(link('https://example.org'))),
    withComponents(row(link('file:///etc/hosts'))),
    'components.0.components.0.components.0.url',
  ],
  [
    'values of a menu are unique',
    control.selectValuesAreUnique,
    withComponents(row(menu('m', ['4', '5']))),
    withComponents(row(menu('m', ['4', '4']))),
    'components.0.components.0.components.0.options.1.value',
  ],
  [
    'no more can be chosen than there are options',
    control.selectCountsFit,
    withComponents(row(menu('m', ['4', '5'], { max_values: 2 }))),
    withComponents(row(menu('m', ['4', '5'], { max_values: 3 }))),
    'components.0.components.0.components.0.max_values',
  ],
  [
    'mentions are parsed or listed, not both',
    allowedMentionsAgree,
    { ...reply, allowed_mentions: { parse: [] } },
    { ...reply, allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions.users',
  ],
];

test.each(pairs)('%s', (_, rule, good, bad, at) => {
  expect(rule(good)).toEqual([]);
  expect(rule(bad).map(({ path }) => path.join('.'))).toContain(at);
  expect(refuseMessage(good, 'new')?.code).not.toBe(50035);
  expect(refuseMessage(bad, 'new')).toMatchObject({ status: 400, code: 50035 });
});

/** Rules that the published schemas hold; each is wrong in one respect only. */
const againstTheSchemas: readonly [promise: string, good: MessageBody, bad: unknown, at: string][] = [
  [
    'a section needs its accessory',
    v2(quotation),
    v2({ type: 9, components: [text('a')] }),
    'components.0.accessory',
  ],
  [
    'a section holds three text displays at most',
    v2(section(button('a'), text('1'), text('2'), text('3'))),
    v2(section(button('a'), text('1'), text('2'), text('3'), text('4'))),
    'components.0.components',
  ],
  ['a section holds a text display', v2(quotation), v2(section(button('a'))), 'components.0.components'],
  [
    'a menu is no accessory',
    v2(quotation),
    v2(section(menu('m', ['4']), text('a'))),
    'components.0.accessory.type',
  ],
  [
    'a container holds no container',
    withComponents(text('a')),
    v2(container(container(text('a')))),
    'components.0.components.0.type',
  ],
  ['a container holds no bare button', reply, withComponents(button('a')), 'components.0.components.0.type'],
  [
    'a menu offers 25 options at most',
    v2(row(menu('m', times(25, String)))),
    v2(row(menu('m', times(26, String)))),
    'components.0.components.0.options',
  ],
  [
    'a menu offers something',
    v2(row(menu('m', ['4']))),
    v2(row(menu('m', []))),
    'components.0.components.0.options',
  ],
  [
    'a label has 80 characters at most',
    v2(row(button('a', { label: 'a'.repeat(80) }))),
    v2(row(button('a', { label: 'a'.repeat(81) }))),
    'components.0.components.0.label',
  ],
  [
    'a custom id has 100 characters at most',
    v2(row(button('a'.repeat(100)))),
    v2(row(button('a'.repeat(101)))),
    'components.0.components.0.custom_id',
  ],
  [
    'a custom id is not empty',
    v2(row(button('a'))),
    v2(row(button(''))),
    'components.0.components.0.custom_id',
  ],
  [
    'an address has 512 characters at most',
    v2(row(link(`https://example.org/${'a'.repeat(492)}`))),
    v2(row(link(`https://example.org/${'a'.repeat(493)}`))),
    'components.0.components.0.url',
  ],
  ['a text display is not empty', v2(text('a')), v2(text('')), 'components.0.content'],
  [
    'a color has 24 bits',
    v2({ ...container(text('a')), accent_color: 0xffffff }),
    v2({ ...container(text('a')), accent_color: 0x1000000 }),
    'components.0.accent_color',
  ],
  ['a key that Discord does not know is told', reply, { ...reply, component: [] }, 'component'],
  [
    'so is one deep inside',
    reply,
    withComponents({ ...text('a'), accentColor: 1 } as Component),
    'components.0.components.0.accentColor',
  ],
  [
    'mentions have the kinds that there are',
    { ...reply, allowed_mentions: { parse: ['users'] } },
    { ...reply, allowed_mentions: { parse: ['all'] } },
    'allowed_mentions.parse.0',
  ],
  [
    'content has 2,000 characters at most',
    { content: 'a'.repeat(2_000) },
    { content: 'a'.repeat(2_001) },
    'content',
  ],
];

test.each(againstTheSchemas)('%s', (_, good, bad, at) => {
  expect(refuseMessage(good, 'new')).toBeUndefined();
  const refusal = refuseMessage(bad, 'new');
  expect(refusal).toMatchObject({ status: 400, code: 50035 });
  expect(refusal?.problems.map(({ path }) => path.join('.'))).toEqual([at]);
});

test('too many bytes are answered with a 500, as Discord answers them', () => {
  const good = v2(text('词'.repeat(3_386)));
  const bad = v2(text('词'.repeat(3_387)));
  expect(layout.bytesOverCeiling(good)).toBe(false);
  expect(layout.bytesOverCeiling(bad)).toBe(true);
  expect(refuseMessage(good, 'new')).toBeUndefined();
  expect(refuseMessage(bad, 'new')).toMatchObject({ status: 500 });
});

function sent(flags: number, body: MessageBody = reply): Message {
  return { ...body, id: '1', flags, content: '', embeds: [] } as unknown as Message;
}

test('a new message may be private; an edit cannot make it so', () => {
  const hidden = { ...reply, flags: V2 | FLAGS.ephemeral };
  expect(flagsAreAllowed(hidden, 'new')).toEqual([]);
  expect(flagsAreAllowed(hidden, 'edit', sent(V2))).toMatchObject([{ path: ['flags'] }]);
  expect(flagsAreAllowed(hidden, 'edit', sent(V2 | FLAGS.ephemeral))).toEqual([]);
  expect(flagsAreAllowed({ ...reply, flags: V2 | FLAGS.loading }, 'new')).toMatchObject([
    { path: ['flags'] },
  ]);
});

test('an edit keeps the V2 flag, said or unsaid, and cannot take it away', () => {
  expect(v2FlagStays({ components: [] }, sent(V2))).toEqual([]);
  expect(v2FlagStays({ flags: V2 }, sent(V2))).toEqual([]);
  expect(v2FlagStays({ flags: 0 }, sent(V2))).toMatchObject([{ path: ['flags'] }]);
  expect(refuseMessage({ components: [text('a')] }, 'edit', sent(V2))).toBeUndefined();
  expect(refuseMessage({ content: 'a' }, 'edit', sent(V2))).toMatchObject({ code: 50035 });
  expect(merged({ components: [text('a')] }, sent(V2 | FLAGS.ephemeral)).flags).toBe(V2 | FLAGS.ephemeral);
});

test('a message of words becomes one of components only if the words go', () => {
  const before = { ...sent(0, {}), content: 'Hello' };
  expect(refuseMessage(reply, 'edit', before)).toMatchObject({ code: 50035 });
  expect(refuseMessage({ ...reply, content: null }, 'edit', before)).toBeUndefined();
});

test('a deferral takes the private flag and no other', () => {
  expect(refuseCallback({ type: 5 })).toBeUndefined();
  expect(refuseCallback({ type: 5, data: { flags: FLAGS.ephemeral } })).toBeUndefined();
  expect(refuseCallback({ type: 5, data: { flags: V2 } })?.problems).toMatchObject([
    { path: ['data', 'flags'] },
  ]);
});

test('25 suggestions fit, each with a name and a value of 1 to 100 characters', () => {
  const choices = (count: number, length = 100) =>
    times(count, (n) => ({ name: `Heading ${n}`, value: 'a'.repeat(length) }));
  const at = (list: unknown) =>
    refuseCallback({ type: 8, data: { choices: list } })?.problems.map(({ path }) => path.join('.'));
  expect(at(choices(25))).toBeUndefined();
  expect(at([])).toBeUndefined();
  expect(at(choices(26))).toEqual(['data.choices']);
  expect(at(choices(1, 101))).toEqual(['data.choices.0.value']);
  expect(at([{ name: '', value: 'a' }])).toEqual(['data.choices.0.name']);
  expect(at([{ name: 'a'.repeat(101), value: 'a' }])).toEqual(['data.choices.0.name']);
  expect(at([{ name: 'a', value: 'a', description: 'b' }])).toEqual(['data.choices.0.description']);
  expect(at([{ name: 'a', value: 'a', name_localizations: { zh: '甲' } }])).toEqual([
    'data.choices.0.name_localizations.zh',
  ]);
  expect(at([null])).toEqual(['data.choices.0']);
});

test('a type of response that does not exist is refused', () => {
  expect(refuseCallback({ type: 3, data: reply })).toMatchObject({ code: 50035 });
  expect(refuseCallback('hello')).toMatchObject({ code: 50035 });
});

test('problems are nested as Discord nests them', () => {
  const refusal = refuseMessage(v2(text('a'), row(button('a', { label: 'a'.repeat(81) }))), 'new');
  expect(refusal && refusalBody(refusal)).toMatchObject({
    code: 50035,
    message: 'Invalid Form Body',
    errors: {
      components: { 1: { components: { 0: { label: { _errors: [{ code: 'SCHEMA_TOO_BIG' }] } } } } },
    },
  });
});
