/** What a word looks like, as bits: hints at the kind of thing it names; whether it denies. */
export const SHAPE = { number: 1, year: 2, name: 4, negation: 8 } as const;

/** Capitals with nothing else, such as `US` and `AI`, are names even where the language has a stop word `us`. */
export const ACRONYM = /^\p{Lu}{2,5}$|^(?:\p{Lu}\.)+\p{Lu}$/u;

/** English number words: "four interceptions" answers "how many" as well as a figure does. */
const NUMBER_WORDS = new Set(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
  billion billions dozen dozens half twice`.split(/\s+/),
);

/** Words that deny what their sentence says, in lower case. */
const NEGATIONS: Readonly<Record<string, RegExp>> = {
  ar: /^(?:لا|لم|لن|ليس|ليست|بدون)$/,
  de: /^(?:nicht|nie|niemals|niemand|nichts|kein(?:e[mnrs]?)?|ohne|weder)$/,
  el: /^(?:δεν|μην|ούτε|κανένας|καμία|ποτέ|χωρίς)$/,
  en: /^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|.+n['’]t)$/,
  es: /^(?:no|nunca|jamás|nadie|nada|ningun[oa]?|ningún|sin|tampoco)$/,
  fr: /^(?:pas|jamais|aucune?|personne|rien|sans|ni)$/,
  it: /^(?:non|mai|nessun[oa]?|niente|nulla|senza)$/,
  nl: /^(?:niet|nooit|niemand|niets|geen|zonder)$/,
  ro: /^(?:nu|niciodată|nimeni|nimic|niciun|nicio|fără)$/,
  ru: /^(?:не|нет|никогда|никто|ничто|ничего|без|ни)$/,
  tr: /^(?:değil|değildir|yok|yoktur|asla|hiçbir)$/,
  vi: /^(?:không|chưa|chẳng)$/,
};

/** Tells whether a word of one language denies. */
export function deniesIn(tag: string): (word: string) => boolean {
  const pattern = Object.hasOwn(NEGATIONS, tag) ? NEGATIONS[tag] : undefined;
  return (word) => pattern?.test(word.toLowerCase()) ?? false;
}

/** Tells the shape of words of one language, as a sum of `SHAPE` bits. */
export function shapesOf(tag: string): (word: string) => number {
  const denies = deniesIn(tag);
  return (word) => {
    let shape = 0;
    if (denies(word)) shape |= SHAPE.negation;
    if (/^(?:\p{N}|[一二三四五六七八九十百千万亿萬億两兩]+$)/u.test(word)) shape |= SHAPE.number;
    if (tag === 'en' && NUMBER_WORDS.has(word.toLowerCase())) shape |= SHAPE.number;
    if (/^(?:1\d{3}|20\d{2})s?$/.test(word)) shape |= SHAPE.year;
    if (/^\p{Lu}/u.test(word)) shape |= SHAPE.name;
    return shape;
  };
}

const monthsByTag = new Map<string, ReadonlySet<string>>();

/** Month names of a language, lower case, in the forms that `Intl` writes them: alone and in a date ("мая"). */
export function monthsOf(tag: string): ReadonlySet<string> {
  const known = monthsByTag.get(tag);
  if (known) return known;
  const names = new Set<string>();
  for (const options of [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const) {
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
    for (let month = 0; month < 12; month += 1) {
      for (const { type, value } of format.formatToParts(Date.UTC(2024, month, 15))) {
        if (type === 'month') names.add(value.toLowerCase());
      }
    }
  }
  monthsByTag.set(tag, names);
  return names;
}
