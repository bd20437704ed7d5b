// Refuses what Discord would refuse in messages, answers, and files.
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandCreateRequestSchema,
  AvailableLocalesEnumSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  LaunchActivityInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import type { ZodMiniType } from 'zod/mini';
import { invalidForm, type Problem, REFUSALS, type Refusal } from './refusal.ts';
import { choiceLocalesAreDiscords, choicesAreGiven, choiceValuesAreShort } from './rules/choice.ts';
import * as commandRules from './rules/command.ts';
import * as controlRules from './rules/control.ts';
import * as layoutRules from './rules/layout.ts';
import {
  allowedMentionsAgree,
  deferralFlagsAreAllowed,
  flagsAreAllowed,
  isEmpty,
  type Sending,
  v2FlagStays,
} from './rules/message.ts';
import * as modalRules from './rules/modal.ts';
import * as optionRules from './rules/option.ts';
import { placed } from './rules/tree.ts';
import { isRecord, schemaProblems } from './schema.ts';
import {
  CALLBACK,
  type Choice,
  type CommandBody,
  type FileSent,
  type Message,
  type MessageBody,
  type Modal,
} from './wire.ts';

const CALLBACK_SCHEMAS: Readonly<Record<number, ZodMiniType>> = {
  [CALLBACK.pong]: PongInteractionCallbackRequestSchema,
  [CALLBACK.message]: CreateMessageInteractionCallbackRequestSchema,
  [CALLBACK.deferredMessage]: CreateMessageInteractionCallbackRequestSchema,
  [CALLBACK.deferredUpdate]: UpdateMessageInteractionCallbackRequestSchema,
  [CALLBACK.update]: UpdateMessageInteractionCallbackRequestSchema,
  [CALLBACK.choices]: ApplicationCommandAutocompleteCallbackRequestSchema,
  [CALLBACK.modal]: ModalInteractionCallbackRequestSchema,
  [CALLBACK.launchActivity]: LaunchActivityInteractionCallbackRequestSchema,
};

const LAYOUT_AND_CONTROLS: readonly ((body: MessageBody) => Problem[])[] = [
  layoutRules.v2ComponentsNeedTheFlag,
  layoutRules.atMostFiveRows,
  layoutRules.nothingBesideV2,
  layoutRules.v2NeedsComponents,
  layoutRules.atMostFortyComponents,
  layoutRules.atMostFourThousandCharacters,
  layoutRules.noBlankText,
  layoutRules.wholeAccentColor,
  controlRules.rowsHoldButtonsOrOneSelect,
  controlRules.customIdsAreUnique,
  controlRules.idsAreUnique,
  controlRules.buttonsFitTheirStyle,
  controlRules.linksHaveAnAddressDiscordOpens,
  controlRules.selectValuesAreUnique,
  controlRules.selectCountsFit,
];

export const isLocale = (tag: string): boolean => AvailableLocalesEnumSchema.safeParse(tag).success;

/**
 * Why Discord would refuse this first answer to an interaction; undefined where it would take it.
 * `pressed` is the message whose component was used, which an update changes.
 */
export function refuseCallback(body: unknown, pressed?: Message): Refusal | undefined {
  const type = isRecord(body) && typeof body.type === 'number' ? body.type : 0;
  const schema = CALLBACK_SCHEMAS[type];
  if (schema === undefined) {
    return invalidForm([
      { path: ['type'], code: 'BASE_TYPE_CHOICES', message: `${type} is not a response type.` },
    ]);
  }
  const problems = schemaProblems(schema, body);
  if (problems.length > 0) return invalidForm(problems);
  const data = isRecord(body) && isRecord(body.data) ? body.data : {};
  const inData = (refusal: Refusal | undefined) =>
    refusal && { ...refusal, problems: refusal.problems.map((p) => ({ ...p, path: ['data', ...p.path] })) };
  switch (type) {
    case CALLBACK.message:
      return inData(refuseFields(data, 'new'));
    case CALLBACK.deferredMessage:
      return inData(asRefusal(deferralFlagsAreAllowed(data)));
    case CALLBACK.update:
      return inData(refuseFields(data, 'edit', pressed));
    case CALLBACK.choices:
      return inData(refuseChoices((data.choices ?? []) as readonly (Choice | null)[]));
    case CALLBACK.modal:
      return inData(refuseModal(data as unknown as Modal));
    default:
      return undefined;
  }
}

function refuseModal(modal: Modal): Refusal | undefined {
  return asRefusal([
    ...modalRules.atMostFiveFields(modal),
    ...modalRules.fieldIdsAreUnique(modal),
    ...modalRules.labelsStandAround(modal),
    ...modalRules.textsFitTheirLength(modal),
    ...modalRules.choicesFit(modal),
  ]);
}

/** Files that came along, but are shown nowhere or are larger than Discord takes. */
export function refuseFiles(body: unknown, files: readonly FileSent[]): Refusal | undefined {
  if (files.length === 0) return undefined;
  const { attachments = [], components } = (isRecord(body) ? body : {}) as MessageBody;
  const named = listOf(attachments).map(({ filename }) => filename);
  const shown = placed(components).flatMap(({ component }) => component.file?.url ?? []);
  const problem = (message: string): Problem => ({ path: ['attachments'], code: 'INVALID_FILE', message });
  return asRefusal([
    ...(files.length > 10 ? [problem('At most 10 files.')] : []),
    ...files.flatMap(({ filename, content }, at) => [
      ...(named[at] === filename ? [] : [problem(`The file ${filename} is not told of.`)]),
      ...(shown.includes(`attachment://${filename}`) ? [] : [problem(`The file ${filename} is not shown.`)]),
      ...(content.length > 10_485_760 ? [problem(`The file ${filename} is too large.`)] : []),
    ]),
  ]);
}

const listOf = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);

/** Why Discord would refuse this follow-up or edit; `before` is the message that it changes. */
export function refuseMessage(body: unknown, sending: Sending, before?: Message): Refusal | undefined {
  const schema =
    sending === 'new' ? IncomingWebhookRequestPartialSchema : IncomingWebhookUpdateRequestPartialSchema;
  const problems = schemaProblems(schema, body);
  if (problems.length > 0) return invalidForm(problems);
  return refuseFields(isRecord(body) ? body : {}, sending, before);
}

function refuseFields(body: MessageBody, sending: Sending, before?: Message): Refusal | undefined {
  const after = before ? merged(body, before) : body;
  const problems = [
    ...flagsAreAllowed(body, sending, before),
    ...(before ? v2FlagStays(body, before) : []),
    ...allowedMentionsAgree(body),
    ...LAYOUT_AND_CONTROLS.flatMap((rule) => rule(after)),
  ];
  if (problems.length > 0) return invalidForm(problems);
  if (isEmpty(after)) return REFUSALS.emptyMessage;
  return layoutRules.bytesOverCeiling(after) ? REFUSALS.serverError : undefined;
}

/** The message as an edit leaves it: what the edit does not name stays. */
export function merged(body: MessageBody, before: Message): MessageBody {
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  return { ...before, ...given, flags: before.flags | (body.flags ?? 0) };
}

function refuseChoices(choices: readonly (Choice | null)[]): Refusal | undefined {
  return asRefusal([
    ...choicesAreGiven(choices),
    ...choiceValuesAreShort(choices),
    ...choiceLocalesAreDiscords(choices, isLocale),
  ]);
}

/** Why Discord would refuse to register this command. */
export function refuseCommand(body: unknown): Refusal | undefined {
  const problems = schemaProblems(ApplicationCommandCreateRequestSchema, withNumericPermissions(body));
  if (problems.length > 0) return invalidForm(problems);
  const command = body as CommandBody;
  return asRefusal([
    ...commandRules.namesFollowThePattern(command),
    ...commandRules.descriptionFitsTheType(command),
    ...commandRules.onlySlashCommandsHaveOptions(command),
    ...optionRules.requiredOptionsComeFirst(command),
    ...optionRules.optionNamesAreUnique(command),
    ...optionRules.choicesOrAutocomplete(command),
    ...optionRules.lengthsAgree(command),
    ...commandRules.localesAreDiscords(command, isLocale),
    ...commandRules.atMostEightThousandCharacters(command),
    ...commandRules.placesAreNamedOnce(command),
    ...commandRules.privateChannelsNeedUserInstall(command),
  ]);
}

/** Why Discord would refuse this list as a whole; problems of one command stand under its index. */
export function refuseCommandList(body: unknown): Refusal | undefined {
  if (!Array.isArray(body)) {
    return invalidForm([
      { path: [], code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' },
    ]);
  }
  const problems = body.flatMap((command, index) =>
    (refuseCommand(command)?.problems ?? []).map((p) => ({ ...p, path: [index, ...p.path] })),
  );
  return asRefusal(problems.length > 0 ? problems : commandRules.commandListFits(body));
}

/** The documentation has permissions as a string of digits, the schema as a number. */
function withNumericPermissions(body: unknown): unknown {
  if (!isRecord(body) || typeof body.default_member_permissions !== 'string') return body;
  return /^\d+$/.test(body.default_member_permissions)
    ? { ...body, default_member_permissions: Number(body.default_member_permissions) }
    : body;
}

const asRefusal = (problems: readonly Problem[]) => (problems.length > 0 ? invalidForm(problems) : undefined);
