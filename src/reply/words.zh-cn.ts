// The interface in simplified Chinese.
import { isOfBot } from '../search/search.ts';
import type { Publication, Words } from './words.ts';

const quoted = (text: string) => `“${text}”`;
const list = (items: readonly string[]) => items.join('、');
/** The letters of the passages meant. */
const under = (letters: readonly string[]) => (letters.length > 0 ? `（${list(letters)}）` : '');
const andMore = (n: number) => `另有 ${n} 个`;
const withMore = (items: readonly string[], more: number) =>
  more > 0 ? `${list(items)}，${andMore(more)}` : list(items);
const outline = (items: readonly string[], more: number) =>
  (more > 0 ? [...items, andMore(more)] : items).join(' · ');

function either(items: readonly string[], word: '和' | '或'): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  // Latin letters and digits are set off from Chinese ones: `short、medium 或 long`.
  const joint = /^[ -~]/.test(last) ? ` ${word} ` : word;
  return `${list(items.slice(0, -1))}${joint}${last}`;
}

const publication = ({ publisher, via, published, retrieved }: Publication) =>
  `${publisher}${via ? `（经由 ${via}）` : ''}${published ? `，${published}` : ''}${retrieved ? `，获取于 ${retrieved}` : ''}`;

const allOf = (sentences: number, articles: number) =>
  articles === 1 ? `文章的全部 ${sentences} 句` : `${articles} 篇文章的全部 ${sentences} 句`;

const lengths = { short: '短摘要', medium: '摘要', long: '长摘要' };

const unchanged = (shown: number, gaps: boolean) =>
  `一字未改${shown > 1 ? '，依原文顺序' : ''}${gaps ? '；[…] 表示中间有省略' : ''}`;

/** What can be asked for. */
const KINDS: Words['ask']['kinds'] = {
  age: '年龄',
  money: '金额',
  percentage: '百分比',
  duration: '时长',
  distance: '距离',
  size: '大小',
  count: '数量',
  number: '数字',
  date: '日期',
  time: '时刻',
  person: '人物',
  group: '团体',
  place: '地点',
  name: '名称',
  reason: '原因',
  manner: '方式',
  definition: '定义',
  'yes-no': '是或否',
  other: '答案',
};

/** The words of the interface in simplified Chinese. */
export const simplified: Words = {
  locale: 'zh-CN',
  buttons: {
    moreContext: '更多上下文',
    more: (n) => `更多段落（${n}）`,
    rest: (n) => `更多（${n}）`,
    open: '打开原文 ↗',
    openAtPublisher: '在发布者处打开 ↗',
    openAt: (letter) => `打开原文 ${letter} 处 ↗`,
    readInContext: (letter) => (letter ? `在上下文中阅读 ${letter} ↗` : '在上下文中阅读 ↗'),
    shorter: '短一些',
    longer: '长一些',
    details: '详情',
    previous: '返回',
    allArticles: '所有文章',
    previousPage: '上一页',
    nextPage: '下一页',
  },
  place: {
    here: '文章原文',
    options: (first, last, all) => `第 ${first}–${last} 项，共 ${all} 项……`,
    sentences: (first, last) => (first === last ? `第 ${first} 句` : `第 ${first}–${last} 句`),
    characters: (start, end) => `字符 ${start}–${end}`,
    publication,
    revision: (digits) => `版本 ${digits}`,
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    andMore,
    quotedEnough: (percent) => `出版者允许一条回复引用这篇文章的 ${percent}%；其余请看原文。`,
  },
  ask: {
    found: (n) => `文章里有：${n} 段`,
    chosen: (n) => `编辑选定的 ${n} 段`,
    unclear: () => '文章里最接近的',
    absent: () => '文章里没有',
    notAsked: '没有可查的内容',
    asked: (question) => `你问的是：${question}`,
    reason(reason) {
      switch (reason.kind) {
        case 'covered':
          return '第一段里有问题提到的每个名字和数字，或者它们被理解成的词。';
        case 'lacking':
          return `最接近的段落里没有${either(reason.words.map(quoted), '和')}。`;
        case 'lacking-kind':
          return reason.of === 'count' || reason.of === 'number'
            ? '最接近的段落里没有这个数量。'
            : `最接近的段落里没有别的${KINDS[reason.of]}。`;
        case 'of-another':
          return `最接近的段落里说的是别人的${quoted(reason.thing)}，不是${quoted(reason.owner)}的。`;
        case 'contrary':
          return `最接近的段落里没有${quoted(reason.word)}，有的是${quoted(reason.printed)}。`;
        case 'denied':
          return `最接近的段落里说的是${quoted(reason.printed)}。`;
        case 'other-way-round':
          return `最接近的段落里，${quoted(reason.object)}是${quoted(reason.verb)}的一方。`;
        case 'chosen':
          return '这些段落是编辑选定的回答。';
        case 'said-none':
          return '编辑说明：文章没有回答这个问题。';
        case 'meaning':
          return '这一段里没有问题中的关键词，只是意思最接近。';
        case 'thin':
          return '这些词在这里出现。是不是回答，请你自己判断。';
        case 'about':
          return isOfBot(reason.topic) ? '这个问题问的是这个机器人。' : '这个问题问的是文章本身。';
        case 'nothing-near':
          return '没有一句接近这个问题。';
        case 'blank':
          return '这里没有问题。请输入几个词，比如人名或数字。';
        case 'stop-words':
          return '这些词几乎每篇文章都有。请加一个有特点的词：人名、数字或事物。';
        case 'symbols':
          return '这里只有符号。请用文字或数字提问。';
        case 'too-long':
          return `问题有 ${reason.length} 个字符，最多只能查 ${reason.most} 个。请缩短，或分几次问。`;
      }
    },
    compared: (sentences, articles) =>
      `我把你的问题和${allOf(sentences, articles)}逐一比较过，没有一句接近到可以引用。`,
    kinds: KINDS,
    held: (word) => `${word} ✓`,
    read: (word, as) => `${word} ≈ ${list(as)}`,
    lacking: (word) => `${word} ✗`,
    near: (word, as) => `${word} ✗ → ${list(as)}`,
    saysNone: (words, n) =>
      `${n === 1 ? '这一段没有提到' : '这些段落都没有提到'}${either(words.map(quoted), '或')}。`,
    speakOf: (printed, asked, n) =>
      `${n === 1 ? '这一段说的是' : '这些段落说的是'} ${either(printed, '和')}，不是 ${either(asked, '或')}。`,
    givesNo: (kind, n) => `${n === 1 ? '这一段没有给出' : '这些段落都没有给出'}${KINDS[kind]}。`,
    legend: ({ lacking, read, near, bold, underlined }, n) =>
      [
        n === 1 ? '✓ 在这一段里' : '✓ 在这些段落里',
        ...(read ? ['≈ 以别的形式或词出现'] : []),
        ...(lacking ? ['✗ 没有出现'] : []),
        ...(near ? ['→ 这里意思相近的词'] : []),
        ...(bold ? ['粗体：问题里的词'] : []),
        ...(underlined ? [`下划线：${KINDS[underlined]}`] : []),
      ].join(' · '),
    articleIn: (language) => `这篇文章是${language}的。`,
    sections: (headings, more) => `各节：${outline(headings, more)}`,
    articles: (titles, more) => `文章：${outline(titles, more)}`,
    furtherHeading: '更多段落',
    range: (first, last, all) =>
      first === last ? `第 ${first} 段，共 ${all} 段` : `第 ${first}–${last} 段，共 ${all} 段`,
    sharedClosest: '下面是最接近的一段，但它不是答案。',
    further: '接下来的是这些。是否有用，请自行判断。',
    closestHeading: '最接近的段落',
    closest: '它和问题有相同的词，但还不足以算是答案。',
    sharedUnclear: (n) =>
      n === 1
        ? '这一段最接近问题。是不是回答，请你自己判断。'
        : '这些段落最接近问题。是不是回答，请你自己判断。',
    sharedAbsent: '没有一句接近这个问题到可以引用。',
  },
  about: {
    heading: (articles) => (articles === 1 ? '关于这篇文章' : '关于这些文章'),
    botHeading: '关于这个机器人',
    subject: '能代表它的几句，一字未改：',
    noDate: '文章没有写发表日期。',
    bot: '我只用这里的文章的原句回答，一字不改；没有就说没有。在 /ask 后输入问题；/summary 给出能代表文章的句子，/sources 列出有哪些文章。',
    greeting: '你好。请提问，我会给出文章里的原句。',
    thanks: '不客气。',
    chooseSection: '其中一节……',
    chooseArticle: '其中一篇……',
  },
  context: {
    heading: '上下文',
    whole: '这就是全文。',
    page: '长段落，分页显示',
  },
  verify: {
    heading: '原文字符',
    matches: () => '一致：这就是文章的原文，一字不差。',
    differs: '不一致：现在的文本和建索引时的不同。请告诉运行这个机器人的人。',
    passageHash: (label, hex) => `${label} 的 sha256：${hex}`,
    textHash: (title, hex) => `${quoted(title)}全文的 sha256：${hex}`,
  },
  summary: {
    heading: (length) => lengths[length],
    ofSection: (length, section) => `${quoted(section)}的${lengths[length]}`,
    coverage: (shown, all, percent, gaps) =>
      `全文 ${all} 句中的 ${shown} 句（占全文 ${percent}%），${unchanged(shown, gaps)}。`,
    sectionCoverage: (shown, all, percent, gaps) =>
      `本节 ${all} 句中的 ${shown} 句（占本节 ${percent}%），${unchanged(shown, gaps)}。`,
    places: (sentences, first, last) =>
      first === 1
        ? `共 ${last} 句，这里是第 ${sentences.join('、')} 句`
        : `第 ${first}–${last} 句中的第 ${sentences.join('、')} 句`,
    continued: (first, last, all) => `这里是第 ${first}–${last} 段引文，共 ${all} 段。`,
    empty: '这个标题下没有句子。',
    wholeArticle: '全文',
    chooseSection: '只看一节……',
    chooseSectionOf: (first, last, all) => `只看一节……（第 ${first}–${last} 节，共 ${all} 节）`,
  },
  sources: {
    readBy: (model) => `模型“${model}”协助选择哪些段落回答了问题。它不写任何内容：每段引文都是文章原文。`,
    heading: (articles) => `收录了 ${articles} 篇文章`,
    one: '一篇文章',
    publication: (source) => `发布者：${publication(source)}`,
    size: (language, sections, sentences) => `${language} · ${sections} 节 · ${sentences} 句`,
    identity: (id, revision) => `编号 ${id} · 版本 ${revision}`,
    noNotes: '文中没有印注释号。',
    notes: '文中印的注释号',
    noteLine: (mark, sentences, more) =>
      `${mark} 见第 ${list(sentences)} 句${more > 0 ? `，另有 ${more} 句` : ''}`,
    notOccurring: (marks) => `${either(marks, '和')} 没有出现。`,
    neverGuessed: '注释号指的是什么，这里从不猜测。',
    noteHeading: (mark, sentences) => `${sentences} 句印有 ${mark}`,
    chooseNote: '查看印有注释号的句子……',
    chooseNoteOf: (first, last, all) => `查看印有注释号的句子……（${first}–${last}，共 ${all} 个）`,
    printedBy: (sentences) => `${sentences} 句`,
    continued: (first, last, all) => `这里是 ${first}–${last}，共 ${all} 项。`,
    link: (url) => `链接：${url}`,
  },
  find: {
    heading: (n) => `文章里和这条消息有关的：${n} 段`,
    quotesHeading: () => '这条消息里的引文',
    unclearHeading: '没有和这条消息明确相关的内容',
    cannotTell: (n) =>
      n === 1
        ? '这一段和消息有相同的词。我无法断定它和消息有关。'
        : '这些段落和消息有相同的词。我无法断定它们和消息有关。',
    absentHeading: () => '文章里没有',
    compared: (sentences, articles) =>
      `我把这条消息和${allOf(sentences, articles)}逐一比较过，没有一句接近到可以引用。`,
    blank: '这条消息里没有可查的内容。请选一条有文字或数字的消息。',
    exact: (quote, { letters }) => `${quoted(quote)}：文章里有，一字不差${under(letters)}。`,
    exactName: (quote, kind) =>
      kind === 'heading'
        ? `${quoted(quote)}：文章里有，是一节的标题。`
        : `${quoted(quote)}：是一篇文章的标题。`,
    marksOnly: (quote, { letters }, marks, more) =>
      `${quoted(quote)}：文章里有${under(letters)}，只有标点等符号不同：${withMore(marks, more)}。`,
    different: (quote, { letters }) => `${quoted(quote)}：文章里有${under(letters)}，但有出入。`,
    notFound: (quote) => `${quoted(quote)}：文章里没有找到。`,
    mark({ kind, printed, quoted: own }) {
      const names = kind === 'double' || kind === 'single' ? '引号' : kind === 'note' ? '注释号' : '';
      const sign = (mark: string) => (mark === '-' ? '连字符' : '破折号');
      switch (kind) {
        case 'hyphen':
        case 'dash':
          if (own === '') return `少了${sign(printed)}`;
          return printed === '' ? `多了${sign(own)}` : `${sign(printed)}写成了${sign(own)}`;
        case 'double':
        case 'single':
          if (own === '') return `少了${names}`;
          if (printed === '') return `多了${names}`;
          return own === "'" ? '双引号写成了单引号' : '单引号写成了双引号';
        case 'note':
          if (own === '') return `少了${names} ${printed}`;
          return printed === '' ? `多了${names} ${own}` : `${names} ${printed} 写成了 ${own}`;
        case 'case':
          return printed === '' ? '字母大小写' : `${quoted(printed)}写成了${quoted(own)}`;
        case 'stop':
          if (own === '') return `句末少了${quoted(printed)}`;
          return printed === '' ? `句子未完就用了${quoted(own)}` : `${quoted(printed)}写成了${quoted(own)}`;
        case 'ellipsis':
          return own === '' ? '少了省略号' : '多了省略号';
        case 'other':
          if (own === '') return `少了${quoted(printed)}`;
          return printed === '' ? `多了${quoted(own)}` : `${quoted(printed)}写成了${quoted(own)}`;
      }
    },
    marksToo: (marks, more) => `此外，符号也有不同：${withMore(marks, more)}。`,
    differences: (edits, more) => (more > 0 ? [...edits, andMore(more)] : edits).join(' · '),
    brackets: ({ changed, added, leftOut }) =>
      [
        ...(changed ? ['[文章里的 → 消息里的]'] : []),
        ...(added ? ['[+ 只有消息里有]'] : []),
        ...(leftOut ? ['[− 只有文章里有]'] : []),
      ].join(' · '),
    name: (name, kind) => (kind === 'heading' ? `小标题：${name}` : `标题：${name}`),
    beside: (before, behind) =>
      `在文章的这一句里，${[
        ...(before ? [`前面还有${quoted(before)}`] : []),
        ...(behind ? [`后面还有${quoted(behind)}`] : []),
      ].join('，')}。`,
    onlyInArticle: '粗体：文章该处有、消息里没有的。',
    passages: (n) => `另外和消息有关的 ${n} 段：`,
    noVerdict: '这里只比较文字，不判断真假。',
    moreQuotes: (n) => `消息里还有 ${n} 处引文没有核对。`,
  },
  problems: {
    heading: '没能完成',
    unknownArticle: (typed, { names, more }) =>
      `没有叫${quoted(typed)}的文章。收录的有：${withMore(names, more)}。`,
    ambiguousArticle: (typed, { names, more }) =>
      `叫${quoted(typed)}的文章不止一篇。请用编号选择：${withMore(names, more)}。`,
    whichArticle: ({ names, more }) => `收录了多篇文章。请指明是哪一篇：${withMore(names, more)}。`,
    unknownSection: (typed, title, { names, more }) =>
      `${quoted(title)}没有${quoted(typed)}这一节。它有：${withMore(names.map(quoted), more)}。`,
    noSections: (title) => `${quoted(title)}没有标题，因此没有可选的节。`,
    unknownNote: (typed, title, { names, more }) =>
      `${quoted(title)}没有印注释号 ${typed}。它印有：${withMore(names, more)}。`,
    noNotes: (title) => `${quoted(title)}没有印注释号。`,
    goneArticle: (id) => `文章${quoted(id)}已不再收录。请重新提问，查找现有的文章。`,
    changedArticle: (title) => `${quoted(title)}在这条回复之后有改动，句子的位置可能变了。请重新提问。`,
    outOfRange: (title, sentences) => `${quoted(title)}共有 ${sentences} 句，这里要的不在其中。请重新提问。`,
    nothingFurther: '后面没有更多内容了。请重新提问，从头看起。',
    unknownAction: '这个按钮属于机器人的另一个版本。请重新提问，取得新的按钮。',
    cooldown: (until) => `一下子问得太多了。${until}可以继续。`,
    fault: (id) => `出了点问题，已记录为 ${id}。请再试一次。`,
  },
  options: {
    required: (option, usage) => `缺少${quoted(option)}。请这样写：${usage}`,
    unknown: (option, known) => `没有${quoted(option)}这个选项。可用的有：${list(known)}。`,
    none: (command) => `/${command} 没有选项。`,
    notText: (option) => `${quoted(option)}必须是文字。`,
    notBoolean: (option, typed) => `${quoted(option)}只能是“是”或“否”（yes 或 no），不能是${quoted(typed)}。`,
    tooLong: (option, length, most) => `${quoted(option)}有 ${length} 个字符，最多 ${most} 个。请缩短。`,
    notAChoice: (option, typed, choices) =>
      `${quoted(option)}只能是 ${either(choices, '或')}，不能是${quoted(typed)}。`,
  },
  console: {
    held: (articles, sentences) =>
      `${articles} 篇文章，${sentences} 句。每个回答都一字不差地引自原文；原文没有的，就如实说没有。`,
    intro: '直接输入问题，或输入 /help 查看所有命令。',
    tryIt: (example) => `例如：${example}`,
    keys: 'Tab 补全 · ↑ 上一条 · Ctrl-D 退出',
    connect: '想在 Discord 里回答，请设置 DISCORD_TOKEN（见 README.md）后重新启动。',
    press: '输入数字：',
    noSuchNumber: (typed, most) =>
      most === 1 ? `没有选项 ${typed}，请输入 1。` : `没有选项 ${typed}，请输入 1–${most}。`,
    nothingToPress: (typed) => `上一条回复没有可用数字选择的内容。想问 ${typed}，请输入：/ask ${typed}`,
    unknownCommand: (typed, known) =>
      `没有 /${typed} 这个命令。可用的有：${list(known.map((name) => `/${name}`))}。`,
    nearCommands: (typed, near) =>
      `没有 /${typed} 这个命令。想输入的是 ${either(
        near.map((name) => `/${name}`),
        '或',
      )} 吗？`,
    emptyOption: (option, values) =>
      `${quoted(option)}没有填。${values.length > 0 ? `可以填：${list(values.map(quoted))}。` : ''}`,
    helpHeading: '可以输入',
    helpQuestion: '用原文回答；没有就说没有',
    helpNumber: '执行上一条回复下面那个数字旁的操作',
    helpHelp: '这一页',
    helpQuit: '退出，和 Ctrl-D 一样',
    helpOptions: '选项写作 名称: 值，例如 /summary length: short；只写值也可以，例如 /sources 4',
    required: '必填',
    oneOf: (choices) => either(choices, '或'),
    helpMessage: '把一段文字贴在后面：查找文章里和它有关的内容，并核对其中的引文',
    question: '问题',
    number: '数字',
    remarked: (text, remark) => `${text}（${remark}）`,
    example: (name) => `关于 ${name}，说了什么？`,
    findNothing: '请把一段文字贴在 /find 后面，我来查找文章里和它有关的内容。',
    fault: (message) => `出了点问题：${message}。请再试一次。`,
  },
};
