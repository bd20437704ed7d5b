// Replies while an article is being added: the draft, a feed's entries, what was published.
import type { Added, HeldArticle, ShownDraft } from '../../src/desk/desk.ts';
import { isUnable } from '../../src/desk/desk.ts';
import type { Report } from '../../src/desk/drafting.ts';
import type { ChangeKind } from '../../src/intake/intake.ts';
import { LIMITS } from '../../src/limits.ts';
import { type EditingWords, labelsOf } from '../../src/reply/editing-words.ts';
import { languageName } from '../../src/reply/language-name.ts';
import type { Block, Button, Reply } from '../../src/reply/reply.ts';
import { shorten } from '../../src/reply/shorten.ts';
import type { Edited, Moderator } from '../moderation.ts';
import { refused } from './unable.ts';

/** How many passages of a difference are shown. */
const MOST_DIFFERENT = 8;
/** UTF-16 units of a title in a heading, of a sentence that is shown of a draft, and of one in a difference. */
const LONGEST = { title: 120, sentence: 400, different: 160 };

/** What came of taking something in: a draft to decide on, entries to choose from, or why neither. */
export function addedReply(added: Added, moderator: Moderator): Edited {
  if (isUnable(added)) return refused(added, moderator);
  return { reply: 'draft' in added ? draftReply(added.draft, moderator) : choiceReply(added, moderator) };
}

/**
 * What will be kept, with what can be done about it. `report` is what a reply before said of the source, as it was displayed; `flaws` say what
 * was not taken of the details.
 */
export function draftReply(
  draft: ShownDraft,
  { say, locale }: Moderator,
  { report, flaws = [] }: { readonly report?: string | undefined; readonly flaws?: readonly string[] } = {},
): Reply {
  const { details, missing } = draft;
  const { title, publisher, via, published, lang, url } = details;
  const isDetected = draft.report?.isLangDetected ?? false;
  const facts = [
    [publisher, via && `${say.labels.via} ${via}`, published && say.draft.published(dayOf(published))]
      .filter(Boolean)
      .join(' · '),
    [
      ...(lang === undefined ? [] : [say.draft.language(languageName(lang, locale), isDetected)]),
      say.draft.size(draft.sections, draft.sentences),
    ].join(' · '),
    ...(url ? [url] : []),
  ].filter((fact) => fact !== '');
  const isReplacing = draft.replaces !== undefined && title !== undefined;
  const heading = (isReplacing ? say.draft.replacing : say.draft.adding)(
    (title && shorten(title, LONGEST.title)) as string,
  );
  return {
    visibility: 'private',
    tone: missing.length > 0 ? 'unclear' : 'plain',
    heading,
    blocks: [
      { kind: 'text', text: facts.join('\n') },
      ...flaws.map((text): Block => ({ kind: 'text', text })),
      ...(missing.length > 0
        ? [{ kind: 'text', text: say.draft.missing(labelsOf(missing, say)) } as const]
        : []),
      draft.difference ? differenceBlock(draft.difference, say) : firstBlock(draft.first, say),
      ...(draft.lostAliases.length > 0
        ? [{ kind: 'text', text: say.draft.aliases(draft.lostAliases) } as const]
        : []),
      ...reportBlocks(draft.report, report, say),
      { kind: 'note', text: say.draft.ends },
    ],
    buttons: buttonsFor(draft, say),
    menus: [],
  };
}

const dayOf = (published: string) => published.replace('T', ' ');

function buttonsFor({ draft, missing }: ShownDraft, { buttons }: EditingWords): Button[] {
  return [
    // What lacks something cannot be published, and says what it lacks.
    ...(missing.length === 0
      ? [{ label: buttons.publish, edit: { verb: 'publish', of: draft }, style: 'main' } as const]
      : []),
    { label: buttons.details, edit: { verb: 'details', of: draft } },
    { label: buttons.origin, edit: { verb: 'origin', of: draft } },
    { label: buttons.discard, edit: { verb: 'discard', of: draft } },
  ];
}

function firstBlock(first: readonly string[], say: EditingWords): Block {
  return {
    kind: 'entry',
    name: say.draft.first,
    lines: first.map((sentence, at) => `${at + 1} · ${shorten(sentence, LONGEST.sentence)}`),
  };
}

function differenceBlock({ changes }: NonNullable<ShownDraft['difference']>, { draft }: EditingWords): Block {
  const added = changes.filter(({ kind }) => kind === 'new').length;
  const more = changes.length - MOST_DIFFERENT;
  return {
    kind: 'entry',
    name: draft.difference(added, changes.length - added),
    lines: [
      ...changes
        .slice(0, MOST_DIFFERENT)
        .map(({ kind, sentence }) => `${kind === 'new' ? '+' : '−'} ${shorten(sentence, LONGEST.different)}`),
      ...(more > 0 ? [draft.more(more)] : []),
    ],
  };
}

function reportBlocks(report: Report | undefined, displayed: string | undefined, say: EditingWords): Block[] {
  if (report) return [{ kind: 'report', lines: reportLines(report, say) }];
  return displayed === undefined ? [] : [{ kind: 'report', displayed }];
}

/** What was left out and changed, kind by kind, with the first of each. */
function reportLines({ leftOut, changes, addedHeading }: Report, say: EditingWords): string[] {
  const lines = [
    ...leftOut.map(({ what, count, samples, hasMore }) => {
      const told = samples.map((sample) => `“${sample}”`).join(' ');
      return `${say.leftOut[what](count)}${told === '' ? '' : `: ${told}`}${hasMore ? ' …' : ''}`;
    }),
    ...(Object.entries(changes) as [ChangeKind, number][])
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => say.changes[kind](count)),
    ...(addedHeading === undefined ? [] : [say.draft.addedHeading(addedHeading)]),
  ];
  return lines.length === 0 ? [say.draft.faithful] : [say.draft.report, ...lines];
}

function choiceReply({ choice, titles }: Extract<Added, { choice: string }>, { say }: Moderator): Reply {
  const offered = titles.slice(0, LIMITS.choices.most);
  return {
    visibility: 'private',
    tone: 'plain',
    heading: say.feed.heading(titles.length),
    blocks: [
      {
        kind: 'text',
        text: titles.length > offered.length ? say.draft.more(titles.length - offered.length) : '',
      },
    ],
    buttons: [],
    menus: [],
    editMenu: {
      placeholder: say.feed.choose,
      options: offered.map((title, at) => ({
        label: `${at + 1} · ${title.trim() || say.feed.untitled}`,
        edit: { verb: 'entry', of: choice, at },
      })),
    },
  };
}

/** What the moderator reads when an article was published, and what everyone does. */
export function publishedReply(
  article: HeldArticle | undefined,
  isReplaced: boolean,
  isRepeated: boolean,
  { say, words }: Moderator,
): Edited {
  const title = shorten(article?.title ?? '', LONGEST.title);
  const { draft, announced } = say;
  const heading = (isReplaced ? draft.isReplaced : draft.isPublished)(title);
  const reply = saying(
    isRepeated ? draft.wasPublished : heading,
    ...(isRepeated ? [] : [{ kind: 'note', text: draft.told } as const]),
  );
  if (!article || isRepeated) return { reply };
  const { publisher, via, published } = article;
  const announcement: Reply = {
    ...saying(
      (isReplaced ? announced.replaced : announced.added)(title),
      { kind: 'text', text: `${announced.sentences(article.sentences)} · ${announced.ask}` },
      {
        kind: 'note',
        text: words.place.publication({ publisher, via, published: published && dayOf(published) }),
      },
    ),
    visibility: 'public',
  };
  return { reply, announcement };
}

/** A private reply without controls. */
export function saying(heading: string, ...blocks: readonly Block[]): Reply {
  return { visibility: 'private', tone: 'plain', heading, blocks, buttons: [], menus: [] };
}
