// What a Word file says about itself.
import type { Stated } from '../document.ts';
import { childOf, textOf, type XmlElement } from '../xml.ts';
import type { Spoken } from './line.ts';

/** How many letters each language is stated for. */
export interface SpokenLanguages {
  readonly add: Spoken;
  /** The language of most letters for which one is stated; else that of the document's defaults. */
  main(defaults: XmlElement | undefined): string | undefined;
}

const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
const RIGHT_TO_LEFT = /[\p{sc=Arab}\p{sc=Hebr}]/u;
/** What templates state, for a text in any language: Word's own, and those of programs that write Word files. */
const OF_TEMPLATES = 'en-US';
/** Titles that programs give, and names of files. */
const NO_TITLE =
  /^(?:microsoft word\b.*|untitled.*|document ?\d*|doc\d+|word document|.*\.(?:docx?|dotx?|docm|odt|rtf|txt|html?|pdf))$/i;

export function spokenLanguages(): SpokenLanguages {
  const letters = new Map<string, number>();
  let unstated = 0;
  let all = '';
  return {
    add(words, lang, isOwn) {
      const code = lang?.attributes.get(attributeFor(words));
      if (code === undefined || (!isOwn && code === OF_TEMPLATES)) unstated += words.length;
      else letters.set(code, (letters.get(code) ?? 0) + words.length);
      // What script the text is written in shows soon.
      if (all.length < 2000) all += words;
    },
    main(defaults) {
      const [most] = [...letters].sort(([, one], [, other]) => other - one);
      if (most && most[1] > unstated) return languageTag(most[0]);
      const code = defaults?.attributes.get(attributeFor(all));
      return code === OF_TEMPLATES ? undefined : languageTag(code);
    },
  };
}

/** Word states a language for each family of scripts (ISO/IEC 29500-1, 17.3.2.20). */
function attributeFor(words: string): string {
  if (UNSPACED.test(words)) return 'w:eastAsia';
  return RIGHT_TO_LEFT.test(words) ? 'w:bidi' : 'w:val';
}

/** A language tag of BCP 47 that names a language; `x-none` names none. */
export function languageTag(code: string | undefined): string | undefined {
  const tag = code?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) && !/^(?:und|zxx|mul)\b/i.test(tag) ? tag : undefined;
}

/** What a Word file states of itself; its properties know no date of publication, only one of saving. */
export function statedOf(
  core: XmlElement | undefined,
  title: string | undefined,
  lang: string | undefined,
): Stated {
  const stated = (name: string) => {
    const words = textOf(childOf(core, name)).replace(/\s+/g, ' ').trim();
    return words === '' ? undefined : words;
  };
  const named = stated('dc:title');
  const best =
    named !== undefined && /[\p{L}\d]/u.test(named) && !NO_TITLE.test(named)
      ? named
      : title?.replace(/\s+/g, ' ').trim();
  const publisher = stated('dc:publisher');
  const property = languageTag(stated('dc:language'));
  const language = property === undefined || property === OF_TEMPLATES ? lang : property;
  return {
    ...(best && { title: best }),
    ...(publisher !== undefined && { publisher }),
    ...(language !== undefined && { lang: language }),
  };
}
