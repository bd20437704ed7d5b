// Stemmers and stop words that others made.
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as armenian } from '@orama/stemmers/armenian';
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as irish } from '@orama/stemmers/irish';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as serbian } from '@orama/stemmers/serbian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as tamil } from '@orama/stemmers/tamil';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { STOP_WORDS } from '../../corpus/stop-words.ts';

/** What others made for a language. */
export interface LanguageResources {
  /** Takes the inflection off a word in lower case. */
  readonly stem?: (word: string) => string;
  readonly stopWords: readonly string[];
}

/** By BCP 47 primary tag. English has its lemmas; its stemmer is for words that no list knows. */
const STEMMERS: Readonly<Record<string, (word: string) => string>> = {
  ar: arabic,
  bg: bulgarian,
  da: danish,
  de: german,
  el: greek,
  en: english,
  es: spanish,
  fi: finnish,
  fr: french,
  ga: irish,
  hi: hindi,
  hr: serbian,
  hu: hungarian,
  hy: armenian,
  id: indonesian,
  it: italian,
  lt: lithuanian,
  nb: norwegian,
  nl: dutchBase,
  nn: norwegian,
  no: norwegian,
  pt: portuguese,
  ro: romanian,
  ru: russian,
  sr: serbian,
  sv: swedish,
  ta: tamil,
  tr: turkish,
  uk: ukrainian,
};

/** Fietsen and fiets, huizen and huis: the stemmer leaves an s that it takes off the next time, and z and v as they are voiced. */
function dutchBase(word: string): string {
  return dutch(dutch(word)).replace(/z$/, 's').replace(/v$/, 'f');
}

/** Question words, pronouns and verbs of every question that the lists of stop words lack. */
const QUESTION_WORDS: Readonly<Record<string, string>> = {
  ar: 'من ما ماذا متى أين كيف كم لماذا هل أي',
  cs: 'kdo kdy kde kam jak proč kolik který která které',
  da: 'hvem hvad hvor hvornår hvorfor hvordan hvilken hvilket hvilke',
  de: 'wer wem wen wessen was wann wo woher wohin warum weshalb wieso wie wieviel wieviele welche welcher welches welchem welchen',
  el: 'ποιος ποια ποιο ποιοι ποιες ποιον ποιους ποιου τι πότε πού πώς γιατί πόσο πόσα πόσοι πόσες πόση',
  en: 'when whom whose why whats whos us she its ours yours does doing done tell say says happened please pls plz thx thanks hello hi hey sorry bother',
  es: 'qué cuál cuáles quién quiénes cuándo dónde cómo cuánto cuánta cuántos cuántas',
  fi: 'kuka mikä missä milloin miksi miten kuinka',
  fr: 'qui quoi quand où comment pourquoi combien quel est-ce lequel laquelle dit',
  he: 'מי מה איפה מתי למה מדוע איך כמה איזה איזו היכן',
  hi: 'क्या कौन कब कहाँ कहां क्यों कैसे कितना कितने कितनी किस किसने किसके किसे किन',
  hu: 'ki mi hol mikor miért hogyan hány melyik',
  id: 'siapa apa kapan mana bagaimana mengapa berapa',
  it: 'chi che cosa quando dove come perché quanto quale',
  ja: '誰 何 いつ どこ なぜ どう どの いくら どれ',
  ko: '누가 누구 무엇 언제 어디 왜 어떻게 몇 얼마 어디에 어디서 무엇을',
  nb: 'hvem hva hvor når hvorfor hvordan hvilken hvilket hvilke',
  nl: 'wie wat waar wanneer waarom hoe hoeveel welke welk',
  pl: 'kto co gdzie kiedy dlaczego jak ile który która które',
  pt: 'quem onde quando como porque quanto quantos qual',
  ro: 'ce cine cui când unde cum cât câtă câți câte care',
  ru: 'кто кого кому кем что когда где куда откуда почему зачем как сколько какой какая какое какие каким каком какую чей',
  sv: 'vem vad var när varför hur vilken vilket vilka',
  th: 'อะไร ใคร ที่ไหน เมื่อไร เมื่อไหร่ ทำไม อย่างไร เท่าไร เท่าไหร่ กี่ ไหน ใด ไหม',
  tr: 'ne kim kimin kime nerede nereye nereden nasıl neden niçin niye kaç hangi hangisi zaman',
  uk: 'хто що де коли чому як скільки який яка яке',
  vi: 'gì nào ai bao nhiêu mấy đâu sao',
};

/** Figures in words, which the Swedish list of stop words has. */
const SWEDISH_FIGURES =
  /^(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|.+ton|.+tio|.+nde|hundra.*|.*tusen|.*miljon.*)$/;

/** By BCP 47 primary tag; nothing for a language that nobody made anything for. */
export function resourcesOf(tag: string): LanguageResources {
  const words = Object.hasOwn(STOP_WORDS, tag) ? (STOP_WORDS[tag] ?? []) : [];
  const stem = Object.hasOwn(STEMMERS, tag) ? STEMMERS[tag] : undefined;
  const asked =
    (words.length > 0 || stem) && Object.hasOwn(QUESTION_WORDS, tag)
      ? (QUESTION_WORDS[tag]?.split(' ') ?? [])
      : [];
  const listed = tag === 'sv' ? words.filter((word) => !SWEDISH_FIGURES.test(word)) : words;
  return { ...(stem && { stem }), stopWords: [...listed, ...asked] };
}
