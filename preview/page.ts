// The page with all scenes.
import { type Html, html } from '../src/page/html.ts';
import { messageToHtml } from './message.ts';
import type { ShownPage } from './passages.ts';
import type { Shown } from './scenes.ts';

/**
 * One page with all scenes. It loads nothing: style and letters are its own and the system's. A scene's anchor, such as
 * `#found`, shows that scene alone.
 */
export function pageOf(scenes: readonly Shown[], css: string, pages: readonly ShownPage[] = []): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What a reader sees</title>
<style>${{ markup: css.replaceAll('</', '<\\/') }}</style>
</head>
<body>
<header>
<h1>What a reader sees</h1>
<p>${scenes.length} replies of the bot, as a Discord on this machine received them. Below each is what was sent.</p>
<p>Colors: <label><input type="radio" name="colors" checked> yours</label> <label><input type="radio" name="colors" id="light"> light</label> <label><input type="radio" name="colors" id="dark"> dark</label></p>
</header>
<main>${scenes.map(sceneToHtml)}${pages.map(framed)}</main>
</body>
</html>
`;
  return page.markup;
}

/** A page stands in a file beside this one. */
function framed({ id, title, anchor }: ShownPage): Html {
  const address = `${id}.html${anchor ? `#${anchor}` : ''}`;
  return html`
<section class="scene" id="${id}">
<h2><a href="${address}">${title}</a></h2>
<iframe src="${address}" title="${title}" height="640"></iframe>
</section>`;
}

function sceneToHtml({ id, title, by, did, locale, message, payload }: Shown): Html {
  return html`
<section class="scene" id="${id}">
<h2><a href="#${id}">${title}</a></h2>
<div class="chat">
<div class="asked"><span class="face small-face">${by.charAt(0)}</span><b>${by}</b> <span>${did}</span></div>
<div class="post">
<span class="face bot-face">V</span>
<div class="said" lang="${locale}">
<div class="name"><b>Verbatim</b> <span class="badge">APP</span></div>
${messageToHtml(message)}
</div>
</div>
</div>
<details class="payload"><summary>What was sent</summary><pre>${JSON.stringify(payload, null, 2)}</pre></details>
</section>`;
}
