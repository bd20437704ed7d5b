// Finds the answer to a charge, so that a summary has both.
import type { Article } from '../../corpus/article.ts';
import { namesIn } from '../kinds/names.ts';
import { type Language, languageOf } from '../text/language.ts';

/** Words by language with which a text reports a charge, a claim against somebody or a verdict, and an answer to one. */
interface Terms {
  readonly charge: RegExp;
  readonly answer: RegExp;
  /** The charge, named again: "the allegations". */
  readonly anaphora: RegExp;
}

const TERMS: Readonly<Record<string, Terms>> = {
  en: {
    charge:
      /\b(?:accus(?:e|es|ed|ing|ations?)|alleg(?:e|es|ed|ing|edly|ations?)|charged (?:with|him|her|them|in)|charges (?:of|against|that)|blam(?:e|es|ed|ing)|convict(?:ed|ion)|found guilty|indict(?:ed|ment)|sued|lawsuit|suspected of|condemn(?:s|ed)|complicit|guilty of|claims? (?:that|of|against)|claimed (?:that|he|she|they|the))\b/i,
    answer:
      /(?<!\b(?:not|n['’]t|nor|never|neither|confirmed or|confirm or|undeniably) )\b(?:(?<!\b(?:was|were|be|been|being) )den(?:y|ies|ied|ying)(?! (?:(?:the|a|an|his|her|their|its|any|prosecutors?['’]?s?|\w+['’]s) )?(?:\w+ )?(?:requests?|motions?|appeals?|petitions?|applications?|entry|access|bail|permission|boarding|parole|asylum|service|visas?|him|her|them|us|me|right|chance|opportunity))|(?:was|were|been) denied by|denials? (?!of (?:service|entry|access|the request))|(?<!\bto )(?:reject|dismiss)(?:s|es|ed|ing)? (?:(?!that case)\S+ ){0,3}?(?:claims?|accusations?|allegations?|charges?|suggestions?|criticisms?|contentions?|notion|idea|reports?|assertions?)\b|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|disput(?:es|ed|ing) (?=(?:the|that|this|those|these|his|her|claims?|any))|(?:plead(?:s|ed|ing)?|pled) not guilty|not guilty plea|maintain(?:s|ed)? (?:his|her|their) innocence|said in (?:a )?response|responded (?:that|by saying)|insist(?:s|ed)? (?:that )?(?:he|she|it|they) (?:is|are|was|were|did|had|has|have)(?: not|n['’]t)|call(?:s|ed|ing)? (?:\S+ ){1,6}?["“]?(?:false|untrue|lies|a lie|ridiculous|absurd|fabricat(?:ed|ions?))|false and defamatory|baseless|unfounded|without merit|no truth|(?:is|are|was|were)(?: not|n['’]t) true)\b/i,
    anaphora:
      /\b(?:(?:the|these|those|all|any|such|both|his|her|their|its|that|this|\w+['’]s) (?:\w+ )?(?:allegations?|accusations?|charges?|claims?|reports?|suggestions?|criticisms?|lawsuit|complaint|assertions?)|wrongdoing|involvement|responsibility|not guilty|innocence|killing|raping|doing so|ever)\b/i,
  },
  de: {
    charge: /\b(?:beschuldig\w+|wirft\b.*\bvor|vorwurf|vorwürfe\w*|angeklagt|anklage|verklagt|verurteilt)\b/i,
    answer:
      /\b(?:bestreite[nt]|bestritt(?:en)?|dementier\w+|wies\b.*\bzurück|weist\b.*\bzurück|zurückgewiesen|widersprach|widerspricht)\b/i,
    anaphora: /\b(?:die|diese|den|alle) (?:vorwürfe?|anschuldigungen|anklage|behauptung(?:en)?)\b/i,
  },
  es: {
    charge:
      /\b(?:acus(?:a|ó|an|aron|ado|ada|ación|aciones)|denunci(?:a|ó|aron)|culp(?:a|ó|able)|demand(?:ó|a contra)|condenad[oa])\b/i,
    answer:
      /\b(?:neg(?:ó|aron|ado)|niega[n]?|rechaz(?:a|ó|aron|ado)|desmint(?:ió|ieron)|desmiente|refut(?:a|ó))\b/i,
    anaphora: /\b(?:las?|los|estas?|esas?) (?:acusaci(?:ón|ones)|denuncias?|cargos|afirmaci(?:ón|ones))\b/i,
  },
  zh: {
    charge: /指控|指责|指責|控告|起诉|起訴|指称|指稱|涉嫌|被判/,
    answer: /否认|否認|驳斥|駁斥|反驳|反駁|不实|不實|澄清|回应称|回應稱/,
    anaphora: /(?:这些|這些|该|該|有关|有關|上述|此)(?:指控|指责|指責|说法|說法|报道|報道|報導)/,
  },
};

/** In sentences: an answer further behind its charge, or before it, must name whom it charges. */
const NEAR = 6;
const NEAR_BEFORE = 2;
/** How much of a charge an answer must have, as `linkOf` counts. Fitted by hand on labeled pairs. */
const LINKED = 1.5;

/** Opens with the one whom the sentence before names. */
const PRONOUN = /^(?:But |And |Yet )?(?:he|she|they)\b/i;

/** A sentence as charges and answers see it; of most nobody asks for their names, so that they are looked for when somebody does. */
interface Sentence {
  readonly text: string;
  readonly at: number;
  readonly isCharge: boolean;
  readonly isAnswer: boolean;
  readonly keys: readonly string[];
  readonly names: ReadonlySet<string>;
}

/** What is charged, and of whom. */
interface Charge {
  readonly at: number;
  readonly keys: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/**
 * The sentences of an article that answer a charge which one of its sentences reports, the best answer first: `denied`, `rejected`, `pleaded
 * not guilty`, by the one who is charged or of the charge itself. An answer may be the sentence that charges.
 */
export function answersTo(article: Article, at: number): readonly number[] {
  const { language, sentences } = readingOf(article);
  const charged = sentences[at];
  if (!charged?.isCharge) return [];
  if (charged.isAnswer) return [at];
  const before = PRONOUN.test(charged.text) ? sentences[at - 1] : undefined;
  const charge: Charge = {
    at,
    keys: new Set(charged.keys),
    names: new Set([...charged.names, ...(before?.names ?? [])]),
  };
  return sentences
    .filter(({ isAnswer }) => isAnswer)
    .map((answer) => ({ at: answer.at, link: linkOf(answer, charge, sentences, language) }))
    .filter(({ link }) => link >= LINKED)
    .sort((a, b) => b.link - a.link || a.at - b.at)
    .map((answer) => answer.at);
}

/** How much an answer is tied to a charge: by names, by the words of the charge, by naming it again near it. */
function linkOf(
  { text, at, keys, names }: Sentence,
  charge: Charge,
  sentences: readonly Sentence[],
  language: Language,
): number {
  const subjects = subjectsOf(text, language);
  // Whoever answers by name is whom the charge names; `he` answers for the charge right before alone.
  if (subjects.size > 0 && ![...subjects].some((name) => charge.names.has(name))) return 0;
  if (OWN_CLAIM.test(text)) return 0;
  const sharedNames = [...names].filter((name) => charge.names.has(name)).length;
  const sharedKeys = keys.filter((key) => charge.keys.has(key) && !names.has(key)).length;
  const isNamed = TERMS[language.tag]?.anaphora.test(text) === true;
  // Another charge between takes what follows for itself.
  const isNearest = !sentences
    .slice(Math.min(at, charge.at) + 1, Math.max(at, charge.at))
    .some(({ isCharge }) => isCharge);
  const isNear = at > charge.at ? at - charge.at <= NEAR : charge.at - at <= NEAR_BEFORE;
  // "The separatists deny responsibility", though far from where they are blamed.
  const isSharedNoun =
    isNamed && subjects.size === 0 && sharedKeys > 1 && charge.keys.has(nounSubjectOf(text, language) ?? '');
  if (sharedNames === 0 && !isSharedNoun && !(isNear && isNearest)) return 0;
  if (!isNear && !isSharedNoun && (subjects.size === 0 || (sharedKeys === 0 && !isNamed))) return 0;
  return (
    Math.min(sharedNames, 2) +
    0.4 * Math.min(sharedKeys, 3) +
    (isNamed ? 0.8 : 0) +
    (isSharedNoun ? 0.5 : 0) +
    (isNear ? 0.4 : 0) +
    (isNear && isNearest ? 0.5 : 0)
  );
}

/** Answers a claim that it tells itself: "… — a claim the government denies". */
const OWN_CLAIM =
  /\ba (?:claim|charge|accusation|allegation|report) (?:that )?(?:\S+ ){1,5}(?:den|reject|disput|refut)/i;

/** What follows a name that is a subject, and not a part of one: `Penn State` of "the former Penn State coach". */
const BEHIND_SUBJECT =
  /^(?:$|,|['’]s?\b|\s+(?:has|have|had|also|himself|herself|itself|who|and|lawyer|attorney|spokesman|spokeswoman|spokesperson|representative|told|wrote|said|says|then|later|again|never|always|immediately|vehemently|strongly|repeatedly|categorically|flatly|publicly|admitted|admits|does|did|is|was|were|are|$))/;

/** The names of who answers, or whose lawyer does: those before the word of answer that are its subject. */
function subjectsOf(text: string, language: Language): ReadonlySet<string> {
  if (language.tag !== 'en') return new Set();
  const before = beforeAnswer(text, language);
  return new Set(
    namesIn(before)
      .filter(({ end }) => BEHIND_SUBJECT.test(before.slice(end)))
      .flatMap(({ start, end }) => language.keysIn(before.slice(start, end))),
  );
}

/** The key of the noun right before the word of answer: `group` of "the group has denied". */
function nounSubjectOf(text: string, language: Language): string | undefined {
  const before = beforeAnswer(text, language).replace(BEFORE_ANSWER, '');
  const noun = /[\p{L}'’-]+$/u.exec(before)?.[0];
  return noun === undefined ? undefined : language.keysIn(noun)[0];
}

/** What stands before the word of answer. */
function beforeAnswer(text: string, language: Language): string {
  return text.slice(0, TERMS[language.tag]?.answer.exec(text)?.index ?? 0);
}

/** What stands between a subject and its word of answer: "who have repeatedly". */
const BEFORE_ANSWER = /(?:,? (?:who|which|has|have|had|also|all|both|\p{L}+ly))*\s*$/u;

function nameKeysOf(text: string, language: Language): ReadonlySet<string> {
  if (language.tag !== 'en') return new Set(language.keysIn(text).filter((key) => key.length > 1));
  return new Set(namesIn(text).flatMap(({ start, end }) => language.keysIn(text.slice(start, end))));
}

const readings = new WeakMap<
  Article,
  { readonly language: Language; readonly sentences: readonly Sentence[] }
>();

function readingOf(article: Article) {
  const known = readings.get(article);
  if (known) return known;
  const language = languageOf(article.lang);
  const terms = TERMS[language.tag];
  const sentences = article.sentences.map(({ start, end }, at): Sentence => {
    const text = article.text.slice(start, end);
    let keys: readonly string[] | undefined;
    let names: ReadonlySet<string> | undefined;
    return {
      text,
      at,
      isCharge: terms?.charge.test(text) ?? false,
      isAnswer: terms?.answer.test(text) ?? false,
      get keys() {
        keys ??= language.keysIn(text);
        return keys;
      },
      get names() {
        names ??= nameKeysOf(text, language);
        return names;
      },
    };
  });
  const reading = { language, sentences };
  readings.set(article, reading);
  return reading;
}
