// The languages of the interface.
interface Language {
  /** The first subtag of its BCP 47 tags, and further ones of which one must stand there, if any. */
  readonly language: string;
  readonly subtags?: readonly string[];
  /** How `--locale` names it in `--help`. */
  readonly option: string;
  /** What readers type for yes and no, and in the console to learn what they can type, and to leave; beside English. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly help: readonly string[];
  readonly quit: readonly string[];
}

/** The languages of the interface. Quotations stay in the language of their article. */
const LANGUAGES = {
  'en-US': {
    language: 'en',
    option: 'en',
    yes: ['true', 'yes', 'y', 'on', '1'],
    no: ['false', 'no', 'n', 'off', '0'],
    help: ['/help', '/?', '/', 'help', '?', '？'],
    quit: ['/quit', '/exit', '/q', 'quit', 'exit'],
  },
  'zh-CN': { language: 'zh', option: 'zh-CN', yes: ['是'], no: ['否'], help: ['/帮助'], quit: ['/退出'] },
  'zh-TW': {
    language: 'zh',
    subtags: ['tw', 'hk', 'mo', 'hant'],
    option: 'zh-TW',
    yes: ['是'],
    no: ['否'],
    help: ['/說明'],
    quit: ['/離開'],
  },
} as const satisfies Readonly<Record<string, Language>>;

export type Locale = keyof typeof LANGUAGES;

const TABLE: Readonly<Record<Locale, Language>> = LANGUAGES;

export const LOCALES = Object.keys(LANGUAGES) as readonly Locale[];

/** A text in every language of the interface; one that is missing does not compile. */
export type Localized = Readonly<Record<Locale, string>>;

/** The interface language for a BCP 47 tag: both Chinese scripts by region or script, English where there is none. */
export function localeOf(tag: string): Locale {
  const [language, ...subtags] = tag.toLowerCase().split(/[-_]/);
  const spoken = LOCALES.filter((locale) => TABLE[locale].language === language);
  const isMeant = (locale: Locale) => TABLE[locale].subtags?.some((subtag) => subtags.includes(subtag));
  return spoken.find(isMeant) ?? spoken.find((locale) => !TABLE[locale].subtags) ?? 'en-US';
}

/** What readers type in any language for `yes`, `no`, `help` or `quit`, lower case. */
export function typedFor(meaning: 'yes' | 'no' | 'help' | 'quit'): readonly string[] {
  return LOCALES.flatMap((locale) => TABLE[locale][meaning]);
}

/** How `--locale` names each language: `en`, `zh-CN` and so on. */
export const LOCALE_OPTIONS = LOCALES.map((locale) => TABLE[locale].option);
