/** Number words from 0 to 20, then the tens to 90; a dash where a language builds them otherwise. */
const COUNTING: Readonly<Record<string, string>> = {
  de: 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
  es: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  fr: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize - - - vingt trente quarante cinquante soixante - - -',
  it: 'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
  nl: 'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig',
  pt: 'zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
  ro: 'zero unu doi trei patru cinci șase șapte opt nouă zece unsprezece doisprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece nouăsprezece douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci',
  ru: 'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто',
  sv: 'noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio fyrtio femtio sextio sjuttio åttio nittio',
  tr: 'sıfır bir iki üç dört beş altı yedi sekiz dokuz on - - - - - - - - - yirmi otuz kırk elli altmış yetmiş seksen doksan',
};

/** Words that multiply what stands before them, with their short forms. */
const MULTIPLYING: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  de: {
    hundert: 1e2,
    tausend: 1e3,
    million: 1e6,
    millionen: 1e6,
    mio: 1e6,
    milliarde: 1e9,
    milliarden: 1e9,
    mrd: 1e9,
  },
  en: {
    hundred: 1e2,
    thousand: 1e3,
    k: 1e3,
    million: 1e6,
    millions: 1e6,
    mn: 1e6,
    m: 1e6,
    billion: 1e9,
    billions: 1e9,
    bn: 1e9,
    trillion: 1e12,
    tn: 1e12,
    dozen: 12,
  },
  es: { cien: 1e2, mil: 1e3, millón: 1e6, millones: 1e6 },
  fr: { cent: 1e2, cents: 1e2, mille: 1e3, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9 },
  it: { cento: 1e2, mila: 1e3, mille: 1e3, milione: 1e6, milioni: 1e6, miliardo: 1e9, miliardi: 1e9 },
  nl: { honderd: 1e2, duizend: 1e3, miljoen: 1e6, miljard: 1e9 },
  pt: { cem: 1e2, mil: 1e3, milhão: 1e6, milhões: 1e6 },
  ro: { sută: 1e2, sute: 1e2, mie: 1e3, mii: 1e3, milion: 1e6, milioane: 1e6, miliarde: 1e9 },
  ru: {
    сто: 1e2,
    тысяча: 1e3,
    тысячи: 1e3,
    тысяч: 1e3,
    миллион: 1e6,
    миллиона: 1e6,
    миллионов: 1e6,
    млн: 1e6,
    миллиард: 1e9,
    миллиардов: 1e9,
    млрд: 1e9,
  },
  sv: { hundra: 1e2, tusen: 1e3, miljon: 1e6, miljoner: 1e6, miljard: 1e9, miljarder: 1e9 },
  tr: { yüz: 1e2, bin: 1e3, milyon: 1e6, milyar: 1e9 },
};

const ENGLISH_ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth';

/** The key of `third` and `3rd`, which are no 3. */
export function ordinalKey(number: number): string {
  return `ordinal:${number}`;
}

/** How one language writes numbers in words; keys in lower case. */
export interface NumberWords {
  /** 0 to 20 and the tens. */
  readonly counting: ReadonlyMap<string, number>;
  /** 100 and more. */
  readonly multiplying: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** Whether a number may begin with a word, in figures or in letters. */
  readonly mayBegin: (word: string) => boolean;
}

const made = new Map<string, NumberWords>();

/** By BCP 47 primary tag; empty for a language without a list. */
export function numberWordsOf(tag: string): NumberWords {
  const known = made.get(tag);
  if (known) return known;
  const counting = new Map<string, number>();
  const listed = Object.hasOwn(COUNTING, tag) ? (COUNTING[tag]?.split(' ') ?? []) : [];
  listed.forEach((word, at) => {
    if (word !== '-') counting.set(word, at <= 20 ? at : (at - 18) * 10);
  });
  const ordinals = tag === 'en' ? ENGLISH_ORDINALS.split(' ') : [];
  const words = {
    counting,
    ordinals: new Map(ordinals.map((word, at) => [word, at + 1])),
    multiplying: new Map(Object.entries(Object.hasOwn(MULTIPLYING, tag) ? (MULTIPLYING[tag] ?? {}) : {})),
  };
  const mayBegin = (word: string) => {
    if (/^\d/.test(word)) return true;
    const lower = word.toLowerCase();
    const { multiplying } = words;
    return counting.has(lower) || words.ordinals.has(lower) || (lower.length > 2 && multiplying.has(lower));
  };
  const numberWords = { ...words, mayBegin };
  made.set(tag, numberWords);
  return numberWords;
}
