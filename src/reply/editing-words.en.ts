// What moderators read, in English.
import type { Amount, EditingWords } from './editing-words.ts';

const counted = (one: string, several: string) => (count: number) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : several}`;
const articles = counted('article', 'articles');
const answers = counted('taught answer', 'taught answers');
const drafts = counted('draft', 'drafts');
const sentences = counted('sentence', 'sentences');
const listed = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
const amount = (of: Amount) =>
  listed([
    articles(of.articles),
    answers(of.answers),
    ...(of.drafts === undefined ? [] : [drafts(of.drafts)]),
  ]);

export const english: EditingWords = {
  refusals: {
    unavailable: (reason) =>
      reason === 'full'
        ? 'There is no room left to store anything. Nothing was changed. Tell whoever runs this bot.'
        : 'The library cannot be reached right now. Nothing was changed. Try again in a few minutes.',
    noLibrary:
      'There is no library here. Add the app to this server, or add it to your own apps and use it in a direct message with the bot.',
    notYours: 'Only the person who used the command can press this.',
    damaged: 'This button is damaged or from another version of the bot. Use the command again.',
    tooLateForForm: 'Opening the form took too long. Try once more.',
    fileAndAddress: 'Give either a file or an address, not both.',
    noFile: 'The file did not arrive. Attach it again.',
    unknownArticle: 'This library has no such article. Choose one from the list that appears as you type.',
    blocked: 'Whoever runs this bot has blocked this library, so nothing can be added.',
    articles: (most) => `This library is full: it may hold ${articles(most)}. Remove one first.`,
    bytes: (mebibytes, most) =>
      `This library would hold ${mebibytes} MiB, and it may hold ${most}. Remove an article first.`,
    hourly: (most, minutes) =>
      `There were ${most} additions within an hour, which is the limit. Try again in ${counted('minute', 'minutes')(minutes)}.`,
    busy: 'Another article is being added right now. Try again in a minute.',
    noDraft: 'This draft is gone: it was discarded, or a day has passed. Add the article again.',
    noArticle: 'This article is no longer in the library.',
    idTaken: 'An article of the same name was added in the meantime. Add this one again.',
    incomplete: (labels) => `It still needs: ${listed(labels)}. Press “Edit details”.`,
    source: (problem) => problem,
    heavy: 'It takes too long to read. Add a part of it, such as one chapter.',
    noChoice: 'This list has expired. Add the feed again.',
    noSource: 'This article did not come from a web address. Use /article replace with a new file.',
    noAnswer: 'This answer is already gone.',
  },
  buttons: {
    publish: 'Publish',
    details: 'Edit details',
    origin: 'More details',
    discard: 'Discard',
    remove: 'Remove',
    forget: 'Delete everything',
    unteach: 'Forget this answer',
    previous: 'Previous',
    next: 'Next',
    yesForget: 'Delete',
  },
  labels: {
    title: 'Title',
    publisher: 'Publisher',
    lang: 'Language',
    via: 'Via',
    published: 'Published',
    url: 'Address',
  },
  hints: {
    publisher: 'Who published the text. It is shown under each quotation.',
    lang: 'A tag, such as en, de, zh-Hans or pt-BR.',
    via: 'Who passed it on, if not the publisher.',
    published: 'The date, such as 2025-11-16.',
    url: 'Where readers can find it on the web.',
  },
  flaws: {
    title: 'The title was not changed: write it on one line, in at most 256 characters.',
    publisher: 'The publisher was not changed: write it on one line, in at most 100 characters.',
    lang: 'The language was not changed: write a tag, such as en, de, zh-Hans or pt-BR.',
    via: 'Via was not changed: write it on one line, in at most 100 characters.',
    published: 'The date was not changed: write it as 2025-11-16 or 2025-11-16T09:05.',
    url: 'The address was not changed: write one that begins with https:// or http://, in at most 512 characters.',
  },
  draft: {
    adding: (title) => (title === undefined ? 'Add this text?' : `Add “${title}”?`),
    replacing: (title) => `Replace “${title}”?`,
    published: (day) => `Published ${day}`,
    language: (name, isDetected) => (isDetected ? `${name} (judging by its words)` : name),
    size: (sections, count) => `${counted('section', 'sections')(sections)}, ${sentences(count)}`,
    first: 'It begins',
    missing: (labels) => `Before it can be published, it needs: ${listed(labels)}.`,
    ends: 'Only you can see this. The draft expires in a day.',
    report: 'Left out and changed:',
    faithful: 'Nothing was left out or changed.',
    addedHeading: (heading) => `The heading “${heading}” was added above the notes.`,
    difference: (added, gone) => `${counted('new passage', 'new passages')(added)}, ${gone} gone`,
    aliases: (names) =>
      `Aliases that will be dropped, because the text no longer prints those names: ${listed(names)}.`,
    more: (count) => `and ${count} more`,
    discarded: 'Discarded. Nothing was kept.',
    isPublished: (title) => `“${title}” is published`,
    isReplaced: (title) => `“${title}” is replaced`,
    wasPublished: 'This draft was already published.',
    told: 'Everyone here can read that it was added. Who added it is not stored.',
  },
  leftOut: {
    surroundings: counted('part around the article', 'parts around the article'),
    image: counted('image', 'images'),
    badge: counted('badge', 'badges'),
    html: counted('piece of HTML', 'pieces of HTML'),
    comment: counted('comment', 'comments'),
    definition: counted('link definition', 'link definitions'),
    contents: counted('table of contents', 'tables of contents'),
    struck: counted('struck-out passage', 'struck-out passages'),
    deleted: counted('deleted passage', 'deleted passages'),
    hidden: counted('hidden passage', 'hidden passages'),
    runningHead: counted('running head or foot', 'running heads or feet'),
    pageNumber: counted('page number', 'page numbers'),
    formula: counted('formula', 'formulas'),
    form: counted('form or button', 'forms or buttons'),
    duplicate: counted('text that appears twice', 'texts that appear twice'),
    unreadable: counted('passage that cannot be read', 'passages that cannot be read'),
    unfaithful: counted('block that differs from the source', 'blocks that differ from the source'),
    unwritable: counted('block that plain text cannot hold', 'blocks that plain text cannot hold'),
  },
  changes: {
    spaces: counted('other space made a space', 'other spaces made spaces'),
    invisible: counted('invisible character removed', 'invisible characters removed'),
    ligatures: counted('ligature resolved', 'ligatures resolved'),
    entities: counted('entity decoded', 'entities decoded'),
    hyphens: counted('hyphen at the end of a line joined', 'hyphens at the ends of lines joined'),
    keptHyphens: counted('hyphen at the end of a line kept', 'hyphens at the ends of lines kept'),
  },
  announced: {
    added: (title) => `“${title}” was added`,
    replaced: (title) => `“${title}” was replaced with a new version`,
    sentences,
    ask: 'Ask about it with /ask.',
  },
  forms: {
    paste: 'Add a text',
    text: 'Text',
    details: 'Edit details',
    origin: 'More details',
  },
  feed: {
    heading: (entries) => `A feed of ${counted('entry', 'entries')(entries)}`,
    choose: 'Choose the entry to add',
    untitled: 'Without a title',
  },
  list: {
    heading: (count) => `${articles(count)} in this library`,
    none: 'This library has no articles yet. Add one with /article add.',
    size: (count, kibibytes) => `${sentences(count)}, ${kibibytes} KiB`,
    beyond: 'There are no more articles.',
  },
  remove: {
    ask: (title) => `Remove “${title}”?`,
    what: (count) =>
      `It will no longer be quoted here.${count > 0 ? ` ${answers(count)} will go with it.` : ''} This cannot be undone.`,
    done: (title) => `“${title}” was removed`,
  },
  refresh: { unchanged: (title) => `“${title}” is up to date: its source has not changed.` },
  files: {
    heading: (count) => `The files of ${articles(count)}`,
    zipped: 'They are in a zip file, each exactly as it is stored.',
    tooLarge: (most) =>
      `The files are larger than the ${most} MiB that Discord accepts. Ask whoever runs this bot for a copy.`,
  },
  forget: {
    ask: 'Delete everything in this library?',
    what: (of) =>
      `${amount(of)} will be deleted. This cannot be undone. /article export gives you the files first.`,
    nothing: 'Nothing is stored for this library.',
    form: 'Delete everything?',
    word: 'delete',
    type: (word) => `Type “${word}” to delete everything`,
    wrongWord: (word) => `Nothing was deleted: the word to type is “${word}”.`,
    done: 'Everything was deleted',
    deleted: (of) => `Deleted: ${amount(of)}.`,
  },
  teach: {
    form: 'Teach this answer',
    question: 'The question, in your own words',
    questionHint: 'It is stored. Do not copy what somebody asked.',
    sentences: 'Which sentences answer it?',
    sentencesHint: 'One or more from a single article, or that none does.',
    none: (title) => `None: “${title}” does not answer it`,
    nothingQuoted: 'Choose this on one of the bot’s replies that quotes an article.',
    changed: 'The article has changed since then. Ask again, and choose this on the new reply.',
    oneArticle: 'Choose sentences from one article only.',
    noneOrSome: 'Choose sentences, or that none answers it, but not both.',
    noQuestion: 'The question is empty. Write one.',
    done: 'This answer is stored',
    answeredBy: (title, numbers) =>
      `Answered by ${numbers.length === 1 ? 'sentence' : 'sentences'} ${listed(numbers.map(String))} of “${title}”.`,
    answeredByNone: (title) => `“${title}” does not answer it.`,
    heading: (count) => `${answers(count)} in this library`,
    noAnswers: 'No answers have been taught here. Choose “Teach this answer” on one of the bot’s replies.',
    choose: 'Choose an answer to forget',
    undone: 'This answer was forgotten',
    gone: 'An article that is no longer here',
  },
};
