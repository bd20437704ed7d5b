import { describe, expect, it } from 'vitest';
import { commands as forReaders, moderationCommands } from '../../../commands/index.ts';
import { refuseCommandList } from '../../../loopback/check.ts';
import { type Definition, definitionsOf } from '../../../src/discord/registration/definitions.ts';
import { differencesOf } from '../../../src/discord/registration/difference.ts';
import { LOCALES } from '../../../src/reply/locale.ts';

const commands = [...forReaders, ...moderationCommands];
const global = definitionsOf(commands, 'global');

/** As Discord lists what it was sent: with more fields, and null for what was left out. */
function listed(definitions: readonly Definition[]) {
  return definitions.map((definition, index) => ({
    description: '',
    nsfw: false,
    default_member_permissions: null,
    dm_permission: true,
    ...definition,
    id: String(index),
    application_id: '1',
    version: '2',
  }));
}

describe('the definitions', () => {
  it('satisfy the schemas and limits of Discord', () => {
    expect(refuseCommandList(global)).toBeUndefined();
    expect(refuseCommandList(definitionsOf(commands, 'guild'))).toBeUndefined();
  });

  it('have every command of the one list, once, in every language of the interface', () => {
    expect(global.map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
    for (const { name_localizations } of global) {
      expect(Object.keys(name_localizations ?? {}).sort()).toEqual([...LOCALES].sort());
    }
  });

  it('are for servers and for oneself, everywhere; those of one server leave that out', () => {
    for (const definition of definitionsOf(forReaders, 'global')) {
      expect(definition).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    }
    for (const definition of definitionsOf(commands, 'guild')) {
      expect(definition).not.toHaveProperty('contexts');
      expect(definition).not.toHaveProperty('integration_types');
    }
  });
});

describe('the definitions for moderators', () => {
  it('are for whoever may manage the server, and for oneself in direct messages with the bot', () => {
    for (const definition of definitionsOf(moderationCommands, 'global')) {
      expect(definition).toMatchObject({
        default_member_permissions: String(1 << 5),
        integration_types: [0, 1],
        contexts: [0, 1],
      });
    }
    for (const definition of definitionsOf(moderationCommands, 'guild')) {
      expect(definition).toMatchObject({ default_member_permissions: String(1 << 5) });
    }
  });

  it('name each part, option and what it says in every language', () => {
    for (const { options = [] } of definitionsOf(moderationCommands, 'global') as {
      options?: { options?: object[] }[];
    }[]) {
      for (const part of options.flatMap((one) => [one, ...(one.options ?? [])])) {
        expect(part).toMatchObject({
          name_localizations: Object.fromEntries(LOCALES.map((locale) => [locale, expect.any(String)])),
          description_localizations: Object.fromEntries(
            LOCALES.map((locale) => [locale, expect.any(String)]),
          ),
        });
      }
    }
  });
});

describe('differencesOf', () => {
  it('finds none between what was sent and what Discord lists', () => {
    expect(differencesOf(listed(global), global, true)).toEqual([]);
    const guild = definitionsOf(commands, 'guild');
    expect(
      differencesOf(
        listed(guild).map((one) => ({ ...one, contexts: null })),
        guild,
        false,
      ),
    ).toEqual([]);
  });

  it('does not mind the order in which contexts or commands are listed', () => {
    const shuffled = listed(global)
      .reverse()
      .map((one) => ({ ...one, contexts: [...((one as { contexts?: number[] }).contexts ?? [])].reverse() }));
    expect(differencesOf(shuffled, global, true)).toEqual([]);
  });

  it('tells new, changed and gone commands apart, and what changed', () => {
    const [ask, ...others] = listed(global);
    if (!ask) throw new Error('no command');
    const old = { ...ask, description_localizations: { ...ask.description_localizations, 'zh-CN': '旧' } };
    const gone = { ...ask, name: 'gone' };
    const lines = differencesOf([old, ...others.slice(1), gone], global, true);
    expect(lines[0]).toBe('~ /ask');
    expect(lines[1]).toMatch(/^ {4}description_localizations\.zh-CN: "旧" → "/);
    expect(lines.slice(2)).toEqual(['+ /summary', '- /gone']);
  });

  it('sees options that changed places', () => {
    const swapped = global.map((one) =>
      one.name === 'ask' && 'options' in one ? { ...one, options: [...(one.options ?? [])].reverse() } : one,
    );
    expect(differencesOf(listed(swapped as Definition[]), global, true)[0]).toBe('~ /ask');
  });
});
