// The page around what is shown: a document of HTML that loads nothing, with the headers that keep it so.
import { createHash } from 'node:crypto';
import type { Locale } from '../reply/locale.ts';
import { type Html, html, raw } from './html.ts';
import { STYLE } from './style.ts';
import { PAGE_WORDS } from './words.ts';

/** A page, or why there is none, ready to be sent or written to a file. */
export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface DocumentParts {
  readonly locale: Locale;
  readonly title: string;
  /** Rules beyond those of every page. */
  readonly style?: string;
  readonly main: Html;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** @param revision Of the article, where the page is of one: its first digits open the ETag. */
export function documentOf(
  { locale, title, style = '', main }: DocumentParts,
  status = 200,
  revision = '',
): Page {
  const sheet = STYLE + style;
  // No script, no picture, no font, no form: the one style sheet is known by its hash.
  const policy = `default-src 'none'; style-src 'sha256-${sha256(sheet).toString('base64')}'; base-uri 'none'; form-action 'none'`;
  const body = html`${raw('<!doctype html>')}
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${raw(sheet)}</style>
</head>
<body>
<main>
${main}
</main>
<footer>${status === 200 ? PAGE_WORDS[locale].about : 'Verbatim'}</footer>
</body>
</html>
`.markup;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      // What a page itself cannot say: that no other shows it in a frame.
      'content-security-policy': `${policy}; frame-ancestors 'none'`,
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      // What was removed must be gone: a copy is shown only after a look here.
      'cache-control': 'private, no-cache',
      vary: 'accept-language',
      ...(status === 200 && {
        etag: `"${revision.slice(0, 8)}-${sha256(body).toString('hex').slice(0, 16)}"`,
      }),
    },
    body,
  };
}
