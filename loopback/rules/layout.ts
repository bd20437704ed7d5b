// Rules for the layout of components, and their limits.
import type { Problem } from '../refusal.ts';
import { COMPONENT, FLAGS, type MessageBody } from '../wire.ts';
import { placed } from './tree.ts';

/** https://docs.discord.com/developers/components/reference: nested components count. */
export const MAX_COMPONENTS = 40;
/** Over all text displays of a message. Counted in UTF-16 units, which is never less than Discord counts. */
export const MAX_TEXT = 4_000;
/** Above it Discord answers 500 (discord-api-docs#8554): UTF-8 bytes of all text displays, and 12 for each. */
export const MAX_TEXT_BYTES = 10_170;
const BYTES_PER_DISPLAY = 12;

const LEGACY = new Set<number>([1, 2, 3, 5, 6, 7, 8]);

const isV2 = (body: MessageBody) => ((body.flags ?? 0) & FLAGS.componentsV2) !== 0;

function textDisplays(body: MessageBody): string[] {
  return placed(body.components)
    .filter(({ component }) => component.type === COMPONENT.textDisplay)
    .map(({ component }) => component.content ?? '');
}

/** Sections, text displays, containers and their like need the flag; without it only action rows may stand at the top. */
export function v2ComponentsNeedTheFlag(body: MessageBody): Problem[] {
  if (isV2(body)) return [];
  return placed(body.components)
    .filter(
      ({ component, path }) => !LEGACY.has(component.type) || (path.length === 2 && component.type !== 1),
    )
    .map(({ path }) => ({
      path: [...path, 'type'],
      code: 'UNION_TYPE_CHOICES',
      message: 'Value of field "type" must be one of (1,) without the IS_COMPONENTS_V2 flag.',
    }));
}

/** A message without the flag holds at most five action rows. */
export function atMostFiveRows(body: MessageBody): Problem[] {
  if (isV2(body) || (body.components?.length ?? 0) <= 5) return [];
  return [
    { path: ['components'], code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.' },
  ];
}

/** Beside the components of the flag there can be no content, embeds, poll or stickers. */
export function nothingBesideV2(body: MessageBody): Problem[] {
  if (!isV2(body)) return [];
  const beside = {
    content: (body.content ?? '') !== '',
    embeds: (body.embeds ?? []).length > 0,
    poll: body.poll !== undefined && body.poll !== null,
    sticker_ids: (body.sticker_ids ?? []).length > 0,
  };
  return Object.entries(beside).flatMap(([field, present]) =>
    present
      ? [
          {
            path: [field],
            code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
            message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
          },
        ]
      : [],
  );
}

export function v2NeedsComponents(body: MessageBody): Problem[] {
  if (!isV2(body) || (body.components?.length ?? 0) > 0) return [];
  return [
    {
      path: ['components'],
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required with IS_COMPONENTS_V2.',
    },
  ];
}

export function atMostFortyComponents(body: MessageBody): Problem[] {
  const count = placed(body.components).length;
  if (count <= MAX_COMPONENTS) return [];
  return [
    {
      path: ['components'],
      code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      message: `The total number of components is ${count}, more than ${MAX_COMPONENTS}.`,
    },
  ];
}

export function atMostFourThousandCharacters(body: MessageBody): Problem[] {
  const length = textDisplays(body).join('').length;
  if (length <= MAX_TEXT) return [];
  return [
    {
      path: ['components'],
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: `The text displays hold ${length} characters, more than ${MAX_TEXT}.`,
    },
  ];
}

/** The ceiling that Discord answers with a 500 rather than a sentence. */
export function bytesOverCeiling(body: MessageBody): boolean {
  const texts = textDisplays(body);
  return Buffer.byteLength(texts.join(''), 'utf8') + BYTES_PER_DISPLAY * texts.length > MAX_TEXT_BYTES;
}

export function noBlankText(body: MessageBody): Problem[] {
  return placed(body.components)
    .filter(({ component }) => component.type === COMPONENT.textDisplay && component.content?.trim() === '')
    .map(({ path }) => ({
      path: [...path, 'content'],
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required: a text display shows something.',
    }));
}

/** The schemas take any number for a color. */
export function wholeAccentColor(body: MessageBody): Problem[] {
  return placed(body.components)
    .filter(({ component }) => !Number.isInteger(component.accent_color ?? 0))
    .map(({ path }) => ({
      path: [...path, 'accent_color'],
      code: 'NUMBER_TYPE_COERCE',
      message: 'Value must be a whole number between 0 and 16777215.',
    }));
}
