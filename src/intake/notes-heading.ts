/**
 * What heads the notes of an article that prints them at its end: a label, in the language of the text, since sections are listed by their headings.
 */
const HEADINGS: Readonly<Record<string, string>> = {
  ar: 'الهوامش',
  da: 'Noter',
  de: 'Anmerkungen',
  el: 'Σημειώσεις',
  en: 'Notes',
  es: 'Notas',
  fr: 'Notes',
  it: 'Note',
  ja: '注',
  ko: '각주',
  nl: 'Noten',
  pl: 'Przypisy',
  pt: 'Notas',
  ro: 'Note',
  ru: 'Примечания',
  sv: 'Noter',
  tr: 'Notlar',
  vi: 'Chú thích',
  zh: '注释',
};

/** The heading over notes in a language; in English where none is known. */
export function notesHeading(lang: string): string {
  const [primary = ''] = lang.toLowerCase().split('-');
  if (/^zh-(?:.*\b)?(?:hant|tw|hk|mo)\b/i.test(lang)) return '註釋';
  return HEADINGS[primary] ?? 'Notes';
}
