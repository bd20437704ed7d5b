// Turns buttons and menus into components.
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { LIMITS } from '../../limits.ts';
import { ACTIONS } from '../../reply/action.ts';
import type { Locale } from '../../reply/locale.ts';
import type { Button, EditMenu, Menu } from '../../reply/reply.ts';
import { shorten } from '../../reply/shorten.ts';
import { WORDS } from '../../reply/words.ts';
import { customIdOf, heldIn, repeatOf } from './custom-id.ts';
import { editIdOf } from './edit-id.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const STYLES = {
  main: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
  plain: ButtonStyle.Secondary,
} as const;

/** Undefined where the button cannot be shown. */
export function buttonOf(button: Button, locale: Locale): APIButtonComponent | undefined {
  const text = shorten(button.label, LIMITS.button);
  if (button.action) {
    const style = button.rest ? ButtonStyle.Primary : ButtonStyle.Secondary;
    const custom_id = customIdOf(button.action, locale);
    // The passages of many articles do not all fit: the label promises those that do.
    const isMore = button.rest && button.action.verb === 'more';
    const promised = isMore ? WORDS[locale].buttons.more(heldIn(custom_id)) : text;
    return { type: ComponentType.Button, style, label: promised, custom_id };
  }
  if (button.edit) {
    const style = STYLES[button.style ?? 'plain'];
    return { type: ComponentType.Button, style, label: text, custom_id: editIdOf(button.edit, locale) };
  }
  // Discord refuses longer addresses; the article's own name and publisher still stand in the footer.
  if (button.url === undefined || button.url.length > LIMITS.url) return undefined;
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: text, url: button.url };
}

/**
 * The button that removes the message. Not in red, though it cannot be undone: what it removes can be asked for again,
 * and under every reply red would be what is seen first.
 */
function deleteButton(locale: Locale): APIButtonComponent {
  const custom_id = customIdOf({ verb: 'delete' }, locale);
  const label = ACTIONS.delete.label[locale];
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id };
}

/** Buttons in rows, those that can be shown; the one that removes the message comes last where it `isRemovable`. */
export function rowsOf(buttons: readonly Button[], locale: Locale, isRemovable = false): Row[] {
  const shown = [
    ...buttons.map((button) => buttonOf(button, locale)).filter((button) => button !== undefined),
    ...(isRemovable ? [deleteButton(locale)] : []),
  ];
  const rows: Row[] = [];
  for (let from = 0; from < shown.length; from += LIMITS.row) {
    rows.push({ type: ComponentType.ActionRow, components: shown.slice(from, from + LIMITS.row) });
  }
  return rows;
}

export function menuOf({ placeholder, options }: Menu, index: number, locale: Locale): Row {
  const values = options.slice(0, LIMITS.choices.most).map((option) => ({
    label: shorten(option.label, LIMITS.choices.longest),
    value: customIdOf(option.action, locale),
    ...(option.description && { description: shorten(option.description, LIMITS.choices.longest) }),
  }));
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: `menu:${index}`,
        placeholder: shorten(placeholder, LIMITS.placeholder),
        options: values.filter(({ value }, at) => values.findIndex((other) => other.value === value) === at),
      },
    ],
  };
}

/** The menu of what may be done, of which one thing is. */
export function editMenuOf({ placeholder, options }: EditMenu, locale: Locale): Row {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: 'menu:edit',
        placeholder: shorten(placeholder, LIMITS.placeholder),
        options: options.slice(0, LIMITS.choices.most).map(({ label, description, edit }) => ({
          label: shorten(label, LIMITS.choices.longest),
          value: editIdOf(edit, locale),
          ...(description && { description: shorten(description, LIMITS.choices.longest) }),
        })),
      },
    ],
  };
}

/** Gives the second and third component with the same id an id of its own. */
export function distinct<T>(components: T): T {
  const seen = new Map<string, number>();
  const named = JSON.stringify(components, (key, value: unknown) => {
    if (key !== 'custom_id' || typeof value !== 'string') return value;
    const times = seen.get(value) ?? 0;
    seen.set(value, times + 1);
    return times === 0 ? value : repeatOf(value, times);
  });
  const isDistinct = [...seen.values()].every((times) => times === 1);
  return isDistinct ? components : (JSON.parse(named) as T);
}
