// Recognizes questions about the articles or the bot.
import type { Article } from '../../corpus/article.ts';
import { printedMarks } from '../../corpus/note-marks.ts';
import type { About, Topic } from '../finding.ts';

/** Whether a topic is the bot, or what readers say to it. */
export function isOfBot(topic: Topic): boolean {
  return topic === 'bot' || topic === 'greeting' || topic === 'thanks';
}

/** What readers call the article: `the book` may be one that it tells of, `this book` is it. */
const ARTICLE =
  "(?:(?:this|that|your|ur)(?: (?:whole |news |blog )?(?:article|text|piece|story|page|document|post|report|book|paper|essay|thing))?|(?:the|its) (?:whole |news |blog )?(?:article|text|piece|page|document)|it)(?:'s)?";
const whole = (pattern: string) =>
  new RegExp(
    `^(?:(?:hi|hey|hello|ok|so|and|um|please|pls),? )?(?:${pattern})(?:,? (?:please|pls|thanks|thx))?$`,
  );

/** Whole questions, without their marks, in English and in both Chinese scripts: one about what the article says is none of them. */
const FORMS: readonly (readonly [Topic, RegExp])[] = [
  [
    'subject',
    whole(
      `what(?:'s| is| was|s)? ${ARTICLE}(?: all| actually| mainly| mostly)? about|(?:so )?what(?:'s| is|s)? (?:it|this) all about|what (?:does|did) ${ARTICLE} say|what(?:'s| is|s)? (?:the )?(?:(?:main|key|central) )(?:point|idea|message|takeaway|topic|subject|theme)s?(?: of ${ARTICLE}| here)?|what(?:'s| is|s)? the (?:point|idea|message|takeaway|gist|topic|subject|theme)s? of ${ARTICLE}|what(?:'s| is|s)? the gist|tl;?dr|(?:the )?(?:key|main) (?:points|takeaways)|(?:can you |could you |please )?(?:summari[sz]e|sum up)(?: ${ARTICLE})?(?: for me)?|(?:give me |can i have |i need )?(?:a |the )?(?:short |brief |quick )?(?:summary|overview|gist)(?: of ${ARTICLE})?|(?:tell me |tell us )(?:more )?(?:about|what) ${ARTICLE}(?: is about| says)?|describe ${ARTICLE}`,
    ),
  ],
  [
    'publisher',
    whole(
      `who (?:published|wrote|authored|posted) (?:${ARTICLE})|(?:the )?source of ${ARTICLE}|what(?:'s| is|s)? the source of ${ARTICLE}|(?:the )?article's (?:author|publisher|source)|(?:who(?:'s| is|s)? )?(?:the )?(?:author|publisher|writer)s?(?: of ${ARTICLE})?|by whom (?:is|was) ${ARTICLE} (?:written|published)|where (?:is|was|does|did) ${ARTICLE} (?:from|published|come from)|which (?:newspaper|site|outlet|publisher|magazine) (?:is|was) ${ARTICLE} (?:from|in|published (?:in|by))`,
    ),
  ],
  [
    'date',
    whole(
      `when (?:was|is) ${ARTICLE} (?:published|written|from|posted)|when(?:'s| is|s)? ${ARTICLE} from|(?:the )?publication date(?: of ${ARTICLE})?|what(?:'s| is|s)? the (?:publication |publishing )?date(?: of ${ARTICLE})?|(?:the )?date of ${ARTICLE}|when|how old is ${ARTICLE}|how (?:recent|new|current) is ${ARTICLE}`,
    ),
  ],
  [
    'title',
    whole(
      `(?:what(?:'s| is|s)? )?(?:the )?(?:title|headline)(?: of ${ARTICLE})?|what(?:'s| is|s)? ${ARTICLE} called|what(?:'s| is|s)? the article's (?:title|name|headline)|what(?:'s| is)? the name of ${ARTICLE}`,
    ),
  ],
  [
    'length',
    whole(
      `how long (?:is )?${ARTICLE}|what(?:'s| is|s)? the length(?: of ${ARTICLE})?|(?:the )?length of ${ARTICLE}|how many (?:words|sentences|sections|paragraphs|pages|chapters)(?: (?:does|do|are|is)? ?(?:there )?(?:in )?${ARTICLE}(?: have| contain)?)?|(?:what|which) language is ${ARTICLE} (?:in|written in)`,
    ),
  ],
  [
    'sources',
    whole(
      `(?:what|which)(?: are|'re)? (?:your|the|its|ur) (?:sources?|articles|references)|(?:your |the )?sources?|(?:what|which) (?:articles|texts|sources|documents|books) (?:do you (?:have|know|hold|use)|are there|can i ask about)|list (?:the |your |all )?(?:articles|sources)|where do you get (?:your|the) (?:information|info|answers)(?: from)?|(?:what|which) sections (?:are there|does ${ARTICLE} have)`,
    ),
  ],
  [
    'bot',
    whole(
      `what can (?:you|u|this bot|this) do|what (?:are|r) (?:you|u)|who (?:are|r) (?:you|u)|what do (?:you|u) do|how (?:do|does|can) (?:you|i|this|it|this bot) (?:work|use (?:you|this|it|this bot))|are (?:you|u) (?:a |an )?(?:bot|ai|human|real|robot|chatgpt)|help(?: me)?|what(?:'s| is) this bot|commands|what should i ask|what can i ask(?: you)?`,
    ),
  ],
  [
    'greeting',
    /^(?:hi|hello|hey|hiya|yo|howdy|good (?:morning|afternoon|evening)|hi there|hello there|hey there|greetings)(?: (?:bot|verbatim|all|everyone))?$/,
  ],
  [
    'thanks',
    /^(?:ok(?:ay)?,? )?(?:many )?(?:thanks|thank you|thx|ty|cheers)(?: (?:a lot|so much|very much|bot|verbatim|you))*$/,
  ],
  [
    'subject',
    /^(?:这|這|那|本)?(?:篇|个|個)?(?:文章|新闻|新聞|报道|報道|報導|内容|內容|文)?(?:主要)?(?:是)?(?:在)?(?:讲|講|说|說|谈|談|写|寫|关于|關於)(?:的)?(?:是)?(?:些|了)?(?:什么|什麼|啥)(?:内容|內容|事)?(?:的)?$|^(?:请|請)?(?:总结|總結|概括|概述|归纳|歸納)(?:一下)?(?:这|這)?(?:篇)?(?:文章|内容|內容)?$|^(?:(?:这|這|本)?篇?文章(?:的)?)?(?:摘要|概要|大意|主旨|要点|要點|主要内容|主要內容|中心思想|太长不看|太長不看)(?:是什么|是什麼)?$|^(?:这|這)(?:是)?(?:什么|什麼)(?:文章)?$/,
  ],
  [
    'publisher',
    /^(?:这|這|本)?(?:篇)?(?:文章|新闻|新聞|报道|報道|報導)?(?:是)?(?:由)?(?:谁|誰|哪家媒体|哪家媒體)(?:写|寫|发表|發表|发布|發布|出版)(?:的|了(?:这|這)?(?:篇)?(?:文章)?)?$|^(?:(?:这|這|本)?篇?文章(?:的)?)?(?:作者|出版者|发布者|發布者|出处|出處|来源|來源)(?:是)?(?:谁|誰|什么|什麼|哪里|哪裡)?$/,
  ],
  [
    'date',
    /^(?:这|這|本)?(?:篇)?(?:文章|新闻|新聞|报道|報道|報導)?(?:是)?(?:什么时候|什麼時候|何时|何時|哪天|哪年|几时|幾時)(?:发表|發表|发布|發布|写|寫|出版)?(?:的)?$|^(?:文章(?:的)?)?(?:发表|發表|发布|發布|出版)?(?:日期|时间|時間)(?:是)?(?:什么|什麼|什么时候|什麼時候|几号|幾號)?$/,
  ],
  [
    'title',
    /^(?:这|這|本)?(?:篇)?(?:文章)?(?:的)?(?:标题|標題|题目|題目)(?:是|叫)?(?:什么|什麼)?$|^(?:这|這)篇文章叫(?:什么|什麼)$/,
  ],
  [
    'length',
    /^(?:这|這|本)?(?:篇)?(?:文章)?(?:有)?(?:多长|多長|多少字|多少句|几句|幾句|几节|幾節)$|^(?:文章(?:的)?)?(?:长度|長度|字数|字數)(?:是多少)?$/,
  ],
  [
    'sources',
    /^(?:你的|你有|有)?(?:什么|什麼|哪些)?(?:来源|來源|资料|資料|文章)(?:是什么|是什麼|有哪些|从哪里来|從哪裡來)?$/,
  ],
  [
    'bot',
    /^(?:你|妳)(?:能|会|會|可以)(?:做|干|幹)?(?:什么|什麼|啥)$|^(?:你|妳)是(?:谁|誰|什么|什麼)$|^(?:帮助|幫助|怎么用|怎麼用|如何使用)$/,
  ],
  ['greeting', /^(?:你好|您好|嗨|哈喽|哈囉|早上好|晚上好|大家好)(?:啊|呀)?$/],
  ['thanks', /^(?:谢谢|謝謝|多谢|多謝|感谢|感謝)(?:你|您|啦|了)?$/],
];

/** `[4]`, `note 4`, "what does footnote 5 say?", 注释4 */
const NOTE =
  /^(?:(?:what is |what does |explain |where is )?\[\^?(?<mark>\d+)\](?: (?:say|mean|refer to))?|(?:what (?:does|is|are)|which sentences? (?:has|have|prints?)|show(?: me)?|see|read|explain|where is)? ?(?:the )?(?:foot ?)?notes? (?:mark |number |no\.? )?\[?(?<note>\d+)\]?(?: (?:say|says|mean|refer to|about))?|(?:注释|註釋|脚注|腳註|注|註)\s?\[?(?<zh>\d+)\]?(?:说|說|讲|講|写|寫|是)?(?:了)?(?:什么|什麼)?)$/;

/** In UTF-16 units: no form is longer. Forms are compiled at the first question that is as short. */
const LONGEST = 80;

/** What a question asks of the articles themselves or of the bot; undefined for one about what they say. */
export function aboutIn(question: string, articles: readonly Article[]): About | undefined {
  const plain = question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\s?!.,。！？～~]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length > LONGEST) return undefined;
  const { mark, note, zh } = NOTE.exec(plain)?.groups ?? {};
  const number = mark ?? note ?? zh;
  if (number !== undefined) {
    const printed = noteMark(number, articles);
    return printed ? { topic: 'note', note: printed } : undefined;
  }
  const topic = FORMS.find(([, form]) => form.test(plain))?.[0];
  return topic && { topic };
}

/** The mark of a note as some article prints it: `[4]`, or `[4, 5]` where it stands with others alone; nothing where none prints marks. */
function noteMark(number: string, articles: readonly Article[]): string | undefined {
  const marks = new Set(
    articles.flatMap((article) => article.sentences.flatMap((sentence) => printedMarks(article, sentence))),
  );
  if (marks.size === 0) return undefined;
  const numbersIn = (mark: string) => Array.from(mark.matchAll(/\d+/g), ([digits]) => digits);
  const own = [`[${number}]`, `[^${number}]`].find((mark) => marks.has(mark));
  return own ?? [...marks].find((mark) => numbersIn(mark).includes(number)) ?? `[${number}]`;
}
