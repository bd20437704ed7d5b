// Does what a moderator's button, menu, or form says.
import { flawIn } from '../src/corpus/fields.ts';
import { isUnable } from '../src/desk/desk.ts';
import type { NamedKey } from '../src/intake/intake.ts';
import type { Edit, EditVerb } from '../src/reply/edit.ts';
import type { Filled } from '../src/reply/form.ts';
import { shorten } from '../src/reply/shorten.ts';
import { addedReply, draftReply, publishedReply, saying } from './article/draft-reply.ts';
import { DETAIL_KEYS, detailsForm, toldIn } from './article/forms.ts';
import { answersReply, listReply } from './article/held-replies.ts';
import { refused, refusedWith } from './article/unable.ts';
import type { Edited, Moderator } from './moderation.ts';
import { teachFilled } from './teach.ts';

/** What came with a press or a form. */
export interface Handed {
  readonly filled: Filled;
  /** What the message says that was changed and left out of a source, as it was displayed. */
  readonly report: string | undefined;
}

type Doing = (
  edit: { readonly of: string; readonly at: number },
  moderator: Moderator,
  handed: Handed,
) => Promise<Edited>;

/** UTF-16 units of a title in a heading. */
const LONGEST_TITLE = 120;

const openDetails =
  (which: keyof typeof DETAIL_KEYS): Doing =>
  async ({ of }, moderator) => {
    const details = await moderator.desk.details(moderator.scope, of);
    if ('refused' in details) return refused(details, moderator);
    return { form: detailsForm(which, of, details, moderator.say) };
  };

const DONE_BY: Readonly<Record<EditVerb, Doing>> = {
  async publish({ of }, moderator) {
    const done = await moderator.desk.publish(moderator.scope, of);
    if (isUnable(done)) return refused(done, moderator);
    return publishedReply(done.article, done.isReplaced, done.isRepeated, moderator);
  },
  async discard({ of }, moderator) {
    const { desk, scope, say } = moderator;
    if (!(await desk.discard(scope, of))) return refused({ refused: 'no-draft' }, moderator);
    return { reply: saying(say.draft.discarded) };
  },
  details: openDetails('details'),
  origin: openDetails('origin'),
  async detailed({ of }, moderator, { filled, report }) {
    const { desk, scope, say } = moderator;
    const told = toldIn(filled, [...DETAIL_KEYS.details, ...DETAIL_KEYS.origin]);
    const entries = Object.entries(told) as [NamedKey, string][];
    // What may be left out may be emptied.
    const isWrong = ([key, value]: [NamedKey, string]) =>
      flawIn(key, value) !== undefined && !(value === '' && isOptional(key));
    const right = Object.fromEntries(entries.filter((entry) => !isWrong(entry)));
    const flaws = entries.filter(isWrong).map(([key]) => say.flaws[key]);
    const amended = await desk.amend(scope, of, right);
    if (isUnable(amended)) return refused(amended, moderator);
    return { reply: draftReply(amended.draft, moderator, { report, flaws }) };
  },
  async pasted({ of }, moderator, { filled }) {
    const { desk, scope } = moderator;
    const text = typeof filled.text === 'string' ? filled.text : '';
    const told = Object.fromEntries(
      Object.entries(toldIn(filled, ['title', 'publisher', 'lang', 'url'])).filter(
        ([key, value]) => value !== '' && flawIn(key as NamedKey, value) === undefined,
      ),
    );
    const replaces = of === '' ? undefined : of;
    return addedReply(await desk.add(scope, { kind: 'text', text, told }, replaces), moderator);
  },
  entry: async ({ of, at }, moderator) =>
    addedReply(await moderator.desk.choose(moderator.scope, of, at), moderator),
  list: async ({ at }, moderator) => listReply(await moderator.desk.held(moderator.scope), at, moderator),
  answers: async ({ at }, moderator) =>
    answersReply(await moderator.desk.held(moderator.scope), at, moderator),
  async remove({ of }, moderator) {
    const { desk, scope, say } = moderator;
    const removed = await desk.remove(scope, of);
    if (!removed) return refused({ refused: 'no-article' }, moderator);
    return { reply: saying(say.remove.done(shorten(removed.title, LONGEST_TITLE))) };
  },
  async forget(_, { say }) {
    const { form: title, word, type } = say.forget;
    const field = { kind: 'line', id: 'word', label: type(word), isRequired: true, maxLength: 20 } as const;
    return { form: { title, submit: { verb: 'forgotten' }, fields: [field] } };
  },
  async forgotten(_, moderator, { filled }) {
    const { desk, scope, say } = moderator;
    const { word, wrongWord, done, deleted } = say.forget;
    const typed = typeof filled.word === 'string' ? filled.word.trim().toLowerCase() : '';
    if (typed !== word) return refusedWith(wrongWord(word), moderator);
    return { reply: saying(done, { kind: 'text', text: deleted(await desk.forget(scope)) }) };
  },
  taught: (_, moderator, { filled }) => teachFilled(filled, moderator),
  async unteach({ of }, moderator) {
    const { desk, scope, say } = moderator;
    if (!(await desk.unteach(scope, of))) return refusedWith(say.refusals.noAnswer, moderator);
    return { reply: saying(say.teach.undone) };
  },
};

const isOptional = (key: NamedKey) => DETAIL_KEYS.origin.some((one) => one === key);

/** Does what a button, a menu or a form of a moderator says, in their scope. Whatever it names may be gone, or of another scope: that has its sentence. */
export function edit({ verb, of = '', at = 0 }: Edit, moderator: Moderator, handed: Handed): Promise<Edited> {
  return DONE_BY[verb]({ of, at }, moderator, handed);
}
