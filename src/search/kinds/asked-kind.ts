// Reads what kind of thing a question asks for.
import type { Span } from '../../corpus/passage.ts';
import type { Language } from '../text/language.ts';
import { isSeen, type Kind } from './kind.ts';

type Row = readonly [Kind, RegExp];

const UNITS_OF_TIME = '(?:second|minute|hour|day|night|week|month|year|decade)s?';
const UNITS_OF_LENGTH =
  '(?:mile|kilomet(?:er|re)|met(?:er|re)|centimet(?:er|re)|inch|foot|feet|yard)(?:s|es)?|km';
const BE = "(?: is| was| are| were|’s|'s)";

/** A clause that English sets before what is asked: "When Sky Digital was launched, what …". */
const LEADING_CLAUSE =
  /^\W*(?:when|while|after|before|if|because|although|though|since|during|as|where)\b[^,?]*,\s*(?=(?:what|which|who|whom|whose|how|where|why|when)\b)/i;
const QUESTION_WORD = /\b(?:who|whom|whose|when|where|why|what|which|how)(?=\b|['’]s)/i;
const OPENS_AS_YES_NO =
  /^\W*(?:and |so |but )?(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|may|might|must|(?:is|are|was|were|do|does|did|has|have|had|ca|could|wo|would|should)n['’]t)\b/i;

/**
 * Question words by language; the first row that fits tells, so that "how many years" is a duration and "kaç yılında" a
 * date. A language without a row of a kind has that kind under a wider one: number, date, other.
 */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  en: [
    ['yes-no', OPENS_AS_YES_NO],
    [
      'age',
      /^how (?:old|young)\b|^(?:what|which) age\b|^what(?: is| was|'s|’s) (?:the age of|[^?]*['’]s age)\b/i,
    ],
    [
      'percentage',
      /^(?:what|which|how (?:many|much|large an?|big an?)) (?:percent|per cent|percentage|share|proportion|fraction)\b|^what(?: is| was|'s|’s) the (?:percentage|share|proportion)\b/i,
    ],
    [
      'money',
      /^how (?:much|many) (?:money|cash|dollars?|euros?|pounds|yuan|yen)\b|^how much\b[^?]*\b(?:costs?|pay|pays|paid|earns?|earned|spend|spends|spent|worth|raised?|invest(?:s|ed)?|charged?|sold for|sell for|owed?|fined|donated?|priced?)\b|^how expensive\b|^(?:what|which)(?: is| was| are| were|'s|’s)? (?:the )?(?:(?:total|average|annual|current|stock|share|asking) )?(?:price|cost|costs|salary|fee|fees|revenue|budget|net worth|fine|fare|rent)\b|^what does [^?]* cost\b/i,
    ],
    [
      'duration',
      new RegExp(
        `^how long\\b(?!\\s+ago)|^how many ${UNITS_OF_TIME}\\b(?! old\\b)|^what length of time\\b`,
        'i',
      ),
    ],
    [
      'distance',
      new RegExp(
        `^how (?:far|tall|high|deep|wide|thick)\\b|^how many (?:${UNITS_OF_LENGTH})\\b|^what(?:${BE})? the (?:height|length|depth|width|distance|altitude|elevation|diameter)\\b`,
        'i',
      ),
    ],
    [
      'size',
      new RegExp(
        `^how (?:big|large|heavy|small)\\b|^how much [^?]*\\bweigh|^what(?:${BE})? the (?:size|weight|mass|area|volume|capacity)\\b`,
        'i',
      ),
    ],
    [
      'count',
      new RegExp(
        `^how (?:many|few)\\b|^what(?:${BE}) the (?:number|population|total|total number)\\b|^what number\\b`,
        'i',
      ),
    ],
    ['number', /^how (?:much|fast|often)\b|^what(?: is| was|'s|’s)? (?:the )?amount\b/i],
    ['time', /^(?:what|which) (?:time|hour)\b(?! (?:period|of year|frame|span))/i],
    [
      'date',
      /^when\b|^(?:what|which) (?:year|day|date|month|century|decade|season)s?\b|^what(?: is| was|'s|’s) the (?:year|date)\b|\b(?:since|until|till) when\b/i,
    ],
    ['definition', /^[Ww]ho(?: is| was| are| were|'s|’s) (?:\p{Lu}[\p{L}.'’-]*\s*){1,4}\??\s*$/u],
    [
      'person',
      /^who(?:m|se)?\b|^(?:what|which)(?: is| was| are| were|'s|’s)? (?:the )?(?:(?:full|first|last) )?names? of the (?:\w+ )?(?:person|man|woman|boy|girl|player|actor|actress|author|writer|president|king|queen|leader|founder|director)\b/i,
    ],
    [
      'place',
      /^where\b|^(?:what|which) (?:city|country|state|place|location|continent|town|county|region|river)\b/i,
    ],
    [
      'group',
      /^(?:what|which) (?:(?:other|news|car|tech|political|football|record|rock) )?(?:company|organi[sz]ation|party|team|band|agency|university|bank|club|firm|newspaper|magazine|network)\b/i,
    ],
    [
      'name',
      /^(?:what|which)(?: is| was| are| were|'s|’s|s)? (?:the |his |her |their |its )?(?:\w+ )?(?:names?|titles?) of\b|^what (?:is|was|are|were) [^?]* (?:called|named)\b/i,
    ],
    [
      'reason',
      /^why\b|^how come\b|^what (?:caused|causes|made|led|prompted)\b|^(?:what|which)(?: is| was| are| were|'s|’s)? (?:the )?(?:\w+ )?(?:reasons?|causes?|motives?)\b/i,
    ],
    [
      'definition',
      /^what (?:does|do|did) [^?]+ mean\b|^what is meant by\b|^what(?: is|'s|’s) the (?:definition|meaning) of\b|^what(?: is| are|'s|’s) (?:an? |the )?(?!(?:the|name|most|first|other|their|his|her|its)\b)[\p{L}\p{N}.+#-]+(?: [\p{L}\p{N}.+#-]+)?\??\s*$/iu,
    ],
    ['manner', /^how (?:do|does|did|can|could|is|are|was|were|to|would|should|will|has|have|had)\b/i],
  ],
  es: [
    ['age', /\bqué edad\b|\bcuántos años tiene/i],
    ['percentage', /\bqué (?:porcentaje|proporción)\b/i],
    ['money', /\bcuánto (?:cuesta|costó|costaba|vale|dinero|pagó|gana|ganó)|\bqué precio\b/i],
    ['duration', /\bcuánto (?:tiempo|dura|duró)|\bcuánt[oa]s (?:años|días|horas|meses|semanas|minutos)\b/i],
    ['number', /\bcuánt[oa]s?\b|\bqué (?:cantidad|número)\b/i],
    ['date', /\bcuándo\b|\b(?:qué|cuál) (?:año|fecha|día|mes|siglo|década)/i],
    ['person', /\bquién(?:es)?\b/i],
    ['place', /\b(?:a|de)?dónde\b|\bqué (?:ciudad|país|lugar|estado|región|continente|condado)/i],
    ['reason', /\bpor qué\b|\bcuál (?:es|fue) la (?:razón|causa)/i],
  ],
  de: [
    ['age', /\bwie alt\b|\bin welchem alter\b/i],
    ['percentage', /\bprozent/i],
    ['money', /\bwie ?viel (?:geld|kostet|kostete)|\bwas kostet|\bwie teuer\b/i],
    ['duration', /\bwie lange\b|\bwie ?viele (?:jahre|tage|stunden|monate|wochen|minuten)\b/i],
    ['number', /\bwie ?(?:viele?r?|lang|hoch|groß|weit|oft)\b/i],
    ['date', /\bwann\b|\bwelche[mnrs]? (?:jahr|tag|datum|monat|jahrhundert|jahrzehnt)/i],
    ['person', /\b(?:wer|wem|wen|wessen)\b/i],
    ['place', /\b(?:wo|woher|wohin)\b|\bwelche[mnrs]? (?:stadt|land|ort|staat|region|kontinent)/i],
    ['reason', /\b(?:warum|weshalb|wieso)\b/i],
  ],
  el: [
    ['percentage', /ποσοστό/i],
    ['number', /πόσ[οαεηω]/i],
    ['date', /πότε|ποι[αο]ν? (?:χρονιά|έτος|ημερομηνία|χρόνο|αιώνα|μήνα|δεκαετία)/i],
    ['reason', /γιατί/i],
    ['person', /ποιος|ποιοι|ποιον|ποιους|ποιανού/i],
    ['place', /(?:^|\s)πού|ποι[αο]ν? (?:πόλη|χώρα|μέρος|περιοχή)/i],
  ],
  ru: [
    ['age', /сколько (?:ему|ей|им) (?:было )?лет|в каком возрасте/i],
    ['percentage', /какой процент|сколько процентов/i],
    ['money', /сколько (?:стоит|стоил[аио]?|денег)/i],
    ['duration', /как долго|сколько (?:лет|дней|часов|месяцев|недель|минут|времени)/i],
    ['number', /сколько|каково? количество/i],
    ['date', /когда|как(?:ом|ой|ого|ое|их) (?:год|числ|дат|месяц|век|десятилет)/i],
    ['reason', /почему|зачем|по какой причине/i],
    ['person', /(?:^|\s)(?:кто|кого|кому|кем|чей|чья|чьё)(?=\s)/i],
    ['place', /(?:^|\s)(?:где|куда|откуда)(?=\s)|как(?:ом|ой) (?:город|мест|стран|штат|регион)/i],
  ],
  tr: [
    ['date', /ne zaman|hangi (?:yıl|tarih|gün|ay|yüzyıl)|kaç yılında/i],
    ['age', /kaç yaş/i],
    ['percentage', /yüzde|(?:^|\s)oran/i],
    ['duration', /ne kadar sür|kaç (?:yıl|gün|saat|hafta|dakika)(?=\s|\?|d)/i],
    ['number', /(?:^|\s)kaç|ne kadar/i],
    ['reason', /(?:^|\s)(?:neden|niçin|niye)(?=[\s?])/i],
    ['person', /(?:^|\s)kim(?:in|i|e|ler|den|dir|di)?(?=[\s?])/i],
    ['place', /nere|hangi (?:şehir|ülke|eyalet|yer|bölge)/i],
  ],
  ar: [
    ['percentage', /ما نسبة|النسبة المئوية/],
    ['number', /(?:^|\s)كم(?=\s)|ما عدد/],
    ['date', /متى|أي (?:عام|سنة|تاريخ|يوم|شهر|قرن|عقد)/],
    ['reason', /لماذا/],
    ['person', /^من(?=\s)/],
    ['place', /أين|أي (?:مدينة|بلد|دولة|ولاية|مكان)/],
  ],
  vi: [
    ['percentage', /(?:bao nhiêu )?phần trăm|tỷ lệ/i],
    ['age', /bao nhiêu tuổi|mấy tuổi/i],
    ['date', /khi nào|lúc nào|bao giờ|(?:năm|ngày|tháng|thế kỷ|thập kỷ) (?:nào|bao nhiêu)/i],
    ['duration', /bao lâu/i],
    ['number', /bao nhiêu|(?:^|\s)mấy(?=\s)/i],
    ['reason', /tại sao|vì sao/i],
    ['person', /(?:^|\s)ai(?=[\s?])/i],
    ['place', /ở đâu|(?:nơi|thành phố|nước|quốc gia|tiểu bang) nào/i],
  ],
  th: [
    ['date', /เมื่อไร|เมื่อไหร่|เมื่อใด|ปีใด|ปีไหน|ปีอะไร|วันที่เท่า/],
    ['percentage', /เปอร์เซ็นต์|ร้อยละ/],
    ['number', /กี่|เท่าไร|เท่าไหร่|เท่าใด/],
    ['reason', /ทำไม|เพราะเหตุใด|เพราะอะไร/],
    ['person', /ใคร|ผู้ใด/],
    ['place', /ที่ไหน|ที่ใด|(?:เมือง|ประเทศ|รัฐ)(?:ใด|ไหน|อะไร)/],
  ],
  hi: [
    ['percentage', /प्रतिशत/],
    ['number', /कितन/],
    ['date', /(?:^|\s)कब(?=[\s?])|किस (?:वर्ष|साल|तारीख|दिन|महीने|शताब्दी)/],
    ['reason', /क्यों/],
    ['person', /कौन|किसने|किसके|किसे/],
    ['place', /कहाँ|कहां|किस (?:शहर|देश|स्थान|राज्य)/],
  ],
  ro: [
    ['age', /ce vârstă|câți ani are/i],
    ['percentage', /procent/i],
    ['money', /cât (?:costă|a costat)/i],
    [
      'duration',
      /cât (?:timp|durează|a durat)|câ[țtţ]i (?:ani)(?=\s)|câte (?:zile|ore|luni|săptămâni|minute)/i,
    ],
    ['number', /(?:^|\s)c[âa][țtţ](?:i|e|ă|a)?(?=\s)/i],
    ['date', /(?:^|\s)când|\bce (?:an|dată|lună|secol|zi|deceniu)/i],
    ['reason', /(?:^|\s)de ce(?=\s)/i],
    ['person', /(?:^|\s)(?:cine|cui)(?=\s)/i],
    ['place', /(?:^|\s)unde(?=\s)|\bce (?:oraș|țară|loc|stat|regiune)/i],
  ],
  zh: [
    ['age', /多大年[纪紀龄齡]|[几幾多][岁歲]|多少[岁歲]/],
    ['percentage', /百分之[几幾多]|百分比|比例/],
    ['money', /多少[钱錢]|[价價][格钱錢]是?多少|多少(?:美元|元|欧元|歐元|英[镑鎊])/],
    ['date', /何[时時]|什[么麼][时時][候间間]|哪一?[年天月]|[几幾][年月](?:[几幾]|[，？?]|$)|哪个世纪|何年/],
    ['duration', /多久|多[长長][时時][间間]|[几幾多]少?(?:年|天|小[时時]|[个個]月|分[钟鐘])/],
    ['number', /多少|[几幾]|多[大长長高远遠]/],
    ['reason', /为什么|為什麼|为何|為何|什[么麼]原因|何故/],
    ['person', /[谁誰]|哪位|何人/],
    ['place', /哪[里裡裏]|何[处處地]|在哪|什[么麼]地方|哪[个個](?:国家|國家|城市|地方|州)/],
  ],
};

/** Reads the kind off a question's words, in the languages that have rows. */
export function kindOf(question: string, { tag }: Language): Kind {
  const isChinese = /\p{Script=Han}/u.test(question) && tag !== 'ja';
  const asked = tag === 'en' && !isChinese ? askedIn(question) : question;
  for (const [kind, pattern] of ROWS[isChinese ? 'zh' : tag] ?? []) if (pattern.test(asked)) return kind;
  return 'other';
}

/** An English question from its question word on: what stands in a clause before it or behind it is not what is asked. */
function askedIn(question: string): string {
  const rest = question.replace(LEADING_CLAUSE, '');
  if (OPENS_AS_YES_NO.test(rest)) return rest;
  const at = QUESTION_WORD.exec(rest)?.index;
  return at === undefined ? rest : rest.slice(at);
}

/** Nouns that say the kind themselves: "the *age* of Mira Holm", "the *name* of the app". */
const NOUNS: Readonly<Record<string, RegExp>> = {
  age: /\bage\b/di,
  date: /\bdate\b/di,
  name: /\b(?:names?|titles?)\b/di,
  percentage: /\bpercentage\b/di,
};

/** The word with which an English question says what kind of thing it asks for: "how *old*", "what *year*", "how many *miles*". */
export function askingWord(question: string, kind: Kind, { tag }: Language): Span | undefined {
  if (tag !== 'en' || !isSeen(kind)) return undefined;
  const isMeasured = ['duration', 'distance', 'money', 'percentage'].includes(kind);
  const form = isMeasured
    ? /\b(?:how(?: (?:many|much))?|what|which) (?<word>\p{L}+)/diu
    : /\b(?:how|what|which) (?<word>\p{L}+)/diu;
  const noun = NOUNS[kind]?.exec(question)?.indices?.[0];
  const at = noun ?? form.exec(question)?.indices?.groups?.word;
  return at && { start: at[0], end: at[1] };
}

/** Whether a question asks who somebody is: "Who is the CEO of Airbnb?", not "Who sued Airbnb?" */
export function asksIndividual(question: string, { tag }: Language): boolean {
  if (tag !== 'en') return false;
  return (
    /\bwho(?: is|'s|’s| was)(?: the| an?| \p{Lu}[\p{L}.-]*['’]s?) /iu.test(question) ||
    /是[谁誰]|[谁誰]是/.test(question)
  );
}
