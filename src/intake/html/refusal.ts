// Recognizes pages that are no article: logins, consent forms, challenges.
import { piecesOf, type SourceBlock } from '../document.ts';
import type { Metadata } from './metadata.ts';

/** In characters, white space aside: an article of more is read, whatever stands around it. */
const LONG = 1500;
/** What a login says of itself is shorter; a field for a password stands in the navigation of many a page that shows its article. */
const SHORT = 350;

const CHALLENGE =
  /^(?:just a moment|attention required|one more step|checking your browser|please wait|access denied|verify(?:ing)? (?:that )?you are|are you (?:a robot|human)|human verification|security check|robot check|ddos-guard|bot verification|client challenge|un instant|nur einen moment|einen moment|un momento|even geduld|один момент|请稍候|しばらくお待ちください)/i;
const CHALLENGE_WORDS =
  /verify(?:ing)? (?:that )?you are (?:a )?human|checking (?:if the site connection is secure|your browser)|enable javascript and cookies to continue|needs to review the security of your connection|complete the (?:captcha|security check)|unusual traffic from your|ray id|press (?:&|and) hold|performing security verification/i;
const CONSENT =
  /cookie|consent|privacy (?:policy|settings|choices)|gdpr|einwilligung|datenschutz|zustimm|consentement|confidentialité|privacidad|consentimiento|privacybeleid|toestemming|personal data|partners? (?:store|process)/i;
const LOGIN =
  /^(?:log|sign)[ -]?(?:in|on)\b|\b(?:log|sign) in (?:to|or)\b|^(?:anmelden|einloggen|login|connexion|se connecter|identifiez-vous|iniciar sesión|acceder|accedi|inloggen|entrar|logga in|войти|вход|登录|ログイン|로그인)\b/i;
const SCRIPTS =
  /\b(?:enable|activate|turn on|requires?|need to enable|needs?|aktivier\w*|activer|habilit\w*|inschakelen)\b[^.]{0,40}\bjavascript\b|\bjavascript\b[^.]{0,60}\b(?:enable|required|disabled|turned off|aktivier\w*|desactivado|désactivé)/i;

const lengthOf = (text: string) => text.replace(/\s+/g, '').length;

/** Why a page is no article, as one sentence; undefined where nothing speaks against it. */
export function refusalOf(
  blocks: readonly SourceBlock[],
  metadata: Metadata,
  all: string,
): string | undefined {
  const texts = blocks.map((block) => piecesOf(block).join(' '));
  const length = lengthOf(texts.join(''));
  if (length > LONG) return undefined;
  const title = metadata.title ?? metadata.headings[0] ?? '';
  const said = `${title} ${metadata.headings.join(' ')} ${all} ${metadata.noscript}`.slice(0, 20_000);
  if (CHALLENGE.test(title) || CHALLENGE_WORDS.test(said))
    return 'The page is a check for robots in place of its text: save the page from a browser, and add the file.';
  if (LOGIN.test(title) || (metadata.passwords > 0 && length < SHORT))
    return 'The page asks for a login: save it from a browser where you are logged in, and add the file.';
  if (isConsent(texts, title, all))
    return 'The page shows only a request for consent to cookies: save the page from a browser, and add the file.';
  if (isPaid(metadata))
    return 'The page shows only the opening of an article that must be paid for: save the whole page from a browser where you may read it, and add the file.';
  if (length < 200 && SCRIPTS.test(said))
    return 'The page shows its text only where JavaScript runs: save the page from a browser, and add the file.';
  if (length === 0)
    return 'The page holds no text that reads as an article: add the page of an article itself, or a file of its text.';
  return undefined;
}

/** Most of what it says is about cookies. */
function isConsent(texts: readonly string[], title: string, all: string): boolean {
  const said = texts.length > 0 ? texts : [all];
  const about = said.filter((text) => CONSENT.test(text));
  const share = lengthOf(about.join('')) / Math.max(1, lengthOf(said.join('')));
  return (
    share > 0.5 &&
    (CONSENT.test(title) ||
      about.length > 1 ||
      /accept|agree|akzeptier|zustimm|accepter|aceptar|akkoord/i.test(all))
  );
}

/** Whether its JSON-LD says that it, or a part of it, is not free. */
function isPaid({ nodes }: Metadata): boolean {
  const isFalse = (value: unknown) =>
    value === false || (typeof value === 'string' && /^(?:https?:\/\/schema\.org\/)?false$/i.test(value));
  return nodes.some((node) => isFalse(node.isAccessibleForFree));
}
