import type { Span } from '../../corpus/passage.ts';
import type { Language } from '../text/language.ts';

/** What kind of thing a question asks for; `other` where its words do not tell. */
export type Kind = 'person' | 'time' | 'number' | 'place' | 'other';

/** Question words by language; the first pattern that fits tells, so that "how many years" is a number and "kaç yılında" a time. */
const KINDS: Readonly<Record<string, readonly (readonly [Kind, RegExp])[]>> = {
  en: [
    [
      'number',
      /\bhow (?:many|much|old|long|far|tall|big|large|high|fast|often|few)\b|\b(?:percent|percentage)\b|\bwhat (?:is|was|are|were) the (?:number|amount|population|size|distance|cost|price)\b|\bwhat (?:number|amount)\b/i,
    ],
    ['time', /\bwhen\b|\b(?:what|which) (?:year|day|date|month|century|decade|time|season)s?\b/i],
    ['person', /\bwho(?:m|se)?\b/i],
    [
      'place',
      /\bwhere\b|\b(?:what|which) (?:city|country|state|place|location|continent|town|county|region|river)\b/i,
    ],
  ],
  es: [
    ['number', /\bcuánt[oa]s?\b|\bqué (?:porcentaje|cantidad|número)\b/i],
    ['time', /\bcuándo\b|\b(?:qué|cuál) (?:año|fecha|día|mes|siglo|década)/i],
    ['person', /\bquién(?:es)?\b/i],
    ['place', /\b(?:a|de)?dónde\b|\bqué (?:ciudad|país|lugar|estado|región|continente|condado)/i],
  ],
  de: [
    ['number', /\bwie ?(?:viele?r?|alt|lange?|hoch|groß|weit|oft)\b|\bprozent/i],
    ['time', /\bwann\b|\bwelche[mnrs]? (?:jahr|tag|datum|monat|jahrhundert|jahrzehnt)/i],
    ['person', /\b(?:wer|wem|wen|wessen)\b/i],
    ['place', /\b(?:wo|woher|wohin)\b|\bwelche[mnrs]? (?:stadt|land|ort|staat|region|kontinent)/i],
  ],
  el: [
    ['number', /πόσ[οαεηω]|ποσοστό/i],
    ['time', /πότε|ποι[αο]ν? (?:χρονιά|έτος|ημερομηνία|χρόνο|αιώνα|μήνα|δεκαετία)/i],
    ['person', /ποιος|ποιοι|ποιον|ποιους|ποιανού/i],
    ['place', /(?:^|\s)πού|ποι[αο]ν? (?:πόλη|χώρα|μέρος|περιοχή)/i],
  ],
  ru: [
    ['number', /сколько|каково? количество|какой процент/i],
    ['time', /когда|как(?:ом|ой|ого|ое|их) (?:год|числ|дат|месяц|век|десятилет)/i],
    ['person', /(?:^|\s)(?:кто|кого|кому|кем|чей|чья|чьё)(?=\s)/i],
    ['place', /(?:^|\s)(?:где|куда|откуда)(?=\s)|как(?:ом|ой) (?:город|мест|стран|штат|регион)/i],
  ],
  tr: [
    ['time', /ne zaman|hangi (?:yıl|tarih|gün|ay|yüzyıl)|kaç yılında/i],
    ['number', /(?:^|\s)kaç|ne kadar|yüzde/i],
    ['person', /(?:^|\s)kim(?:in|i|e|ler|den|dir|di)?(?=[\s?])/i],
    ['place', /nere|hangi (?:şehir|ülke|eyalet|yer|bölge)/i],
  ],
  ar: [
    ['number', /(?:^|\s)كم(?=\s)|ما عدد|ما نسبة|النسبة المئوية/],
    ['time', /متى|أي (?:عام|سنة|تاريخ|يوم|شهر|قرن|عقد)/],
    ['person', /^من(?=\s)/],
    ['place', /أين|أي (?:مدينة|بلد|دولة|ولاية|مكان)/],
  ],
  vi: [
    ['number', /bao nhiêu|(?:^|\s)mấy(?=\s)|bao lâu/i],
    ['time', /khi nào|lúc nào|bao giờ|(?:năm|ngày|tháng|thế kỷ|thập kỷ) (?:nào|bao nhiêu)/i],
    ['person', /(?:^|\s)ai(?=[\s?])/i],
    ['place', /ở đâu|(?:nơi|thành phố|nước|quốc gia|tiểu bang) nào/i],
  ],
  th: [
    ['time', /เมื่อไร|เมื่อไหร่|เมื่อใด|ปีใด|ปีไหน|ปีอะไร|วันที่เท่า/],
    ['number', /กี่|เท่าไร|เท่าไหร่|เท่าใด/],
    ['person', /ใคร|ผู้ใด/],
    ['place', /ที่ไหน|ที่ใด|(?:เมือง|ประเทศ|รัฐ)(?:ใด|ไหน|อะไร)/],
  ],
  hi: [
    ['number', /कितन/],
    ['time', /(?:^|\s)कब(?=[\s?])|किस (?:वर्ष|साल|तारीख|दिन|महीने|शताब्दी)/],
    ['person', /कौन|किसने|किसके|किसे/],
    ['place', /कहाँ|कहां|किस (?:शहर|देश|स्थान|राज्य)/],
  ],
  ro: [
    ['number', /(?:^|\s)c[âa][țtţ](?:i|e|ă|a)?(?=\s)|procent/i],
    ['time', /(?:^|\s)când|\bce (?:an|dată|lună|secol|zi|deceniu)/i],
    ['person', /(?:^|\s)(?:cine|cui)(?=\s)/i],
    ['place', /(?:^|\s)unde(?=\s)|\bce (?:oraș|țară|loc|stat|regiune)/i],
  ],
  zh: [
    ['time', /何[时時]|什[么麼][时時][候间間]|哪一?[年天月]|[几幾][年月]|哪个世纪|何年/],
    ['number', /多少|[几幾]|多[大长長高远遠久]/],
    ['person', /[谁誰]|哪位|何人/],
    ['place', /哪[里裡裏]|何[处處地]|在哪|什[么麼]地方|哪[个個](?:国家|國家|城市|地方|州)/],
  ],
};

/** Reads the kind off a question's words, in the languages that have a table. */
export function kindOf(question: string, language: Language): Kind {
  for (const [kind, pattern] of KINDS[language.tag] ?? []) if (pattern.test(question)) return kind;
  return 'other';
}

/** Where a question names the thing it asks for: "how many *parameters*", "Alibaba's *stock price*", 多少*参数*. */
const ASKED_THINGS: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /\bhow (?:many|much) (?:of the |more )?(?<thing>[^\s?,]+)/di,
    /\bwhat(?: is|'s|’s| was| are| were) [^?]*?['’]s? (?<thing>[^\s?,]+(?: [^\s?,]+){0,2})\??$/di,
  ],
  zh: [
    /(?<thing>[^\s，。？?的]{1,4})(?:是|有|为|為)(?:多少|几|幾)[\s？?]*$/d,
    /(?:多少|几个|幾個)(?<thing>[^\s，。？?]{1,4})/d,
  ],
};

/**
 * The stretch of a question that names the thing asked for, if it has one of the forms that name it plainly. An
 * article without a word of it cannot answer, however much of the rest it covers.
 */
export function askedThing(question: string): Span | undefined {
  for (const pattern of Object.values(ASKED_THINGS).flat()) {
    const at = pattern.exec(question)?.indices?.groups?.thing;
    if (at) return { start: at[0], end: at[1] };
  }
  return undefined;
}

/** Languages that write all nouns with a capital, so that a capital tells nothing. */
const CAPITALIZED_NOUNS = new Set(['de', 'lb']);

/**
 * Whether a word that is not the first of its question names somebody or something, as far as a capital tells. `word`
 * is as typed, or in lower case where all of the question is in capitals.
 */
export function isName(word: string, language: Language): boolean {
  return /^\p{Lu}/u.test(word) && !CAPITALIZED_NOUNS.has(language.tag);
}
