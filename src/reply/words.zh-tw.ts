// The interface in traditional Chinese.
import { isOfBot } from '../search/search.ts';
import type { Publication, Words } from './words.ts';

const quoted = (text: string) => `「${text}」`;
const list = (items: readonly string[]) => items.join('、');
/** The letters of the passages meant. */
const under = (letters: readonly string[]) => (letters.length > 0 ? `（${list(letters)}）` : '');
const andMore = (n: number) => `另有 ${n} 個`;
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
  `${publisher}${via ? `（經由 ${via}）` : ''}${published ? `，${published}` : ''}${retrieved ? `，擷取於 ${retrieved}` : ''}`;

const allOf = (sentences: number, articles: number) =>
  articles === 1 ? `文章的全部 ${sentences} 句` : `${articles} 篇文章的全部 ${sentences} 句`;

const lengths = { short: '短摘要', medium: '摘要', long: '長摘要' };

const unchanged = (shown: number, gaps: boolean) =>
  `一字未改${shown > 1 ? '，依原文順序' : ''}${gaps ? '；[…] 表示中間有省略' : ''}`;

/** What can be asked for. */
const KINDS: Words['ask']['kinds'] = {
  age: '年齡',
  money: '金額',
  percentage: '百分比',
  duration: '時長',
  distance: '距離',
  size: '大小',
  count: '數量',
  number: '數字',
  date: '日期',
  time: '時刻',
  person: '人物',
  group: '團體',
  place: '地點',
  name: '名稱',
  reason: '原因',
  manner: '方式',
  definition: '定義',
  'yes-no': '是或否',
  other: '答案',
};

/** The words of the interface in traditional Chinese. */
export const traditional: Words = {
  locale: 'zh-TW',
  buttons: {
    moreContext: '更多上下文',
    more: (n) => `更多段落（${n}）`,
    rest: (n) => `更多（${n}）`,
    open: '開啟原文 ↗',
    openAtPublisher: '在發布者處開啟 ↗',
    openAt: (letter) => `開啟原文 ${letter} 處 ↗`,
    readInContext: (letter) => (letter ? `在上下文中閱讀 ${letter} ↗` : '在上下文中閱讀 ↗'),
    shorter: '短一點',
    longer: '長一點',
    details: '詳細資料',
    previous: '返回',
    allArticles: '所有文章',
    previousPage: '上一頁',
    nextPage: '下一頁',
  },
  place: {
    here: '文章原文',
    options: (first, last, all) => `第 ${first}–${last} 項，共 ${all} 項……`,
    sentences: (first, last) => (first === last ? `第 ${first} 句` : `第 ${first}–${last} 句`),
    characters: (start, end) => `字元 ${start}–${end}`,
    publication,
    revision: (digits) => `版本 ${digits}`,
    page: (page, pages) => `第 ${page} 頁，共 ${pages} 頁`,
    andMore,
    quotedEnough: (percent) => `出版者允許一則回覆引用這篇文章的 ${percent}%；其餘請看原文。`,
  },
  ask: {
    found: (n) => `文章裡有：${n} 段`,
    chosen: (n) => `編輯選定的 ${n} 段`,
    unclear: () => '文章裡最接近的',
    absent: () => '文章裡沒有',
    notAsked: '沒有可以查的內容',
    asked: (question) => `你問的是：${question}`,
    reason(reason) {
      switch (reason.kind) {
        case 'covered':
          return '第一段裡有問題提到的每個名字和數字，或者它們被理解成的詞。';
        case 'lacking':
          return `最接近的段落裡沒有${either(reason.words.map(quoted), '和')}。`;
        case 'lacking-kind':
          return reason.of === 'count' || reason.of === 'number'
            ? '最接近的段落裡沒有這個數量。'
            : `最接近的段落裡沒有別的${KINDS[reason.of]}。`;
        case 'of-another':
          return `最接近的段落裡說的是別人的${quoted(reason.thing)}，不是${quoted(reason.owner)}的。`;
        case 'contrary':
          return `最接近的段落裡沒有${quoted(reason.word)}，有的是${quoted(reason.printed)}。`;
        case 'denied':
          return `最接近的段落裡說的是${quoted(reason.printed)}。`;
        case 'other-way-round':
          return `最接近的段落裡，${quoted(reason.object)}是${quoted(reason.verb)}的一方。`;
        case 'chosen':
          return '這些段落是編輯選定的回答。';
        case 'said-none':
          return '編輯說明：文章沒有回答這個問題。';
        case 'meaning':
          return '這一段裡沒有問題中的關鍵詞，只是意思最接近。';
        case 'thin':
          return '這些詞在這裡出現。是不是回答，請你自己判斷。';
        case 'about':
          return isOfBot(reason.topic) ? '這個問題問的是這個機器人。' : '這個問題問的是文章本身。';
        case 'nothing-near':
          return '沒有一句接近這個問題。';
        case 'blank':
          return '這裡沒有問題。請輸入幾個詞，例如人名或數字。';
        case 'stop-words':
          return '這些詞幾乎每篇文章都有。請加一個有特色的詞：人名、數字或事物。';
        case 'symbols':
          return '這裡只有符號。請用文字或數字提問。';
        case 'too-long':
          return `問題有 ${reason.length} 個字元，最多只能查 ${reason.most} 個。請縮短，或分幾次問。`;
      }
    },
    compared: (sentences, articles) =>
      `我把你的問題和${allOf(sentences, articles)}逐一比對過，沒有一句接近到可以引用。`,
    kinds: KINDS,
    held: (word) => `${word} ✓`,
    read: (word, as) => `${word} ≈ ${list(as)}`,
    lacking: (word) => `${word} ✗`,
    near: (word, as) => `${word} ✗ → ${list(as)}`,
    saysNone: (words, n) =>
      `${n === 1 ? '這一段沒有提到' : '這些段落都沒有提到'}${either(words.map(quoted), '或')}。`,
    speakOf: (printed, asked, n) =>
      `${n === 1 ? '這一段說的是' : '這些段落說的是'} ${either(printed, '和')}，不是 ${either(asked, '或')}。`,
    givesNo: (kind, n) => `${n === 1 ? '這一段沒有給出' : '這些段落都沒有給出'}${KINDS[kind]}。`,
    legend: ({ lacking, read, near, bold, underlined }, n) =>
      [
        n === 1 ? '✓ 在這一段裡' : '✓ 在這些段落裡',
        ...(read ? ['≈ 以別的形式或詞出現'] : []),
        ...(lacking ? ['✗ 沒有出現'] : []),
        ...(near ? ['→ 這裡意思相近的詞'] : []),
        ...(bold ? ['粗體：問題裡的詞'] : []),
        ...(underlined ? [`底線：${KINDS[underlined]}`] : []),
      ].join(' · '),
    articleIn: (language) => `這篇文章是${language}的。`,
    sections: (headings, more) => `各節：${outline(headings, more)}`,
    articles: (titles, more) => `文章：${outline(titles, more)}`,
    furtherHeading: '更多段落',
    range: (first, last, all) =>
      first === last ? `第 ${first} 段，共 ${all} 段` : `第 ${first}–${last} 段，共 ${all} 段`,
    sharedClosest: '下面是最接近的一段，但它不是答案。',
    further: '接下來的是這些。是否有用，請自行判斷。',
    closestHeading: '最接近的段落',
    closest: '它和問題有相同的詞，但還不足以算是答案。',
    sharedUnclear: (n) =>
      n === 1
        ? '這一段最接近問題。是不是回答，請你自己判斷。'
        : '這些段落最接近問題。是不是回答，請你自己判斷。',
    sharedAbsent: '沒有一句接近這個問題到可以引用。',
  },
  about: {
    heading: (articles) => (articles === 1 ? '關於這篇文章' : '關於這些文章'),
    botHeading: '關於這個機器人',
    subject: '能代表它的幾句，一字未改：',
    noDate: '文章沒有寫發表日期。',
    bot: '我只用這裡的文章的原句回答，一字不改；沒有就說沒有。在 /ask 後輸入問題；/summary 給出能代表文章的句子，/sources 列出有哪些文章。',
    greeting: '你好。請提問，我會給出文章裡的原句。',
    thanks: '不客氣。',
    chooseSection: '其中一節……',
    chooseArticle: '其中一篇……',
  },
  context: {
    heading: '上下文',
    whole: '這就是全文。',
    page: '長段落，分頁顯示',
  },
  verify: {
    heading: '原文字元',
    matches: () => '相符：這就是文章的原文，一字不差。',
    differs: '不相符：現在的文字和建立索引時的不同。請告訴執行這個機器人的人。',
    passageHash: (label, hex) => `${label} 的 sha256：${hex}`,
    textHash: (title, hex) => `${quoted(title)}全文的 sha256：${hex}`,
  },
  summary: {
    heading: (length) => lengths[length],
    ofSection: (length, section) => `${quoted(section)}的${lengths[length]}`,
    coverage: (shown, all, percent, gaps) =>
      `全文 ${all} 句中的 ${shown} 句（占全文 ${percent}%），${unchanged(shown, gaps)}。`,
    sectionCoverage: (shown, all, percent, gaps) =>
      `本節 ${all} 句中的 ${shown} 句（占本節 ${percent}%），${unchanged(shown, gaps)}。`,
    places: (sentences, first, last) =>
      first === 1
        ? `共 ${last} 句，這裡是第 ${sentences.join('、')} 句`
        : `第 ${first}–${last} 句中的第 ${sentences.join('、')} 句`,
    continued: (first, last, all) => `這裡是第 ${first}–${last} 段引文，共 ${all} 段。`,
    empty: '這個標題下沒有句子。',
    wholeArticle: '全文',
    chooseSection: '只看一節……',
    chooseSectionOf: (first, last, all) => `只看一節……（第 ${first}–${last} 節，共 ${all} 節）`,
  },
  sources: {
    readBy: (model) => `模型「${model}」協助選擇哪些段落回答了問題。它不寫任何內容：每段引文都是文章原文。`,
    heading: (articles) => `收錄了 ${articles} 篇文章`,
    one: '一篇文章',
    publication: (source) => `發布者：${publication(source)}`,
    size: (language, sections, sentences) => `${language} · ${sections} 節 · ${sentences} 句`,
    identity: (id, revision) => `編號 ${id} · 版本 ${revision}`,
    noNotes: '文中沒有印註釋號。',
    notes: '文中印的註釋號',
    noteLine: (mark, sentences, more) =>
      `${mark} 見第 ${list(sentences)} 句${more > 0 ? `，另有 ${more} 句` : ''}`,
    notOccurring: (marks) => `${either(marks, '和')} 沒有出現。`,
    neverGuessed: '註釋號指的是什麼，這裡從不猜測。',
    noteHeading: (mark, sentences) => `${sentences} 句印有 ${mark}`,
    chooseNote: '查看印有註釋號的句子……',
    chooseNoteOf: (first, last, all) => `查看印有註釋號的句子……（${first}–${last}，共 ${all} 個）`,
    printedBy: (sentences) => `${sentences} 句`,
    continued: (first, last, all) => `這裡是 ${first}–${last}，共 ${all} 項。`,
    link: (url) => `連結：${url}`,
  },
  find: {
    heading: (n) => `文章裡和這則訊息有關的：${n} 段`,
    quotesHeading: () => '這則訊息裡的引文',
    unclearHeading: '沒有和這則訊息明確相關的內容',
    cannotTell: (n) =>
      n === 1
        ? '這一段和訊息有相同的詞。我無法斷定它和訊息有關。'
        : '這些段落和訊息有相同的詞。我無法斷定它們和訊息有關。',
    absentHeading: () => '文章裡沒有',
    compared: (sentences, articles) =>
      `我把這則訊息和${allOf(sentences, articles)}逐一比對過，沒有一句接近到可以引用。`,
    blank: '這則訊息裡沒有可以查的內容。請選一則有文字或數字的訊息。',
    exact: (quote, { letters }) => `${quoted(quote)}：文章裡有，一字不差${under(letters)}。`,
    exactName: (quote, kind) =>
      kind === 'heading'
        ? `${quoted(quote)}：文章裡有，是一節的標題。`
        : `${quoted(quote)}：是一篇文章的標題。`,
    marksOnly: (quote, { letters }, marks, more) =>
      `${quoted(quote)}：文章裡有${under(letters)}，只有標點等符號不同：${withMore(marks, more)}。`,
    different: (quote, { letters }) => `${quoted(quote)}：文章裡有${under(letters)}，但有出入。`,
    notFound: (quote) => `${quoted(quote)}：文章裡沒有找到。`,
    mark({ kind, printed, quoted: own }) {
      const names = kind === 'double' || kind === 'single' ? '引號' : kind === 'note' ? '註釋號' : '';
      const sign = (mark: string) => (mark === '-' ? '連字號' : '破折號');
      switch (kind) {
        case 'hyphen':
        case 'dash':
          if (own === '') return `少了${sign(printed)}`;
          return printed === '' ? `多了${sign(own)}` : `${sign(printed)}寫成了${sign(own)}`;
        case 'double':
        case 'single':
          if (own === '') return `少了${names}`;
          if (printed === '') return `多了${names}`;
          return own === "'" ? '雙引號寫成了單引號' : '單引號寫成了雙引號';
        case 'note':
          if (own === '') return `少了${names} ${printed}`;
          return printed === '' ? `多了${names} ${own}` : `${names} ${printed} 寫成了 ${own}`;
        case 'case':
          return printed === '' ? '字母大小寫' : `${quoted(printed)}寫成了${quoted(own)}`;
        case 'stop':
          if (own === '') return `句末少了${quoted(printed)}`;
          return printed === '' ? `句子未完就用了${quoted(own)}` : `${quoted(printed)}寫成了${quoted(own)}`;
        case 'ellipsis':
          return own === '' ? '少了省略號' : '多了省略號';
        case 'other':
          if (own === '') return `少了${quoted(printed)}`;
          return printed === '' ? `多了${quoted(own)}` : `${quoted(printed)}寫成了${quoted(own)}`;
      }
    },
    marksToo: (marks, more) => `此外，符號也有不同：${withMore(marks, more)}。`,
    differences: (edits, more) => (more > 0 ? [...edits, andMore(more)] : edits).join(' · '),
    brackets: ({ changed, added, leftOut }) =>
      [
        ...(changed ? ['[文章裡的 → 訊息裡的]'] : []),
        ...(added ? ['[+ 只有訊息裡有]'] : []),
        ...(leftOut ? ['[− 只有文章裡有]'] : []),
      ].join(' · '),
    name: (name, kind) => (kind === 'heading' ? `小標題：${name}` : `標題：${name}`),
    beside: (before, behind) =>
      `在文章的這一句裡，${[
        ...(before ? [`前面還有${quoted(before)}`] : []),
        ...(behind ? [`後面還有${quoted(behind)}`] : []),
      ].join('，')}。`,
    onlyInArticle: '粗體：文章該處有、訊息裡沒有的。',
    passages: (n) => `另外和訊息有關的 ${n} 段：`,
    noVerdict: '這裡只比對文字，不判斷真假。',
    moreQuotes: (n) => `訊息裡還有 ${n} 處引文沒有核對。`,
  },
  problems: {
    heading: '沒能完成',
    unknownArticle: (typed, { names, more }) =>
      `沒有叫${quoted(typed)}的文章。收錄的有：${withMore(names, more)}。`,
    ambiguousArticle: (typed, { names, more }) =>
      `叫${quoted(typed)}的文章不只一篇。請用編號選擇：${withMore(names, more)}。`,
    whichArticle: ({ names, more }) => `收錄了多篇文章。請指明是哪一篇：${withMore(names, more)}。`,
    unknownSection: (typed, title, { names, more }) =>
      `${quoted(title)}沒有${quoted(typed)}這一節。它有：${withMore(names.map(quoted), more)}。`,
    noSections: (title) => `${quoted(title)}沒有標題，因此沒有可選的節。`,
    unknownNote: (typed, title, { names, more }) =>
      `${quoted(title)}沒有印註釋號 ${typed}。它印有：${withMore(names, more)}。`,
    noNotes: (title) => `${quoted(title)}沒有印註釋號。`,
    goneArticle: (id) => `文章${quoted(id)}已不再收錄。請重新提問，查找現有的文章。`,
    changedArticle: (title) => `${quoted(title)}在這則回覆之後有更動，句子的位置可能變了。請重新提問。`,
    outOfRange: (title, sentences) => `${quoted(title)}共有 ${sentences} 句，這裡要的不在其中。請重新提問。`,
    nothingFurther: '後面沒有更多內容了。請重新提問，從頭看起。',
    unknownAction: '這個按鈕屬於機器人的另一個版本。請重新提問，取得新的按鈕。',
    cooldown: (until) => `一下子問得太多了。${until}可以繼續。`,
    fault: (id) => `出了點問題，已記錄為 ${id}。請再試一次。`,
  },
  options: {
    required: (option, usage) => `缺少${quoted(option)}。請這樣寫：${usage}`,
    unknown: (option, known) => `沒有${quoted(option)}這個選項。可用的有：${list(known)}。`,
    none: (command) => `/${command} 沒有選項。`,
    notText: (option) => `${quoted(option)}必須是文字。`,
    notBoolean: (option, typed) =>
      `${quoted(option)}只能是「是」或「否」（yes 或 no），不能是${quoted(typed)}。`,
    tooLong: (option, length, most) => `${quoted(option)}有 ${length} 個字元，最多 ${most} 個。請縮短。`,
    notAChoice: (option, typed, choices) =>
      `${quoted(option)}只能是 ${either(choices, '或')}，不能是${quoted(typed)}。`,
  },
  console: {
    held: (articles, sentences) =>
      `${articles} 篇文章，${sentences} 句。每個回答都一字不差地引自原文；原文沒有的，就如實說沒有。`,
    intro: '直接輸入問題，或輸入 /help 查看所有指令。',
    tryIt: (example) => `例如：${example}`,
    keys: 'Tab 補全 · ↑ 上一則 · Ctrl-D 離開',
    connect: '想在 Discord 裡回答，請設定 DISCORD_TOKEN（見 README.md）後重新啟動。',
    press: '輸入數字：',
    noSuchNumber: (typed, most) =>
      most === 1 ? `沒有選項 ${typed}，請輸入 1。` : `沒有選項 ${typed}，請輸入 1–${most}。`,
    nothingToPress: (typed) => `上一則回覆沒有可以用數字選擇的內容。想問 ${typed}，請輸入：/ask ${typed}`,
    unknownCommand: (typed, known) =>
      `沒有 /${typed} 這個指令。可用的有：${list(known.map((name) => `/${name}`))}。`,
    nearCommands: (typed, near) =>
      `沒有 /${typed} 這個指令。想輸入的是 ${either(
        near.map((name) => `/${name}`),
        '或',
      )} 嗎？`,
    emptyOption: (option, values) =>
      `${quoted(option)}沒有填。${values.length > 0 ? `可以填：${list(values.map(quoted))}。` : ''}`,
    helpHeading: '可以輸入',
    helpQuestion: '用原文回答；沒有就說沒有',
    helpNumber: '執行上一則回覆下面那個數字旁的操作',
    helpHelp: '這一頁',
    helpQuit: '離開，和 Ctrl-D 一樣',
    helpOptions: '選項寫作 名稱: 值，例如 /summary length: short；只寫值也可以，例如 /sources 4',
    required: '必填',
    oneOf: (choices) => either(choices, '或'),
    helpMessage: '把一段文字貼在後面：尋找文章裡和它有關的內容，並核對其中的引文',
    question: '問題',
    number: '數字',
    remarked: (text, remark) => `${text}（${remark}）`,
    example: (name) => `關於 ${name}，說了什麼？`,
    findNothing: '請把一段文字貼在 /find 後面，我來尋找文章裡和它有關的內容。',
    fault: (message) => `出了點問題：${message}。請再試一次。`,
  },
};
