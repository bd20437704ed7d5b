/** Units behind a number: each with the words and signs that stand for it. Nothing is converted. */
const UNITS: Readonly<Record<string, string>> = {
  percent: '% percent prozent procent процент процента процентов porcentaje',
  dollar: '$ dollar dollars usd dólares',
  euro: '€ euro euros eur',
  pound: '£ gbp quid',
  yen: '¥ yen jpy',
  rupee: '₹ rupee rupees inr',
  kilometer: 'km kilometer kilometers kilometre kilometres kilómetros kilomètres км',
  meter: 'meter meters metre metres metros mètres',
  centimeter: 'cm centimeter centimeters centimetre centimetres',
  millimeter: 'mm millimeter millimeters millimetre millimetres',
  mile: 'mi mile miles',
  foot: 'ft foot feet',
  inch: 'in inch inches',
  kilogram: 'kg kilo kilos kilogram kilograms kilogramm кг',
  gram: 'g gram grams gramm grammes',
  milligram: 'mg milligram milligrams',
  ton: 't ton tons tonne tonnes tonnen',
  poundweight: 'lb lbs',
  ounce: 'oz ounce ounces',
  liter: 'l liter liters litre litres litros',
  milliliter: 'ml milliliter milliliters millilitre millilitres',
  hectare: 'ha hectare hectares hektar',
  hour: 'h hr hrs hour hours',
  minute: 'min mins minute minutes',
  megawatt: 'mw megawatt megawatts',
  kilowatt: 'kw kilowatt kilowatts',
  gigabyte: 'gb gigabyte gigabytes',
  megabyte: 'mb megabyte megabytes',
};

const unitOf = new Map<string, string>();
for (const [unit, words] of Object.entries(UNITS))
  for (const word of words.split(' ')) unitOf.set(word, `u:${unit}`);

/** The key of a unit's word or sign, in lower case; it has a colon, as no key of a word has. Undefined for other words. */
export function unitKey(word: string): string | undefined {
  return unitOf.get(word);
}
