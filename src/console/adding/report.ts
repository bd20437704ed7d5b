// Reports what became of a source.
import { type Draft, type Named, newArticleFile } from '../../intake/intake.ts';
import type { AddOptions } from '../arguments.ts';
import { write } from '../stream.ts';
import { previewOf } from './preview.ts';

/** Prints what became of a source, for scripts or, where nothing can be written yet, for people. */
export async function report(
  named: Partial<Named>,
  draft: Draft,
  id: string | undefined,
  source: string,
  { json }: Pick<AddOptions, 'json'>,
): Promise<void> {
  const { title = null, publisher = null, via = null, published = null, lang = null, url = null } = named;
  if (!json) {
    const file = newArticleFile(
      'draft',
      { ...named, title: title ?? '?', publisher: publisher ?? '?', lang: lang ?? 'en' },
      draft.text,
    );
    if ('value' in file) await write(process.stdout, `${previewOf(file.value.article, draft)}\n`);
    return;
  }
  const line = {
    source,
    id: id ?? null,
    title,
    publisher,
    via,
    published,
    lang,
    url,
    sections: draft.sections.map(({ heading }) => heading).filter(Boolean),
    sentences: draft.sentences.length,
    text: draft.text,
    changes: draft.changes,
    ...(draft.encoding !== undefined && { encoding: draft.encoding }),
    leftOut: counted(draft.leftOut.map(({ what }) => what)),
  };
  await write(process.stdout, `${JSON.stringify(line)}\n`);
}

function counted(kinds: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
