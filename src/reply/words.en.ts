// The interface in English.
import { isOfBot } from '../search/search.ts';
import type { Publication, Words } from './words.ts';

const format = new Intl.NumberFormat('en-US');
const count = (n: number, one: string, many = `${one}s`) => `${format.format(n)} ${n === 1 ? one : many}`;
const passages = (n: number) => count(n, 'passage');
const theArticle = (articles: number) => (articles === 1 ? 'the article' : 'the articles');
const quoted = (text: string) => `“${text}”`;
/** The letters of the passages meant. */
const under = (letters: readonly string[]) => (letters.length > 0 ? ` (${letters.join(', ')})` : '');
const list = (items: readonly string[]) => items.join(', ');
const andMore = (n: number) => `and ${format.format(n)} more`;

function either(items: readonly string[], word: 'and' | 'or'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

const withMore = (items: readonly string[], more: number) =>
  list(more > 0 ? [...items, andMore(more)] : items);

const publication = ({ publisher, via, published, retrieved }: Publication) =>
  `${publisher}${via ? ` via ${via}` : ''}${published ? `, ${published}` : ''}${retrieved ? `, as retrieved on ${retrieved}` : ''}`;

const sentencesOf = (sentences: number, articles: number) =>
  articles === 1
    ? `${sentences === 1 ? 'the only sentence' : `all ${count(sentences, 'sentence')}`} of the article`
    : `all ${count(sentences, 'sentence')} of ${format.format(articles)} articles`;

const unchanged = (shown: number, gaps: boolean) =>
  `unchanged${shown > 1 ? ', in the article’s order' : ''}${gaps ? '; […] marks each gap' : ''}`;

/** What can be asked for, with its article. */
const KINDS: Words['ask']['kinds'] = {
  age: 'an age',
  money: 'a sum of money',
  percentage: 'a percentage',
  duration: 'a duration',
  distance: 'a distance',
  size: 'a size',
  count: 'a number',
  number: 'a number',
  date: 'a date',
  time: 'a time of day',
  person: 'a person',
  group: 'a group',
  place: 'a place',
  name: 'a name',
  reason: 'a reason',
  manner: 'a way',
  definition: 'a definition',
  'yes-no': 'a yes or no',
  other: 'an answer',
};

/** What is named rather than given. */
const NAMED = new Set(['person', 'group', 'place']);

/** The words of the interface in English, for every locale without words of its own. */
export const english: Words = {
  locale: 'en-US',
  buttons: {
    moreContext: 'More context',
    more: (n) => `More passages (${format.format(n)})`,
    rest: (n) => `More (${format.format(n)})`,
    open: 'Open article ↗',
    openAtPublisher: 'Open at the publisher ↗',
    openAt: (letter) => `Open at ${letter} ↗`,
    readInContext: (letter) => (letter ? `Read ${letter} in context ↗` : 'Read in context ↗'),
    shorter: 'Shorter',
    longer: 'Longer',
    details: 'Details',
    previous: 'Back',
    allArticles: 'All articles',
    previousPage: 'Previous page',
    nextPage: 'Next page',
  },
  place: {
    here: 'From the articles',
    options: (first, last, all) => `${first}–${last} of ${format.format(all)} …`,
    sentences: (first, last) => (first === last ? `sentence ${first}` : `sentences ${first}–${last}`),
    characters: (start, end) => `characters ${start}–${end}`,
    publication,
    revision: (digits) => `rev ${digits}`,
    page: (page, pages) => `page ${page} of ${pages}`,
    andMore,
    quotedEnough: (percent) =>
      `The publisher allows ${percent}% of this article to be quoted in one reply. For the rest, see the publisher.`,
  },
  ask: {
    found: (n, articles) => `In ${theArticle(articles)}: ${passages(n)}`,
    chosen: (n) => `Chosen by the editors: ${passages(n)}`,
    unclear: (articles) => `Nearest in ${theArticle(articles)}`,
    absent: (articles) => `Not in ${theArticle(articles)}`,
    notAsked: 'Nothing to look up',
    asked: (question) => `You asked: ${question}`,
    reason(reason) {
      switch (reason.kind) {
        case 'covered':
          return 'The first passage has every name and number in the question, or what it was read as.';
        case 'lacking':
          return `${either(reason.words.map(quoted), 'and')} ${reason.words.length === 1 ? 'is' : 'are'} not in the closest passage.`;
        case 'lacking-kind':
          return reason.of === 'count' || reason.of === 'number'
            ? 'The closest passage gives no count of that.'
            : `The closest passage ${NAMED.has(reason.of) ? 'names' : 'gives'} no other ${KINDS[reason.of].replace(/^an? /, '')}.`;
        case 'of-another':
          return `The closest passage mentions ${quoted(reason.thing)}, but not ${quoted(reason.owner)}’s.`;
        case 'contrary':
          return `The closest passage does not have ${quoted(reason.word)}; it has ${quoted(reason.printed)}.`;
        case 'denied':
          return `The closest passage says ${quoted(reason.printed)}.`;
        case 'other-way-round':
          return `In the closest passage, ${quoted(reason.object)} is the one that ${quoted(reason.verb)}.`;
        case 'chosen':
          return 'The editors chose these passages as the answer.';
        case 'said-none':
          return 'The editors say that the article does not answer this.';
        case 'meaning':
          return 'This passage has none of your keywords. It is the closest in meaning.';
        case 'thin':
          return 'These words appear here. Whether they answer your question is for you to judge.';
        case 'about':
          return isOfBot(reason.topic)
            ? 'The question is about this bot.'
            : 'The question is about the article itself.';
        case 'nothing-near':
          return 'No sentence comes close to the question.';
        case 'blank':
          return 'There is no question here. Type a few words, such as a name or a number.';
        case 'stop-words':
          return 'These words appear in nearly every text. Add one that stands out: a name, a number, a thing.';
        case 'symbols':
          return 'There are only symbols here. Ask in words or numbers.';
        case 'too-long':
          return `The question is ${format.format(reason.length)} characters long; the limit is ${format.format(reason.most)}. Shorten it, or ask in parts.`;
      }
    },
    compared: (sentences, articles) =>
      `I compared your question with ${sentencesOf(sentences, articles)}. None came close enough to quote.`,
    kinds: KINDS,
    held: (word) => `${word} ✓`,
    read: (word, as) => `${word} ≈ ${list(as)}`,
    lacking: (word) => `${word} ✗`,
    near: (word, as) => `${word} ✗ → ${list(as)}`,
    saysNone: (words, n) =>
      n === 1
        ? `It does not say ${either(words.map(quoted), 'or')}.`
        : `None of them says ${either(words.map(quoted), 'or')}.`,
    speakOf: (printed, asked, n) =>
      `${n === 1 ? 'It mentions' : 'They mention'} ${either(printed, 'and')}, not ${either(asked, 'or')}.`,
    givesNo: (kind, n) =>
      n === 1
        ? `This passage ${NAMED.has(kind) ? 'names' : 'gives'} no ${KINDS[kind].replace(/^an? /, '')}.`
        : `No passage here ${NAMED.has(kind) ? 'names' : 'gives'} ${KINDS[kind]}.`,
    legend: ({ lacking, read, near, bold, underlined }, n) => {
      const here = n === 1 ? 'in this passage' : 'in these passages';
      const marks = [
        `✓ ${here}`,
        ...(read ? ['≈ in another form or word'] : []),
        ...(lacking ? ['✗ not there'] : []),
        ...(near ? ['→ a similar word here'] : []),
        ...(bold ? ['bold: words of the question'] : []),
        ...(underlined ? [`underlined: ${KINDS[underlined]}`] : []),
      ];
      return marks.join(' · ');
    },
    articleIn: (language) => `This article is in ${language}.`,
    sections: (headings, more) =>
      `Sections: ${(more > 0 ? [...headings, andMore(more)] : headings).join(' · ')}`,
    articles: (titles, more) => `Articles: ${(more > 0 ? [...titles, andMore(more)] : titles).join(' · ')}`,
    furtherHeading: 'More passages',
    range: (first, last, all) =>
      first === last
        ? `Passage ${first} of ${format.format(all)}`
        : `Passages ${first} to ${last} of ${format.format(all)}`,
    sharedClosest: 'The closest passage is below. It is not an answer.',
    further: 'These come next. Whether they help is for you to judge.',
    closestHeading: 'The closest passage',
    closest: 'It shares words with the question, but not enough to call it an answer.',
    sharedUnclear: (n) =>
      n === 1
        ? 'This passage came closest to the question. Whether it answers it is for you to judge.'
        : 'These passages came closest to the question. Whether they answer it is for you to judge.',
    sharedAbsent: 'No sentence came close enough to the question to be quoted.',
  },
  about: {
    heading: (articles) => (articles === 1 ? 'About the article' : 'About the articles'),
    botHeading: 'About this bot',
    subject: 'Sentences chosen to represent it, unchanged:',
    noDate: 'It gives no date of publication.',
    bot: 'I answer only with sentences from the articles here, word for word, and I say so when none answers. Type a question after /ask. /summary quotes sentences that represent an article, and /sources lists the articles.',
    greeting: 'Hello. Ask a question, and I’ll show what the articles print about it.',
    thanks: 'You’re welcome.',
    chooseSection: 'A section …',
    chooseArticle: 'One of the articles …',
  },
  context: {
    heading: 'In context',
    whole: 'This is the whole article.',
    page: 'A long passage, page by page',
  },
  verify: {
    heading: 'The exact characters',
    matches: (n) =>
      n === 1
        ? 'It matches: this is the article’s text, character for character.'
        : 'They match: this is the article’s text, character for character.',
    differs:
      'It does not match: the stored text is not the one that was indexed. Please tell whoever runs this bot.',
    passageHash: (label, hex) => `sha256 of ${label}: ${hex}`,
    textHash: (title, hex) => `sha256 of the whole text of ${quoted(title)}: ${hex}`,
  },
  summary: {
    heading: (length) => ({ short: 'Short summary', medium: 'Summary', long: 'Long summary' })[length],
    ofSection: (length, section) =>
      `${{ short: 'Short summary', medium: 'Summary', long: 'Long summary' }[length]} of ${quoted(section)}`,
    coverage: (shown, all, percent, gaps) =>
      `${format.format(shown)} of ${count(all, 'sentence')} (${percent}% of the text), ${unchanged(shown, gaps)}.`,
    sectionCoverage: (shown, all, percent, gaps) =>
      `${format.format(shown)} of ${count(all, 'sentence')} of this section (${percent}% of its text), ${unchanged(shown, gaps)}.`,
    places: (sentences, first, last) =>
      `${sentences.length === 1 && !sentences[0]?.includes('–') ? 'sentence' : 'sentences'} ${either(sentences, 'and')} of ${first === 1 ? last : `${first}–${last}`}`,
    continued: (first, last, all) => `Here: quotations ${first} to ${last} of ${format.format(all)}.`,
    empty: 'There is no sentence under this heading.',
    wholeArticle: 'The whole article',
    chooseSection: 'One section only …',
    chooseSectionOf: (first, last, all) => `One section only … (${first}–${last} of ${format.format(all)})`,
  },
  sources: {
    heading: (articles) => count(articles, 'article'),
    one: 'One article',
    readBy: (model) =>
      `The model “${model}” helps choose which passages answer. It writes nothing: every quotation is the article’s own.`,
    publication: (source) => `Published by ${publication(source)}`,
    size: (language, sections, sentences) =>
      `${language} · ${count(sections, 'section')} · ${count(sentences, 'sentence')}`,
    identity: (id, revision) => `id ${id} · rev ${revision}`,
    noNotes: 'It prints no note marks.',
    notes: 'Note marks printed',
    noteLine: (mark, sentences, more) =>
      `${mark} in ${sentences.length === 1 ? 'sentence' : 'sentences'} ${withMore(sentences, more)}`,
    notOccurring: (marks) =>
      `${either(marks, 'and')} ${marks.length === 1 && !marks[0]?.includes('–') ? 'does' : 'do'} not occur.`,
    neverGuessed: 'What a mark refers to is never guessed here.',
    noteHeading: (mark, sentences) => `${mark} is printed in ${count(sentences, 'sentence')}`,
    chooseNote: 'The sentences that print …',
    chooseNoteOf: (first, last, all) =>
      `The sentences that print … (${first}–${last} of ${format.format(all)})`,
    printedBy: (sentences) => `in ${count(sentences, 'sentence')}`,
    continued: (first, last, all) => `Here: ${first} to ${last} of ${format.format(all)}.`,
    link: (url) => `Link: ${url}`,
  },
  find: {
    heading: (n, articles) => `In ${theArticle(articles)}: ${passages(n)} related to this message`,
    quotesHeading: (n) => (n === 1 ? 'The quotation in this message' : 'The quotations in this message'),
    unclearHeading: 'Nothing clear about this message',
    cannotTell: (n) =>
      n === 1
        ? 'This passage shares words with the message. I cannot tell whether it is about the same thing.'
        : 'These passages share words with the message. I cannot tell whether they are about the same thing.',
    absentHeading: (articles) => `Not in ${theArticle(articles)}`,
    compared: (sentences, articles) =>
      `I compared the message with ${sentencesOf(sentences, articles)}. None came close enough to quote.`,
    blank: 'There is nothing to look up in this message. Choose one with words or numbers.',
    exact: (quote, { articles, letters }) =>
      `${quoted(quote)}: printed in ${theArticle(articles)}, word for word${under(letters)}.`,
    exactName: (quote, kind, articles) =>
      kind === 'heading'
        ? `${quoted(quote)}: printed in ${theArticle(articles)}, as a heading.`
        : `${quoted(quote)}: printed as the title of an article.`,
    marksOnly: (quote, { articles, letters }, marks, more) =>
      `${quoted(quote)}: printed in ${theArticle(articles)}${under(letters)}, except for its marks: ${withMore(marks, more)}.`,
    different: (quote, { letters }) => `${quoted(quote)}: printed with differences${under(letters)}.`,
    notFound: (quote, articles) => `${quoted(quote)}: not found in ${theArticle(articles)}.`,
    mark({ kind, printed, quoted: own }) {
      switch (kind) {
        case 'hyphen':
        case 'dash':
          if (own === '') return printed === '-' ? 'no hyphen' : 'no dash';
          if (printed === '') return own === '-' ? 'a hyphen added' : 'a dash added';
          return own === '-' ? 'a hyphen for a dash' : 'a dash for a hyphen';
        case 'double':
        case 'single':
          if (own === '') return 'a quotation mark left out';
          if (printed === '') return 'a quotation mark added';
          return own === "'" ? 'single quotation marks for double' : 'double quotation marks for single';
        case 'note':
          if (own === '') return `the note mark ${printed} left out`;
          return printed === '' ? `a note mark ${own} added` : `the note mark ${own} for ${printed}`;
        case 'case':
          return printed === '' ? 'capital and small letters' : `${quoted(own)} for ${quoted(printed)}`;
        case 'stop':
          if (own === '') return `the ${quoted(printed)} at the end left out`;
          return printed === ''
            ? `${quoted(own)} where the sentence goes on`
            : `${quoted(own)} for ${quoted(printed)}`;
        case 'ellipsis':
          return own === '' ? 'no “…”' : '“…” added';
        case 'other':
          if (own === '') return `${quoted(printed)} left out`;
          return printed === '' ? `${quoted(own)} added` : `${quoted(own)} for ${quoted(printed)}`;
      }
    },
    marksToo: (marks, more) => `Marks that differ as well: ${withMore(marks, more)}.`,
    differences: (edits, more) => (more > 0 ? [...edits, andMore(more)] : edits).join(' · '),
    brackets: ({ changed, added, leftOut }, articles) =>
      [
        ...(changed ? [`[in ${theArticle(articles)} → in the message]`] : []),
        ...(added ? ['[+ only in the message]'] : []),
        ...(leftOut ? [`[− only in ${theArticle(articles)}]`] : []),
      ].join(' · '),
    name: (name, kind) => (kind === 'heading' ? `The heading: ${name}` : `The title: ${name}`),
    beside: (before, behind) =>
      `In the article, ${either(
        [
          ...(before ? [`${quoted(before)} comes before it`] : []),
          ...(behind ? [`${quoted(behind)} comes after it`] : []),
        ],
        'and',
      )}, in the same sentence.`,
    onlyInArticle: 'Bold: what the article prints there, but not the message.',
    passages: (n) => `${count(n, 'other passage')} related to the message:`,
    noVerdict: 'Only words were compared. This says nothing about what is true.',
    moreQuotes: (n) =>
      `${count(n, 'more quotation')} in the message ${n === 1 ? 'was' : 'were'} not checked.`,
  },
  problems: {
    heading: 'That did not work',
    unknownArticle: (typed, { names, more }) =>
      `No article is called ${quoted(typed)}. Choose from: ${withMore(names, more)}.`,
    ambiguousArticle: (typed, { names, more }) =>
      `More than one article is called ${quoted(typed)}. Choose by id: ${withMore(names, more)}.`,
    whichArticle: ({ names, more }) => `There are several articles. Say which one: ${withMore(names, more)}.`,
    unknownSection: (typed, title, { names, more }) =>
      `${quoted(title)} has no section ${quoted(typed)}. It has: ${withMore(names.map(quoted), more)}.`,
    noSections: (title) => `${quoted(title)} has no headings, so there is no section to choose.`,
    unknownNote: (typed, title, { names, more }) =>
      `${quoted(title)} prints no note mark ${typed}. It prints: ${withMore(names, more)}.`,
    noNotes: (title) => `${quoted(title)} prints no note marks.`,
    goneArticle: (id) => `The article ${quoted(id)} is no longer here. Ask again to search the others.`,
    changedArticle: (title) =>
      `${quoted(title)} was changed after this reply was made, so its sentences may have moved. Ask again.`,
    outOfRange: (title, sentences) =>
      `${quoted(title)} has ${count(sentences, 'sentence')}; this asks for others. Ask again.`,
    nothingFurther: 'There is nothing further. Ask again to start from the beginning.',
    unknownAction: 'This button is from another version of the bot. Ask again to get a new one.',
    cooldown: (until) => `That was a lot at once. You can go on ${until}.`,
    fault: (id) => `Something went wrong here, and it was noted under ${id}. Please try again.`,
  },
  options: {
    required: (option, usage) => `${quoted(option)} is missing. Like this: ${usage}`,
    unknown: (option, known) => `There is no option ${quoted(option)}. The options are: ${list(known)}.`,
    none: (command) => `/${command} takes no options.`,
    notText: (option) => `${quoted(option)} must be text.`,
    notBoolean: (option, typed) => `${quoted(option)} must be yes or no, not ${quoted(typed)}.`,
    tooLong: (option, length, most) =>
      `${quoted(option)} is ${format.format(length)} characters long; the limit is ${format.format(most)}. Shorten it.`,
    notAChoice: (option, typed, choices) =>
      `${quoted(option)} must be ${either(choices, 'or')}, not ${quoted(typed)}.`,
  },
  console: {
    held: (articles, sentences) =>
      `${count(articles, 'article')}, ${count(sentences, 'sentence')}. Every answer is quoted from them word for word, or is an honest no.`,
    intro: 'Type a question, or /help for all commands.',
    tryIt: (example) => `For example: ${example}`,
    keys: 'Tab completes · ↑ repeats · Ctrl-D quits',
    connect: 'To answer in Discord instead, set DISCORD_TOKEN (see README.md) and start again.',
    press: 'Type a number:',
    noSuchNumber: (typed, most) =>
      most === 1 ? `There is no ${typed}. Type 1.` : `There is no ${typed}. Type a number from 1 to ${most}.`,
    nothingToPress: (typed) =>
      `The last reply has nothing to choose by number. To ask about ${typed}, type: /ask ${typed}`,
    unknownCommand: (typed, known) =>
      `There is no command /${typed}. The commands are: ${list(known.map((name) => `/${name}`))}.`,
    nearCommands: (typed, near) =>
      `There is no command /${typed}. Did you mean ${either(
        near.map((name) => `/${name}`),
        'or',
      )}?`,
    emptyOption: (option, values) =>
      `${quoted(option)} is empty.${values.length > 0 ? ` It can be: ${list(values.map(quoted))}.` : ''}`,
    helpHeading: 'What you can type',
    helpQuestion: 'Answered in the article’s own words, or not at all',
    helpNumber: 'Does what is listed beside that number under the last reply',
    helpHelp: 'This page',
    helpQuit: 'Quits, like Ctrl-D',
    helpOptions:
      'Options are written as name: value, like /summary length: short. A value on its own goes where it fits, like /sources 4',
    required: 'required',
    oneOf: (choices) => either(choices, 'or'),
    helpMessage:
      'Paste a text after it to see what the articles print about it, and to have its quotations checked',
    question: 'a question',
    number: 'a number',
    remarked: (text, remark) => `${text} (${remark})`,
    example: (name) => `What does it say about ${name}?`,
    findNothing: 'Paste a text after /find, and I’ll look for what the articles print about it.',
    fault: (message) => `Something went wrong: ${message}. Please try again.`,
  },
};
