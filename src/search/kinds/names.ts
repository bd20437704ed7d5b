// Recognizes names in English text.
import type { Span } from '../../corpus/passage.ts';
import { isGivenName, isGroupName, isPersonNoun, isPlaceName } from '../text/english-senses.ts';
import { partsOfSpeech } from '../text/english-words.ts';
import { languageOf } from '../text/language.ts';

export type NameOf = 'person' | 'place' | 'group' | 'thing' | 'unknown';

/** A run of words with capitals that names somebody or something. */
export interface Name extends Span {
  readonly of: NameOf;
}

const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|St|Saint|Rev|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Maj|President|Premier|Chancellor|Minister|Secretary|Senator|Congressman|Congresswoman|Governor|Mayor|Judge|Justice|King|Queen|Prince|Princess|Emperor|Empress|Pope|Bishop|Archbishop|Cardinal|Father|Sister|Brother|Rabbi|Imam|General|Colonel|Captain|Lieutenant|Sergeant|Major|Admiral|Professor|Doctor|Coach|Duke|Earl|Count|Baron|Chief|Officer|Detective|Sheriff)\.?$/;
const GROUP_HEAD =
  /^(?:Inc|Corp|Corporation|Company|Co|Ltd|LLC|PLC|Group|Holdings|University|College|School|Academy|Institute|Institution|Party|Council|Committee|Commission|Congress|Parliament|Senate|Court|Bank|Ministry|Department|Agency|Bureau|Office|Association|Federation|League|Union|Foundation|Society|Club|Team|Church|Army|Navy|Force|Police|Guard|Hospital|Center|Centre|Museum|Press|News|Times|Post|Journal|Magazine|Network|Studios?|Records|Entertainment|Airlines|Airways|Motors|Industries|Technologies|Laborator(?:y|ies)|Labs?|Partners|Brothers|Orchestra|Band|Board|Authority|Administration|Organi[sz]ation|Service|Services|Alliance|Coalition|Front|Movement|Breweries|Brewery)\.?$/;
const PLACE_HEAD =
  /^(?:River|Lake|Mountains?|Mount|Valley|Island|Islands|Sea|Ocean|Bay|Gulf|Desert|Peninsula|Street|Avenue|Road|Square|Park|Bridge|Airport|Station|Stadium|City|County|Province|District|State|Republic|Kingdom|Hill|Hills|Beach|Coast|Canyon|Forest|Castle|Palace|Tower|Hall|Hotel|Port|Harbor|Town|Village)$/;
const NO_NAMES = new Set(
  `I January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday
  Saturday Sunday AD BC CE BCE AM PM CEO CFO CTO COO CIO MP MEP PM`.split(/\s+/),
);
const CONNECTORS = new Set([
  'of',
  'de',
  'del',
  'della',
  'van',
  'von',
  'der',
  'den',
  'bin',
  'al',
  'la',
  'le',
  'du',
  'da',
  'di',
]);
const SPEECH =
  /^,? (?:said|says|told|tells|wrote|writes|added|adds|argued|argues|explained|noted|tweeted|who)\b/;
const WORD = /\p{L}[\p{L}\p{M}]*(?:[.'’-]\p{L}[\p{L}\p{M}]*)*/gu;

const isCapital = (word: string) => /^\p{Lu}/u.test(word);

/** Whether a word in lower case is one that English prints small: no capital at the start of a sentence tells of it. */
function isOrdinary(word: string): boolean {
  const lower = word.toLowerCase();
  const english = languageOf('en');
  return english.isStopWord(lower) || partsOfSpeech(lower) > 0 || partsOfSpeech(english.stem(lower)) > 0;
}

/** The names of an English text, in its order, with whom or what they are of as far as words and lists tell. */
export function namesIn(text: string): readonly Name[] {
  const words = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
  const names: Name[] = [];
  for (let at = 0; at < words.length; ) {
    const opening = words[at];
    if (!opening || !isCapital(opening.word) || NO_NAMES.has(opening.word)) {
      at += 1;
      continue;
    }
    let next = at + 1;
    for (;;) {
      const word = words[next];
      const before = words[next - 1];
      // `Airbnb's CEO` is two.
      if (
        !word ||
        !before ||
        /['’]s$/.test(before.word) ||
        !/^\.? $|^-$/.test(text.slice(before.end, word.start))
      )
        break;
      const after = words[next + 1];
      const joins =
        CONNECTORS.has(word.word) &&
        // `the Bank of England`, but `Mrs. Lee` of the bank.
        !(word.word === 'of' && (TITLE.test(opening.word) || isGivenName(opening.word))) &&
        after &&
        isCapital(after.word) &&
        text.slice(word.end, after.start) === ' ';
      if (!joins && (!isCapital(word.word) || NO_NAMES.has(word.word))) break;
      next += joins ? 2 : 1;
    }
    const run = words.slice(at, next);
    const isOpening = /(?:^|[.!?:;“"‘'(\n[-]\s*)$/.test(text.slice(0, opening.start).slice(-3));
    const named =
      isOpening &&
      isOrdinary(opening.word) &&
      !isTitled(run.map(({ word }) => word)) &&
      !isPlaceName(opening.word)
        ? run.slice(1)
        : run;
    const [first] = named;
    const last = named.at(-1);
    if (first && last) {
      names.push({
        start: first.start,
        end: last.end,
        of: kindOfName(
          named.map(({ word }) => word),
          text.slice(first.start, last.end),
          text.slice(0, first.start),
          text.slice(last.end),
        ),
      });
    }
    at = next;
  }
  return names;
}

const isTitled = (words: readonly string[]) => words.length > 1 && TITLE.test(words[0] ?? '');

function kindOfName(words: readonly string[], name: string, before: string, after: string): NameOf {
  const [first = ''] = words;
  const head = (words.includes('of') ? words[words.indexOf('of') - 1] : words.at(-1)) ?? '';
  if (isPlaceName(name)) return 'place';
  if (isGroupName(name)) return 'group';
  if (GROUP_HEAD.test(head)) return 'group';
  if (
    PLACE_HEAD.test(head) ||
    (words.length > 1 &&
      /^(?:Mount|Lake|Fort|Port|Cape|New|North|South|East|West|San|Santa|Los|Las)$/.test(first) &&
      !isGivenName(first))
  )
    return 'place';
  if (isTitled(words)) return 'person';
  if (/^\p{Lu}{2,}$/u.test(name)) return 'group';
  if (/^\p{Lu}\p{Ll}+\p{Lu}/u.test(name) && !/^(?:Mc|Mac|De|Di|La|Le|Van|O)\p{Lu}/u.test(name))
    return 'group';
  if (isGivenName(first)) return 'person';
  if (SPEECH.test(after) || /^, \d{1,3}[,.]/.test(after)) return 'person';
  const isForeign = (word: string) => !isOrdinary(word);
  if (
    words.length >= 2 &&
    words.length <= 3 &&
    words.every((word) => /^\p{Lu}[\p{Ll}'’-]+|^\p{Lu}\.?$/u.test(word)) &&
    isForeign(words.at(-1) ?? '')
  )
    return 'person';
  // `the Qwen model` names no person; nor does `OpenAI`.
  if (/\bthe $/i.test(before)) return 'thing';
  return 'unknown';
}

/** Nouns of several people, or of none in particular. */
const COLLECTIVE =
  /^(?:people|men|women|children|citizens|everyone|everybody|anyone|nobody|someone|those|police|family|team|company|government)$/i;

/** Nouns of people that an English text has: `a spokesman`, `students`; of one person alone where `isIndividual`. */
export function personNounsIn(text: string, isIndividual = false): readonly Span[] {
  const english = languageOf('en');
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }))
    .filter(
      ({ word }) =>
        !english.isStopWord(word) &&
        (isPersonNoun(word.toLowerCase()) ||
          isPersonNoun(english.stem(word)) ||
          (!isIndividual && COLLECTIVE.test(word))),
    )
    .map(({ start, end }) => ({ start, end }));
}
