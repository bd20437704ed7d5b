// Draws a message as HTML.
import { isPrivate } from '../loopback/reading.ts';
import { BUTTON_STYLE, COMPONENT, type Component, type Message } from '../loopback/wire.ts';
import { type Html, html, joined } from '../src/page/html.ts';
import { markdownToHtml } from './markdown.ts';

const STYLE_NAMES = Object.fromEntries(Object.entries(BUTTON_STYLE).map(([name, style]) => [style, name]));

const icon = (path: string): Html => ({
  markup: `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`,
});
const EYE = icon('M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 9a3 3 0 100 6 3 3 0 000-6z');
const ARROW = icon('M14 4h6v6M20 4l-9 9M10 5H5v14h14v-5');

/** A message as Discord shows it below the name of who sent it. */
export function messageToHtml(message: Message): Html {
  const privately = isPrivate(message)
    ? html`<div class="private">${EYE}Only you can see this · <span class="dismiss">Dismiss message</span></div>`
    : undefined;
  return html`<div class="message">${[
    ...(message.content === '' ? [] : [markdownToHtml(message.content)]),
    ...message.components.map(componentToHtml),
  ]}${privately}</div>`;
}

function componentToHtml(component: Component): Html {
  const inside = joined((component.components ?? []).map(componentToHtml));
  switch (component.type) {
    case COMPONENT.container:
      return html`<div class="container"${accent(component)}>${inside}</div>`;
    case COMPONENT.section:
      return html`<div class="section"><div class="beside">${inside}</div>${
        component.accessory ? componentToHtml(component.accessory) : undefined
      }</div>`;
    case COMPONENT.actionRow:
      return html`<div class="row">${inside}</div>`;
    case COMPONENT.textDisplay:
      return html`<div class="text">${markdownToHtml(component.content ?? '')}</div>`;
    case COMPONENT.separator:
      return html`<div class="separator${component.divider ? ' divider' : ''}${
        component.spacing === 2 ? ' wide' : ''
      }"></div>`;
    case COMPONENT.button:
      return buttonToHtml(component);
    case COMPONENT.stringSelect:
      return menuToHtml(component);
    default:
      return html`<div class="unknown">A component of type ${component.type}, which this page cannot show.</div>`;
  }
}

function accent({ accent_color }: Component): Html | undefined {
  if (accent_color === null || accent_color === undefined) return undefined;
  return html` style="--accent: #${accent_color.toString(16).padStart(6, '0')}"`;
}

function buttonToHtml({ style = BUTTON_STYLE.secondary, label, url, disabled }: Component): Html {
  const name = STYLE_NAMES[style] ?? 'secondary';
  if (url) return html`<a class="button ${name}" href="${url}">${label ?? ''}${ARROW}</a>`;
  return html`<button type="button" class="button ${name}"${disabled ? html` disabled` : undefined}>${label ?? ''}</button>`;
}

function menuToHtml({ placeholder, options = [] }: Component): Html {
  const chosen = options.find((option) => option.default)?.label;
  const items = options.map(
    ({ label, description }) =>
      html`<li>${label}${description ? html`<small>${description}</small>` : undefined}</li>`,
  );
  return html`<details class="menu"><summary>${chosen ?? placeholder ?? ''}</summary><ul>${items}</ul></details>`;
}
