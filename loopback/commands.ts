// The registered commands of one place.
import { refuseCommand, refuseCommandList } from './check.ts';
import { snowflake } from './people.ts';
import { REFUSALS, type Refusal } from './refusal.ts';
import type { CommandBody, CommandOption, RegisteredCommand } from './wire.ts';

/** https://docs.discord.com/developers/interactions/application-commands: creates a day; an overwrite counts new names. */
const CREATES_A_DAY = 200;

type Outcome<T> = { readonly done: T; readonly created?: boolean } | { readonly refused: Refusal };

/** The commands of one place: all servers, or one. */
export interface Commands {
  list(withLocalizations: boolean): readonly RegisteredCommand[];
  get(id: string): RegisteredCommand | undefined;
  /** A command of the same type and name is replaced and keeps its id. */
  create(body: unknown): Outcome<RegisteredCommand>;
  edit(id: string, body: unknown): Outcome<RegisteredCommand>;
  delete(id: string): boolean;
  overwrite(body: unknown): Outcome<readonly RegisteredCommand[]>;
}

export function createCommands(applicationId: string, guildId?: string): Commands {
  let commands: readonly RegisteredCommand[] = [];
  let creates = 0;

  const namesake = (body: CommandBody) =>
    commands.find(({ type, name }) => type === (body.type ?? 1) && name === body.name);
  const registered = (body: CommandBody, id: string): RegisteredCommand => ({
    id,
    application_id: applicationId,
    version: snowflake(),
    ...asDiscordKeepsIt(body, guildId),
  });

  return {
    list: (withLocalizations) => (withLocalizations ? commands : commands.map(withoutLocalizations)),
    get: (id) => commands.find((command) => command.id === id),
    create(body) {
      const refused = refuseCommand(body);
      if (refused) return { refused };
      const before = namesake(body as CommandBody);
      const others = commands.filter((command) => command !== before);
      const tooMany = refuseCommandList([...others.map(asBody), body]);
      if (tooMany) return { refused: tooMany };
      if (!before && creates >= CREATES_A_DAY) return { refused: REFUSALS.tooManyCreates };
      if (!before) creates += 1;
      const done = registered(body as CommandBody, before?.id ?? snowflake());
      commands = [...others, done];
      return { done, created: before === undefined };
    },
    edit(id, body) {
      const before = commands.find((command) => command.id === id);
      if (!before) return { refused: REFUSALS.unknownCommand };
      const after = { ...asBody(before), ...(body as object) };
      const refused = refuseCommand(after);
      if (refused) return { refused };
      const done = registered(after, id);
      commands = commands.map((command) => (command === before ? done : command));
      return { done };
    },
    delete(id) {
      const count = commands.length;
      commands = commands.filter((command) => command.id !== id);
      return commands.length < count;
    },
    overwrite(body) {
      const refused = refuseCommandList(body);
      if (refused) return { refused };
      const bodies = body as readonly CommandBody[];
      const fresh = bodies.filter((command) => !namesake(command)).length;
      if (creates + fresh > CREATES_A_DAY) return { refused: REFUSALS.tooManyCreates };
      creates += fresh;
      commands = bodies.map((command) => registered(command, namesake(command)?.id ?? snowflake()));
      return { done: commands };
    },
  };
}

/** Where it can be installed and used is a matter of global commands; a server's own lack the fields. */
function asDiscordKeepsIt(body: CommandBody, guildId: string | undefined) {
  return {
    type: body.type ?? 1,
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: body.description_localizations ?? null,
    default_member_permissions:
      body.default_member_permissions == null ? null : String(body.default_member_permissions),
    nsfw: body.nsfw ?? false,
    ...(guildId === undefined
      ? {
          dm_permission: body.dm_permission ?? body.contexts?.includes(1) ?? true,
          contexts: body.contexts ?? null,
          integration_types: body.integration_types ?? [0],
        }
      : { guild_id: guildId }),
    ...(body.options && body.options.length > 0 ? { options: body.options.map(optionAsKept) } : {}),
  };
}

/** What is false or empty is left out, as Discord's listing leaves it out. */
function optionAsKept(option: CommandOption): CommandOption {
  const { required, autocomplete, choices, options, ...rest } = option;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  return {
    ...given,
    type: option.type,
    name: option.name,
    name_localizations: option.name_localizations ?? null,
    description: option.description,
    description_localizations: option.description_localizations ?? null,
    ...(required ? { required } : {}),
    ...(autocomplete ? { autocomplete } : {}),
    ...(choices && choices.length > 0 ? { choices } : {}),
    ...(options && options.length > 0 ? { options: options.map(optionAsKept) } : {}),
  };
}

function asBody(command: RegisteredCommand): CommandBody {
  const { id: _id, application_id: _application, version: _version, guild_id: _guild, ...body } = command;
  return body;
}

type Localizable = Pick<CommandOption, 'name_localizations' | 'description_localizations'>;

function withoutLocalizations(command: RegisteredCommand): RegisteredCommand {
  const bare = <T extends Localizable>({
    name_localizations: _names,
    description_localizations: _descriptions,
    ...rest
  }: T) => rest;
  const bareOption = (option: CommandOption): CommandOption => ({
    ...bare(option),
    ...(option.choices ? { choices: option.choices.map(bareChoice) } : {}),
    ...(option.options ? { options: option.options.map(bareOption) } : {}),
  });
  const bareChoice = ({ name, value }: { name: string; value: string | number }) => ({ name, value });
  return { ...bare(command), ...(command.options ? { options: command.options.map(bareOption) } : {}) };
}
