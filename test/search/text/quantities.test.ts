import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../../src/search/text/quantities/quantities.ts';

const keysIn = (text: string, lang: string) => [
  ...new Set(quantitiesIn(text, lang).flatMap(({ keys }) => keys)),
];
/** Same: all keys of the one are among the other's; one that has two readings has the keys of both. */
const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length > 0 && b.length > 0 && (a.every((key) => b.includes(key)) || b.every((key) => a.includes(key)));

/** `language: one | other`; a language of two tags, `en-de`, gives each side its own. */
const SAME = `
en: 20 million people | 20,000,000 people
en: 20m people | 20 million people
en: 20 mn | 20,000,000
en: 20 000 000 people | 20 million people
en: 20 000 000 | 20 million
en: 20 000 000 | 20 million
en-de: 20 million | 20.000.000
en-es: 20 million | 20.000.000
en-it: 20 million | 20.000.000
en-nl: 20 million | 20.000.000
en-pt: 20 million | 20.000.000
en: 3.5m | 3,500,000
en: 3.5 million | 3.5bn is not it but 3.5m is
en: $3.5m | 3.5 million dollars
en: $3.5 million | $3,500,000
en: 1,250 | 1250
en: 1 250 seats | 1,250 seats
en-de: 1,250 | 1.250
en-de: 12.50 | 12,50
en: 12,50 | 12.50
de: 12.50 Euro | 12,50 Euro
en: seven | 7
en: chapter seven | chapter VII
en: chapter 5 | Chapter V
en: Henry VIII | Henry the Eighth
en: World War II | world war two
en: chapter vii | chapter 7
en: twenty-one | 21
en: twenty one | 21
en: two hundred and five | 205
en: a dozen eggs | 12 eggs
en: two dozen | 24
en: half a dozen | six
en: half a million | 500,000
en: one and a half million | 1.5 million
en: three million two hundred thousand | 3,200,000
en: nineteen eighty-four | 1984
en: a hundred and one | 101
en: fifteen hundred | 1,500
en: two trillion | 2,000,000,000,000
en: three point five | 3.5
en: third place | 3rd place
en: the twenty-first century | the 21st century
en: the third | 3
en: two thirds | 2/3
en: three quarters | 3/4
en: a third of them | 1/3 of them
en: a quarter of them | 1/4 of them
en: half of them | 1/2 of them
en: 2 1/2 hours | 2½ hours
en: 2½ | 2.5
en: two and a half hours | 2.5 hours
en: $50 | 50 dollars
en: US$50 | USD 50
en: $50 | fifty dollars
en: EUR 12.50 | €12.50
en-de: €12.50 | 12,50 Euro
en: £20 | 20 pounds
en: ¥500 | 500 yen
en: ₹500 | 500 rupees
en: 12% | 12 percent
en: 12 per cent | twelve percent
en-de: 12 percent | 12 Prozent
en-es: 12 percent | 12 por ciento
en-zh: 12 percent | 百分之十二
en-tr: 12 percent | %12
en-tr: 12 percent | yüzde 12
en-ru: 12 percent | 12 процентов
en-fr: 12 percent | 12 %
en: 5 km | 5 kilometers
en: 5 kilometres | 5km
en: five kilometers | 5-kilometer
en: 60 mph | 60 miles per hour
en: 100 km/h | 100 kilometres per hour
en: 20 °C | 20 degrees Celsius
en: 3 sq km | 3 km²
en: 3 square kilometers | 3 km2
en: 5 kg | 5 kilograms
en: 10 t | ten tonnes
en: 30 min | thirty minutes
en: 12 h | twelve hours
en: 6 ft | six feet
en: 16 GB | 16 gigabytes
en: 3 kWh | 3 kilowatt hours
en-de: 5 kilometers | 5 Kilometer
en-es: 5 kilometers | 5 kilómetros
en-ru: 5 kilometers | 5 километров
en-ru: 5 km | 5 км
en-zh: 5 km | 5公里
en-hi: 5 km | 5 किलोमीटर
en-ar: 5 km | 5 كيلومترات
en-th: 5 km | 5 กิโลเมตร
en-el: 5 km | 5 χιλιόμετρα
en-vi: 5 km | 5 ki-lô-mét
en: 16 November 2025 | November 16, 2025
en: Nov 16 | 16th of November
en: Nov. 16, 2025 | 2025-11-16
en: the sixteenth of November | November 16th
en-de: November 16, 2025 | 16.11.2025
en-de: 16 November 2025 | 16. November 2025
en-es: 16 November 2025 | 16 de noviembre de 2025
en-fr: 16 November 2025 | 16 novembre 2025
en-fr: 1 May 2020 | 1er mai 2020
en-it: 16 November 2025 | 16 novembre 2025
en-ru: 16 November 2025 | 16 ноября 2025 года
en-ro: 16 November 2025 | 16 noiembrie 2025
en-tr: 16 November 2025 | 16 Kasım 2025
en-vi: 16 November 2025 | ngày 16 tháng 11 năm 2025
en-hi: 16 November 2025 | 16 नवंबर 2025
en-ar: 16 November 2025 | 16 نوفمبر 2025
en-zh: 16 November 2025 | 2025年11月16日
en-zh: 16 November 2025 | 二〇二五年十一月十六日
en-el: 16 November 2025 | 16 Νοεμβρίου 2025
en-th: 16 November 2025 | 16 พฤศจิกายน 2025
en: 16/11/2025 | November 16, 2025
en: 11/16/2025 | 16 November 2025
en: 3/4/2025 | 3 April 2025
en: 3/4/2025 | March 4, 2025
en-zh: 1923 | 一九二三年
en: in May 2020 | in may 2020
en: half past six | 6:30
en: 6:30 pm | 18:30
en: 6.30 p.m. | 18:30
en: at 6.30 | half past six
en: 6 p.m. | six o'clock in the evening
en: quarter to seven | 6:45
en: quarter past seven | 7:15
en: twenty minutes past six | 6:20
en: noon | 12 pm
en: midnight | 12 am
en: seven o'clock | 7 o'clock
en-de: 7:30 | 7 Uhr 30
en-de: half past six | halb sieben
en-de: 18:30 | 18.30 Uhr
en-es: half past six | las seis y media
en-fr: 18:30 | 18h30
en-zh: 6:30 pm | 下午六点半
en-ru: half past six | половина седьмого
en-hi: 6 o'clock | 6 बजे
en: the 1990s | the 1990's
en-de: the 1990s | die 1990er
en-zh: the 1990s | 1990年代
de: einundzwanzig | 21
de: zweihundertfünf | 205
de: fünfunddreißig Prozent | 35 %
de: 3,5 Millionen | 3.500.000
de: 20 Mio. Euro | 20 Millionen Euro
de: zweieinhalb Stunden | 2,5 Stunden
de: der dritte Mann | der 3. Mann
de: eine halbe Million | 500.000
es: veintidós | 22
es: treinta y cinco | 35
es: dos mil quinientos | 2.500
es: doscientos cinco | 205
es: veintidos | veintidós
fr: quatre-vingt-dix-sept | 97
fr: soixante et onze | 71
fr: deux cent cinq | 205
fr: vingt et un | 21
fr: à 17 h 30 | 17:30
fr: 3,5 milliards d’euros | 3 500 000 000 €
es: 20 millones de euros | 20.000.000 €
fr: 20 000 000 | vingt millions
it: ventuno | 21
it: duecentocinque | 205
it: cinquemila | 5.000
nl: eenentwintig | 21
nl: tweehonderdvijf | 205
pt: duzentos e cinco | 205
pt: trinta e cinco mil | 35.000
ru: двадцать один | 21
ru: двести пять | 205
ru: в 2000 г. | в 2000 году
en-ru: 2005 | в 2005 году
ru: в первой части | 1 часть
el: η δεύτερη | 2
ru: пять тысяч | 5 000
ru: 3,5 млн | 3 500 000
ro: douăzeci și unu | 21
ro: două sute cinci | 205
tr: yirmi bir | 21
tr: iki yüz beş | 205
tr: on beş | 15
tr: beş bin | 5.000
vi: hai mươi mốt | 21
vi: hai trăm lẻ năm | 205
vi: 3,5 triệu | 3.500.000
hi: पैंतीस | 35
hi: दो सौ पाँच | 205
hi: 5 लाख | 5,00,000
hi: ३५ | 35
ar: خمسة وعشرون | 25
ar: ٢٥ | 25
ar: ثلاثة ملايين | 3000000
th: ๒๕ | 25
zh: 三百五十万 | 3500000
zh: 350万 | 三百五十万
zh: 20万人 | 二十万人
zh: 二〇二五年 | 2025年
zh: 第三 | 3
zh: 三分之一 | 1/3
zh: 百分之七点五 | 7.5%
zh: 3.5亿 | 350,000,000
zh: ５０％ | 50%
en-zh: 3.5 million | 350万
en-ar: 25 | ٢٥
`;

const DIFFERENT = `
en: 2021 | 2022
en: 3.11 | 3.12
en: 3.11 | 3.1
en: 34 | 43
en: 8 percent | 8 dollars
en: 5 km | 5 kg
en: 13 May | 31 May
en: 13 May 2020 | 13 May 2021
en: 13 May | 13 June
en: 6:30 | 16:30
en: 6:30 am | 6:30 pm
en: 18:30 | 6:30 am
en: chapter 3 | chapter 4
en: 20 million | 20 billion
en: 20 million | 20 thousand
en: twenty | twelve
en: thirteen | thirty
en: fifteen | fifty
en: seventeen | seventy-one
en: third | thirteenth
en: two thirds | two
en: half a million | a million
en: half past six | half past seven
en: quarter to seven | quarter past seven
en: noon | midnight
en: 12 am | 12 pm
en: $50 | €50
en: £50 | $50
en: 5 km | 5 miles
en: 5 km | 5 km²
en: 5 m | 5 mm
en: 5 hours | 5 minutes
en: 5 seconds | 5 minutes
en: 20 °C | 20 °F
en: -5 °C | 5 °C
en: 1990s | 1990
en: 1990s | 1980s
en: in his 30s | in the 30s
en: 1923 | 1932
en: 1,250 | 12.50
en: 1,250 | 1.25
en: 2½ | 2
en: 16/11/2025 | 16/12/2025
en: 11/16/2025 | 11/17/2025
en: November 2025 | November 2024
en: 5 p.m. | 5 a.m.
en: VII | VIII
en: chapter IV | chapter VI
en: two hundred and five | two hundred and fifty
en: nineteen eighty-four | nineteen forty-eight
en: 3 million | 3.5 million
en: MW 5 or 5 MW | 5 kW
en: 100 kg | 100 lb
en: 1/3 | 1/4
en: a dozen | two dozen
en: 14 goals | 40 goals
de: 1.250 | 1,250
de: einundzwanzig | zwölf
de: halb sieben | halb acht
de: 16. November | 16. Dezember
de: dreizehn | dreißig
es: sesenta | setenta
es: 13 de mayo | 31 de mayo
fr: soixante-dix | soixante-douze
fr: quatre-vingts | quatre-vingt-dix
ru: девятнадцать | девяносто
tr: yedi | yirmi
vi: mười lăm | năm mươi
zh: 三百 | 三百万
zh: 二十万 | 二十亿
zh: 2025年11月 | 2025年12月
zh: 上午六点半 | 下午六点半
ar: خمسة عشر | خمسون
`;

function rows(list: string): [string, string, string, string][] {
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const [tags = '', text = ''] = line.split(/: (.*)/);
      const [one = '', other = one] = tags.split('-');
      const [a = '', b = ''] = text.split(' | ');
      return [a, b, one, other];
    });
}

describe('Expressions that mean the same', () => {
  it.each(rows(SAME))('share their keys: %s = %s', (a, b, one, other) => {
    const [left, right] = [keysIn(a, one), keysIn(b, other)];
    expect(isSame(left, right), `${left} | ${right}`).toBe(true);
  });
});

describe('Expressions that mean different things', () => {
  it.each(rows(DIFFERENT))('do not: %s ≠ %s', (a, b, one, other) => {
    const [left, right] = [keysIn(a, one), keysIn(b, other)];
    expect(left.length > 0 && right.length > 0 && !isSame(left, right), `${left} | ${right}`).toBe(true);
  });
});

describe('A quantity', () => {
  const printed = (text: string, lang = 'en') =>
    quantitiesIn(text, lang).map(({ start, end, keys }) => [text.slice(start, end), ...keys]);

  it('says where it stands in the text, with its unit and its sign', () => {
    expect(printed('It cost US$3.5m in May 2020, about 12 per cent more.')).toEqual([
      ['US$3.5m', 'n:3500000', 'u:dollar'],
      ['May 2020', 'month:5', 'year:2020', 'date:2020-05'],
      ['12 per cent', 'n:12', 'u:percent'],
    ]);
    expect(printed('气温是20摄氏度，下午六点半下雪。', 'zh')).toEqual([
      ['20摄氏度', 'n:20', 'u:celsius'],
      ['六点半', 't:18:30'],
    ]);
  });

  it('is a year where four digits stand alone, and no year with a unit or a mark', () => {
    expect(printed('Born in 1923')).toEqual([['1923', 'year:1923', 'n:1923']]);
    expect(printed('1923 km')).toEqual([['1923 km', 'n:1923', 'u:kilometer']]);
    expect(printed('1,923 seats')).toEqual([['1,923', 'n:1923']]);
    expect(printed('the war of 1914–18').at(-1)).toEqual(['18', 'year:1918', 'n:1918']);
  });

  it.each([
    ['en', 'The server runs version 3.11.2 of v25.4 on 192.168.1.10.'],
    ['en', 'An mp3 of the B52, the F-16 and COVID-19.'],
    ['en', 'See section 2.3.1, and version 3.10 as well.'],
    ['de', 'Nach § 2.3 gilt das.'],
    ['en', 'Call +49 30 1234567 or (555) 123-4567.'],
    ['en', 'ISBN 978-3-16-148410-0'],
    ['en', 'You may march on; no one is a fool, and one never knows.'],
    ['en', 'I saw a CD by Malcolm X in Washington DC.'],
    ['en', 'At first hundreds of millions came.'],
    ['de', 'Ein Mann und eine Frau gehen in einer Stadt.'],
    ['zh', '四川的一些百姓万一来九龙。'],
    ['es', 'Una casa y un perro.'],
    ['vi', 'Tôi không biết một ai.'],
  ])('is none in %s: %s', (lang, text) => {
    expect(printed(text, lang)).toEqual([]);
  });

  it('takes May and March for months where the words before or behind them say so', () => {
    expect(keysIn('It opened in March', 'en')).toEqual(['month:3']);
    expect(keysIn('May 5', 'en')).toContain('date:--05-05');
    expect(keysIn('The March of the soldiers', 'en')).toEqual([]);
    expect(keysIn('since november', 'en')).toEqual(['month:11']);
  });

  it('takes second for a unit behind a number and for 2 elsewhere', () => {
    expect(keysIn('ten seconds', 'en')).toEqual(['n:10', 'u:second']);
    expect(keysIn('one second', 'en')).toEqual(['n:1', 'u:second']);
    expect(keysIn('the second day', 'en')).toEqual(['n:2']);
  });

  it('reads "one" where it counts, and never "a"', () => {
    expect(keysIn('one million', 'en')).toEqual(['n:1000000']);
    expect(keysIn('one kilometer', 'en')).toEqual(['n:1', 'u:kilometer']);
    expect(keysIn('chapter one', 'en')).toEqual(['n:1']);
    expect(keysIn('a kilometer', 'en')).toEqual([]);
  });

  it('has both readings where a reader cannot tell: day and month, before or after noon, million or meters', () => {
    expect(keysIn('3/4/2025', 'en')).toEqual(expect.arrayContaining(['date:2025-04-03', 'date:2025-03-04']));
    expect(keysIn('6:30', 'en')).toEqual(['t:06:30', 't:18:30']);
    expect(keysIn('06:30', 'en')).toEqual(['t:06:30']);
    expect(keysIn('20m', 'en')).toEqual(['n:20000000', 'n:20', 'u:meter']);
  });
});
