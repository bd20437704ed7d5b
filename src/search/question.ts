import type { Language } from './language.ts';
export type Kind = 'person' | 'time' | 'number' | 'place' | 'other';
const KINDS: Record<string, [RegExp, Kind][]> = {
  en: [
    [
      /\bhow (many|much|old|long|far|tall|big|large|high|fast|often)\b|\bwhat (percent|percentage|number|amount)|\bwhat (is|was) the (number|population|percentage|size|distance)/i,
      'number',
    ],
    [/\bwhen\b|\b(what|which) (year|day|date|month|century|decade|time|season)\b|\bhow long ago\b/i, 'time'],
    [/\bwho\b|\bwhom\b|\bwhose\b/i, 'person'],
    [
      /\bwhere\b|\b(what|which) (city|country|state|place|location|continent|town|county|region|river)\b/i,
      'place',
    ],
  ],
  zh: [
    [/多少|几|幾|多大|多長|多长/, 'number'],
    [/何时|何時|什么时候|什麼時候|哪一年|哪年|何年|几月|哪天/, 'time'],
    [/谁|誰|哪位|何人/, 'person'],
    [/哪里|哪裡|何处|何處|在哪|什么地方|哪个国家|哪個國家|哪个城市/, 'place'],
  ],
};
export function kindOf(question: string, language: Language): Kind {
  for (const [pattern, kind] of KINDS[language.tag] ?? []) if (pattern.test(question)) return kind;
  return 'other';
}
