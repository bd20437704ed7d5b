// Reads a Word file.
import type { LeftOut, LeftOutKind, SourceBlock, SourceDocument } from '../document.ts';
import { childOf, childrenOf } from '../xml.ts';
import { isBlank, type StoryContext, storyOf } from './body.ts';
import { wordsWithin } from './line.ts';
import { ownTextOf } from './own.ts';
import { blocksOfStory } from './sections.ts';
import { spokenLanguages, statedOf } from './stated.ts';
import { stylesOf } from './styles.ts';
import type { WordPackage } from './word-package.ts';

/** What several runs of in a row are one passage of. */
const JOINED: ReadonlySet<LeftOutKind> = new Set(['deleted', 'hidden', 'struck', 'contents', 'form']);

/** What a Word file holds. */
export function documentOf(word: WordPackage): SourceDocument {
  const styles = stylesOf(word.styles?.root);
  const leftOut = passagesLeftOut();
  const languages = spokenLanguages();
  const context: StoryContext = {
    styles,
    numbering: word.numbering?.root,
    leave: leftOut.leave,
    kept: leftOut.kept,
    spoken: languages.add,
  };
  const body = childOf(word.main.root, 'w:body') ?? word.main.root;
  const story = storyOf(body, context);
  const blocks = blocksOfStory(story.drafts, leftOut.leave);
  const title = story.drafts.flatMap((draft) =>
    typeof draft === 'object' && draft.isTitle && draft.block.kind === 'heading'
      ? [draft.block.pieces.join('')]
      : [],
  );
  const notes = notesOf(word, story.notes, context);
  for (const { root } of word.heads) {
    const text = wordsWithin(root);
    if (text.trim() !== '') leftOut.leave({ what: 'runningHead', text });
  }
  for (const comment of childrenOf(word.comments?.root, 'w:comment')) {
    leftOut.leave({ what: 'comment', text: wordsWithin(comment) });
  }
  return {
    stated: statedOf(word.core?.root, title.length === 1 ? title[0] : undefined, languages.main(styles.lang)),
    blocks: [...blocks, ...notes],
    own: [word.main, word.footnotes, word.endnotes].map((part) => ownTextOf(part?.xml ?? '')).join('\n'),
    leftOut: leftOut.all,
  };
}

/** The notes in the order in which the text refers to them; one that it does not refer to is not printed. */
function notesOf(
  word: WordPackage,
  references: readonly string[],
  context: StoryContext,
): readonly SourceBlock[] {
  const notes: SourceBlock[] = [];
  for (const [kind, name] of [
    ['footnotes', 'w:footnote'],
    ['endnotes', 'w:endnote'],
  ] as const) {
    const root = word[kind]?.root;
    // Lines that part notes from the text are of other types.
    const elements = childrenOf(root, name).filter(
      ({ attributes }) => (attributes.get('w:type') ?? 'normal') === 'normal',
    );
    const idOf = (element: (typeof elements)[number]) => `${kind} ${element.attributes.get('w:id')}`;
    for (const reference of references) {
      const element = elements.find((one) => idOf(one) === reference);
      if (!element) continue;
      const pieces = storyOf(element, context).drafts.flatMap((draft) => {
        if (typeof draft === 'string') return [];
        const { block } = draft;
        return [
          '\n',
          ...(block.kind === 'row' ? block.cells.flatMap((cell) => ['\n', ...cell]) : block.pieces),
        ];
      });
      if (!isBlank(pieces)) notes.push({ kind: 'note', pieces: pieces.slice(1) });
    }
    for (const element of elements) {
      const text = wordsWithin(element);
      if (!references.includes(idOf(element)) && text.trim() !== '') context.leave({ what: 'deleted', text });
    }
  }
  return notes;
}

function passagesLeftOut(): {
  readonly all: readonly LeftOut[];
  readonly leave: (leftOut: LeftOut) => void;
  readonly kept: () => void;
} {
  const all: { what: LeftOutKind; text: string }[] = [];
  let goesOn = false;
  return {
    all,
    leave({ what, text }) {
      const last = all.at(-1);
      if (goesOn && last?.what === what && JOINED.has(what)) last.text += text;
      else if (text !== '' || !JOINED.has(what)) all.push({ what, text });
      goesOn = true;
    },
    kept() {
      goesOn = false;
    },
  };
}
