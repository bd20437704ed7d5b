/** What readers call an article when they ask about what it says. */
const ARTICLE =
  '(?:the|this|that|your|our) (?:whole |full )?(?:articles?|text|piece|story|passage|page|document|author|writer|essay|chapter|paper|post)';
const TELLS =
  '(?:say|says|said|tell|tells|state|states|mention|mentions|write|writes|claim|claims|explain|explains|report|reports|have to say|has to say|talk|talks)';
const ABOUT = '(?: (?:about|on|of|regarding|concerning))?';

/** Words around a question that ask nothing themselves, in the articles' language or in Chinese. */
const FRAMES: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    new RegExp(
      `\\bwhat (?:else )?(?:does|do|did|is|has) ${ARTICLE} (?:actually |exactly )?${TELLS}(?: to us| us)?${ABOUT}(?![a-z])`,
      'gi',
    ),
    new RegExp(
      `\\b(?:does|do|did|has) ${ARTICLE} (?:ever )?${TELLS}(?: anything| something)?${ABOUT}(?: that| if| whether)?(?![a-z])`,
      'gi',
    ),
    new RegExp(
      `\\b(?:is|are) there (?:anything|something|any mention)(?: in ${ARTICLE})?${ABOUT}(?![a-z])`,
      'gi',
    ),
    new RegExp(`\\b(?:according to|as per|in|from|based on) ${ARTICLE}(?![a-z])`, 'gi'),
    /^\W*(?:(?:please|can you|could you|would you|will you|hey|ok|so|and|but|well)[\s,]+)*(?:tell|show|give|teach) (?:me|us)(?: (?:some|a bit|a little))?(?: (?:more|something|anything|everything|all|details?|info|information))?(?: (?:about|on|of|regarding))?(?![a-z])/gi,
    /^\W*(?:i(?:'d| would) like to know|i want to know|i wonder|i was wondering|do you know|does anyone know|any idea|explain to me)(?: (?:about|if|whether))?(?![a-z])/gi,
    /^\W*(?:and |so |but )?(?:what|how) about(?![a-z])/gi,
  ],
  zh: [
    /(?:请问|請問|请|請)?(?:告诉我|告訴我|我想知道|想知道|你知道)(?:更多)?(?:关于|關於|有关|有關)?/gu,
    /(?:根据|根據|按照|据|據)(?:这篇|這篇|本|该|該)?(?:文章|原文|文中)(?:所说|所說|的说法|的說法)?[，,]?/gu,
    /(?:这篇|這篇|那篇|本|该|該)?(?:文章|文中|原文|作者)(?:里|裡|裏|中)?(?:是|都|有没有|有沒有)?(?:怎么|怎麼|如何|怎样|怎樣)?(?:说|說|讲|講|写|寫|描述|介绍|介紹|提|提到|谈|談|谈到|談到)(?:了|到|过|過)?(?:什么|什麼|些什么|些什麼)?(?:关于|關於)?(?:的)?/gu,
    /(?:请问|請問|关于|關於|有关|有關)/gu,
  ],
};

/** What asks in Chinese and tells nothing of what is asked: one word for its segmenter, or several. */
const CHINESE_QUESTION_WORDS =
  /多少[钱錢]|什[么麼][时時](?:候|间|間)|什[么麼]地方|什[么麼]原因|[说說讲講]了(?:些)?什[么麼]|做了(?:些)?什[么麼]|[为為](?:什[么麼]|何)|怎[么麼]?[样樣]|怎[么麼]|如何|多少|多久|多[长長]|哪一?[年天月里裡裏些个個位种種]|何[时時处處地]|(?<!任)何人|[几幾](?:个|個|岁|歲|年|月|天|次|种|種|位|名)|是?[谁誰](?:的)?|什[么麼]|是否|多大|年[纪紀龄齡]|[吗嗎呢](?=[\s？?。！!]*$)/gu;

/**
 * A question with blanks, as many, in place of the words that only frame it ("what does the article say about", 文章怎么说); as it
 * was where nothing else would be left.
 */
export function withoutFrames(question: string, tag: string): string {
  const frames = [
    ...(FRAMES[tag] ?? []),
    ...(isChinese(question, tag) && tag !== 'zh' ? (FRAMES.zh ?? []) : []),
  ];
  return frames.reduce(blanked, question);
}

/** The same for Chinese question words. */
export function withoutQuestionWords(question: string, tag: string): string {
  return isChinese(question, tag) ? blanked(question, CHINESE_QUESTION_WORDS) : question;
}

const isChinese = (question: string, tag: string) => /\p{Script=Han}/u.test(question) && tag !== 'ja';

function blanked(text: string, pattern: RegExp): string {
  const rest = text.replace(pattern, (found) => ' '.repeat(found.length));
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}
