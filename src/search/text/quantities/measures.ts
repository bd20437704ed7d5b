// Units of measure.
import { CLASS, classAt, isUnspaced } from './line.ts';
import { hashed, mayHold, sieveOf } from './sieve.ts';

/** Units that `Intl.NumberFormat` names in every language (ECMA-402, sanctioned single units), as their keys. */
const NAMED =
  `percent kilometer meter centimeter millimeter mile foot inch yard kilogram gram pound ounce liter milliliter hectare acre second minute
  hour day week month year celsius fahrenheit degree gigabyte megabyte kilometer-per-hour mile-per-hour`.split(
    /\s+/,
  );

/** Symbols and English names of units: `key=form,form`. Symbols hold in every language. */
const SYMBOLS = `percent=%,per cent,percent,pct;per-mille=‰;kilometer=km,kms,kilometre,kilometres,kilometer,kilometers;meter=m,meter,meters,metre,metres;
  centimeter=cm,centimeter,centimeters,centimetre,centimetres;millimeter=mm,millimeter,millimeters,millimetre,millimetres;mile=mi,mile,miles;foot=ft,foot,feet;inch=inch,inches;yard=yd,yds,yard,yards;
  kilogram=kg,kgs,kilo,kilos,kilogram,kilograms,kilogramme,kilogrammes;gram=g,gram,grams,gramme,grammes;milligram=mg,milligram,milligrams;tonne=t,tonne,tonnes,ton,tons,metric tons,metric ton;
  pound=lb,lbs,pound,pounds;ounce=oz,ounce,ounces;liter=l,litre,litres,liter,liters;milliliter=ml,milliliter,milliliters,millilitre,millilitres;hectare=ha,hectare,hectares;
  square-kilometer=km²,km2,sq km,sq. km,square kilometers,square kilometres,square kilometer,square kilometre;
  square-mile=sq mi,square miles,square mile;square-meter=m²,m2,sq m,square meters,square metres;square-foot=sq ft,square feet;cubic-meter=m³,m3,cubic meters,cubic metres;
  kilometer-per-hour=km/h,kph,kmh,kilometers per hour,kilometres per hour,kilometers an hour,kilometres an hour;
  mile-per-hour=mph,miles per hour,miles an hour;meter-per-second=m/s,meters per second,metres per second;
  celsius=°c,degrees celsius,degree celsius,degrees centigrade;fahrenheit=°f,degrees fahrenheit;degree=°,degrees,degree;
  kilowatt-hour=kwh,kilowatt-hours,kilowatt hours;watt=w,watts;kilowatt=kw,kilowatts;megawatt=mw,megawatts;gigawatt=gw,gigawatts;volt=v,volts;hertz=hz,hertz;
  gigahertz=ghz;kilobyte=kb,kilobytes;megabyte=mb,megabytes;gigabyte=gb,gigabytes;terabyte=tb,terabytes;
  hour=h,hr,hrs,hour,hours;minute=min,mins,minute,minutes;second=s,sec,secs,second,seconds;day=day,days;week=week,weeks;month=month,months;year=year,years;acre=acre,acres;millisecond=ms,milliseconds`;

const CURRENCIES = `dollar=dollar,dollars,usd,us dollars,u.s. dollars,us$,dólar,dólares,dollari,dollaro,dolari,dolar,доллар,доллара,долларов,美元,美金,ドル,đô la,đô,डॉलर,دولار,دولارات,دولارا,δολάρια,δολάριο,ดอลลาร์,$;
  euro=euro,euros,eur,евро,欧元,歐元,ユーロ,यूरो,يورو,ευρώ,ยูโร,avro,€;pound-sterling=pound,pounds,pounds sterling,quid,gbp,pfund,libras,livres,sterline,фунтов,英镑,英鎊,ポンド,£;
  yen=yen,jpy,日元,日圓,円,йен,¥;yuan=yuan,cny,rmb,renminbi,元,人民币,юаней,юань,¥;rupee=rupee,rupees,inr,रुपये,रुपया,रुपए,₹;
  ruble=ruble,rubles,rouble,roubles,rub,рубль,рубля,рублей,₽;won=won,krw,₩;lira=lira,tl,try,₺;baht=baht,thb,บาท,฿;dong=đồng,vnd,₫;
  franc=franc,francs,chf,franken;cent=cent,cents,¢;leu=lei,leu,ron`;

/** Forms that `Intl` does not give. Those of unspaced scripts are looked up without a boundary behind them. */
const FURTHER: Readonly<Record<string, string>> = {
  en: 'gallon=gallon,gallons;tonne=metric tonnes',
  de: 'percent=v.h.;square-kilometer=quadratkilometer,quadratkilometern;kilometer=kilometern;meter=metern;tonne=tonne,tonnen;hour=std,std.;celsius=grad celsius;minute=minute,minuten',
  es: 'percent=por ciento;tonne=tonelada,toneladas;square-kilometer=kilómetros cuadrados',
  fr: 'percent=pour cent,pourcent;square-kilometer=kilomètres carrés',
  it: 'percent=percento,per cento;tonne=tonnellate;square-kilometer=chilometri quadrati',
  nl: 'percent=procent;hour=uur',
  pt: 'percent=por cento;tonne=toneladas;square-kilometer=quilômetros quadrados',
  ro: 'percent=la sută,procente;tonne=tone;square-kilometer=kilometri pătrați',
  ru: 'percent=процент,процента,процентов,проц;kilometer=км;meter=м;centimeter=см;millimeter=мм;kilogram=кг;gram=г;tonne=т,тонн,тонны,тонна;liter=л;hour=ч,часов,часа,час;minute=мин;second=с,сек;square-kilometer=км²,кв. км,квадратных километров;kilometer-per-hour=км/ч;hectare=га',
  tr: 'square-kilometer=kilometrekare;tonne=ton',
  vi: 'percent=phần trăm;kilometer=ki-lô-mét,cây số;meter=mét;kilogram=ki-lô-gam;tonne=tấn;hour=giờ,tiếng;square-kilometer=km vuông',
  hi: 'percent=प्रतिशत,फीसदी,फ़ीसदी;kilometer=किमी,कि.मी.;kilogram=किलो,किग्रा',
  ar: 'percent=في المائة,في المئة,بالمائة,بالمئة;kilometer=كم,كيلومتر,كيلومترا;meter=متر,مترا;kilogram=كجم,كيلوغرام,كيلوجرام;tonne=طن,طنا;hour=ساعة,ساعات',
  el: 'percent=τοις εκατό,τοις 100;kilometer=χλμ,χλμ.;kilogram=κιλά',
  zh: 'kilometer=公里,千米;meter=米,公尺;centimeter=厘米,公分;millimeter=毫米;kilogram=公斤,千克;gram=克;tonne=吨,噸;liter=升;square-kilometer=平方公里,平方千米;square-meter=平方米;hectare=公顷,公頃;kilometer-per-hour=公里每小时,公里/小时;celsius=摄氏度,°c;degree=度;hour=个小时,小时,個小時,小時;minute=分钟,分鐘;second=秒,秒钟;mile=英里;foot=英尺;day=天;week=周,个星期;month=个月,個月',
  ja: 'kilometer=キロメートル,キロ;meter=メートル;kilogram=キログラム;tonne=トン;percent=パーセント;hour=時間;minute=分間;second=秒;square-kilometer=平方キロメートル',
  th: 'percent=เปอร์เซ็นต์;kilometer=กิโลเมตร,กม.;meter=เมตร;kilogram=กิโลกรัม,กก.;tonne=ตัน;square-kilometer=ตารางกิโลเมตร;hour=ชั่วโมง;minute=นาที;second=วินาที',
};
/** `5 in 2010` and `5 a day` are no inches and no ares; `mi` is "my" in Spanish and Italian. */
const NO_SYMBOL: Readonly<Record<string, readonly string[]>> = { es: ['mi'], it: ['mi'], ro: ['mi'] };
/** More plural forms than one and other (CLDR). */
const MANY_FORMS = new Set(['ar', 'ru', 'ro', 'pl', 'cs', 'uk']);
const UNSPACED_LANGUAGES = new Set(['zh', 'ja', 'th', 'ko']);

interface Form {
  readonly form: string;
  readonly keys: readonly string[];
}
/** Forms by their first letters or sign, the longest first; and those that need no boundary behind them. */
export interface Measures {
  readonly spaced: ReadonlyMap<string, readonly Form[]>;
  readonly sieve: Uint8Array;
  readonly unspaced: readonly Form[];
}

export function measuresOf(tag: string): Measures {
  const forms = new Map<string, Set<string>>();
  const add = (form: string, unit: string) =>
    forms.set(form, (forms.get(form) ?? new Set()).add(`u:${unit}`));
  const addAll = (list: string) => {
    for (const line of list.split(/;\s*/)) {
      const [unit = '', names = ''] = line.split('=');
      for (const name of names.split(',')) if (!NO_SYMBOL[tag]?.includes(name)) add(name, unit.trim());
    }
  };
  addAll(SYMBOLS);
  addAll(CURRENCIES);
  addAll(FURTHER[tag] ?? '');
  if (tag !== 'en' && !UNSPACED_LANGUAGES.has(tag)) {
    for (const unit of NAMED) {
      const format = new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' });
      for (const count of MANY_FORMS.has(tag) ? [1, 2, 5] : [1, 2]) {
        const parts = format.formatToParts(count);
        const name = parts.length > 0 ? parts.at(-1) : undefined;
        if (name?.type === 'unit' || name?.type === 'percentSign') add(name.value.trim().toLowerCase(), unit);
      }
    }
  }
  const spaced = new Map<string, Form[]>();
  const unspaced: Form[] = [];
  for (const [form, keys] of forms) {
    const entry = { form, keys: [...keys] };
    if (isUnspaced(form, 0)) unspaced.push(entry);
    else {
      const head = headOf(form, 0);
      spaced.set(head, [...(spaced.get(head) ?? []), entry]);
    }
  }
  const longestFirst = (a: Form, b: Form) => b.form.length - a.form.length;
  for (const list of spaced.values()) list.sort(longestFirst);
  return { spaced, sieve: sieveOf(spaced.keys()), unspaced: unspaced.sort(longestFirst) };
}

/** The letters at `at`, or the one sign that stands there. */
function headOf(lower: string, at: number, sieve?: Uint8Array): string {
  let end = at;
  let hash = 0;
  while (classAt(lower, end) === CLASS.letter && (end === at || !isUnspaced(lower, end))) {
    hash = hashed(hash, lower.charCodeAt(end));
    end += 1;
  }
  return end > at && sieve && !mayHold(sieve, hash) ? '' : lower.slice(at, Math.max(end, at + 1));
}

/** Units of "of" between a number and its unit in Romance languages: millones de euros, milliards d'euros. */
function joint(lower: string, at: number): number {
  if (lower.charCodeAt(at) !== 0x64) return 0;
  if (lower.startsWith("d'", at)) return 2;
  return lower.startsWith('de ', at) || lower.startsWith('di ', at) ? 3 : 0;
}

export interface MeasureFound {
  readonly end: number;
  readonly keys: readonly string[];
}

/** The unit that stands behind a number that ends at `at`, with at most one space or hyphen between. */
export function measureAt(measures: Measures, lower: string, at: number): MeasureFound | undefined {
  const gap = lower.charCodeAt(at);
  const from = (gap === 0x20 || gap === 0x2d ? at + 1 : at) + (gap === 0x20 ? joint(lower, at + 1) : 0);
  if (from >= lower.length) return undefined;
  for (const { form, keys } of isUnspaced(lower, from) ? measures.unspaced : []) {
    if (lower.startsWith(form, from)) return { end: from + form.length, keys };
  }
  const forms = measures.spaced.get(headOf(lower, from, measures.sieve));
  if (!forms) return undefined;
  for (const { form, keys } of forms) {
    const end = from + form.length;
    if (!lower.startsWith(form, from)) continue;
    const ahead = classAt(lower, end);
    const isWhole =
      !isLetterLike(form) || ahead === CLASS.other || ahead === CLASS.sign || isUnspaced(lower, end);
    if (isWhole && !(from === at && form === 's')) return { end, keys };
  }
  return undefined;
}

function isLetterLike(form: string): boolean {
  return classAt(form, form.length - 1) === CLASS.letter;
}

const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  $: ['u:dollar'],
  '€': ['u:euro'],
  '£': ['u:pound-sterling'],
  '¥': ['u:yen', 'u:yuan'],
  '₹': ['u:rupee'],
  '₽': ['u:ruble'],
  '₩': ['u:won'],
  '₺': ['u:lira'],
  '฿': ['u:baht'],
  '₫': ['u:dong'],
  '%': ['u:percent'],
};
/** ISO 4217 codes, and words, that stand before a figure. */
export const PREFIX_WORDS: Readonly<Record<string, readonly string[]>> = {
  usd: ['u:dollar'],
  eur: ['u:euro'],
  gbp: ['u:pound-sterling'],
  jpy: ['u:yen'],
  cny: ['u:yuan'],
  rmb: ['u:yuan'],
  inr: ['u:rupee'],
  rs: ['u:rupee'],
  chf: ['u:franc'],
  yüzde: ['u:percent'],
};

/** The keys of a sign that stands before its figure; undefined for any other character. */
export function prefixKeys(sign: string): readonly string[] | undefined {
  return PREFIXES[sign];
}
