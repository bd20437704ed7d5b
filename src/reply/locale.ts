/** The languages of the interface. Quotations stay in the language of their article. */
export const LOCALES = ['en-US', 'zh-CN', 'zh-TW'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in every language of the interface; one that is missing does not compile. */
export type Localized = Readonly<Record<Locale, string>>;

/** The interface language for a BCP 47 tag: both Chinese scripts by region or script, English for all others. */
export function localeOf(tag: string): Locale {
  const [language, ...subtags] = tag.toLowerCase().split(/[-_]/);
  if (language !== 'zh') return 'en-US';
  return subtags.some((subtag) => ['tw', 'hk', 'mo', 'hant'].includes(subtag)) ? 'zh-TW' : 'zh-CN';
}
