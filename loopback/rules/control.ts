// Rules for buttons and menus that Discord's schemas lack.
import type { Problem } from '../refusal.ts';
import { BUTTON_STYLE, COMPONENT, type Component, type MessageBody } from '../wire.ts';
import { placed } from './tree.ts';

const isSelect = ({ type }: Component) => type === 3 || (type >= 5 && type <= 8);
const has = (value: unknown) => value !== undefined && value !== null && value !== '';

/** One to five buttons, or one select menu, never both. */
export function rowsHoldButtonsOrOneSelect(body: MessageBody): Problem[] {
  return placed(body.components)
    .filter(({ component }) => component.type === COMPONENT.actionRow)
    .filter(({ component }) => {
      const held = component.components ?? [];
      return held.some(isSelect) ? held.length !== 1 : held.length < 1 || held.length > 5;
    })
    .map(({ path }) => ({
      path: [...path, 'components'],
      code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      message: 'The specified component exceeds the maximum width: 5 buttons or 1 select menu.',
    }));
}

export function customIdsAreUnique(body: MessageBody): Problem[] {
  return repeated(
    body,
    'custom_id',
    'COMPONENT_CUSTOM_ID_DUPLICATED',
    'Component custom id cannot be duplicated',
  );
}

/** An `id` of 0 asks Discord to choose one, as its absence does. */
export function idsAreUnique(body: MessageBody): Problem[] {
  return repeated(body, 'id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
}

function repeated(body: MessageBody, field: 'custom_id' | 'id', code: string, message: string): Problem[] {
  const seen = new Set<string | number>();
  return placed(body.components).flatMap(({ component, path }) => {
    const value = component[field];
    if (value === undefined || value === null || value === 0) return [];
    if (seen.has(value)) return [{ path: [...path, field], code, message }];
    seen.add(value);
    return [];
  });
}

/** A link has an address and sends no event; a premium button has an SKU and nothing else; every other has a custom id. */
export function buttonsFitTheirStyle(body: MessageBody): Problem[] {
  return placed(body.components)
    .filter(({ component }) => component.type === COMPONENT.button)
    .flatMap(({ component, path }) => {
      const wrong = (field: string, code: string, message: string): Problem => ({
        path: [...path, field],
        code,
        message,
      });
      const required: readonly (keyof Component)[] =
        component.style === BUTTON_STYLE.link
          ? ['url']
          : component.style === BUTTON_STYLE.premium
            ? ['sku_id']
            : ['custom_id'];
      const forbidden: readonly (keyof Component)[] =
        component.style === BUTTON_STYLE.premium
          ? ['custom_id', 'url', 'label', 'emoji']
          : component.style === BUTTON_STYLE.link
            ? ['custom_id', 'sku_id']
            : ['url', 'sku_id'];
      const unlabeled =
        component.style !== BUTTON_STYLE.premium && !has(component.label) && !has(component.emoji);
      return [
        ...required
          .filter((field) => !has(component[field]))
          .map((field) => wrong(field, 'BASE_TYPE_REQUIRED', `A button of this style needs a ${field}.`)),
        ...forbidden
          .filter((field) => has(component[field]))
          .map((field) => wrong(field, 'BASE_TYPE_FORBIDDEN', `A button of this style takes no ${field}.`)),
        ...(unlabeled
          ? [wrong('label', 'BUTTON_COMPONENT_EMPTY', 'A button needs a label or an emoji.')]
          : []),
      ];
    });
}

/** Discord opens http, https and its own discord addresses. */
export function linksHaveAnAddressDiscordOpens(body: MessageBody): Problem[] {
  return placed(body.components)
    .filter(({ component }) => component.type === COMPONENT.button && has(component.url))
    .filter(({ component }) => !/^(?:https?|discord):\/\/./.test(component.url ?? ''))
    .map(({ path }) => ({
      path: [...path, 'url'],
      code: 'URL_TYPE_INVALID_SCHEME',
      message: "Scheme must be one of ('http', 'https', 'discord').",
    }));
}

export function selectValuesAreUnique(body: MessageBody): Problem[] {
  return placed(body.components).flatMap(({ component, path }) => {
    const values = (component.options ?? []).map(({ value }) => value);
    return values.flatMap((value, index) =>
      values.indexOf(value) === index
        ? []
        : [
            {
              path: [...path, 'options', index, 'value'],
              code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
              message: 'The specified option value is already used',
            },
          ],
    );
  });
}

/** As many can be chosen as there are, and no more are chosen at first than can be. */
export function selectCountsFit(body: MessageBody): Problem[] {
  return placed(body.components)
    .filter(({ component }) => component.type === COMPONENT.stringSelect)
    .flatMap(({ component, path }) => {
      const { min_values, max_values, options = [] } = component;
      const most = max_values ?? 1;
      const chosen = options.filter((option) => option.default).length;
      const problem = (field: string, message: string) => [
        { path: [...path, field], code: 'SELECT_COMPONENT_BAD_COUNT', message },
      ];
      if ((min_values ?? 1) > most) return problem('min_values', 'min_values is above max_values.');
      if (most > options.length)
        return problem('max_values', `max_values is above the ${options.length} options.`);
      if (chosen > most)
        return problem('options', `${chosen} options are chosen, max_values allows ${most}.`);
      return [];
    });
}
