import { parseArticle } from '../../src/corpus/parse.ts';
import { sha256 } from '../../src/corpus/sha256.ts';
import { splitOf } from '../../src/store/split.ts';
import type { NewDraft } from '../../src/store/store.ts';

/** An article file about a ferry, with as many further sentences as are asked for. */
export function ferryFile(title = 'The ferry to Hollow Island', further = 0): Uint8Array {
  const more = Array.from(
    { length: further },
    (_, at) => `On crossing ${at + 1} it carried ${at + 40} people and one mail bag.`,
  );
  const text = [
    '# Timetable',
    'The first ferry leaves at 6.40 a.m. from the stone pier.[2] It does not wait for the mail.',
    '# Owners',
    'The Berg family has owned it since 1931.',
    ...more,
  ].join('\n\n');
  return new TextEncoder().encode(`---\ntitle: ${title}\npublisher: Harbor News\nlang: en\n---\n${text}\n`);
}

/** A draft of that file, to be saved. */
export function draftOf(id: string, contents = ferryFile()): NewDraft {
  return { id, contents, split: splitOf(parseArticle(id, contents), contents) };
}

/** What tells two files apart in an assertion that one can read. */
export function digestOf(contents: Uint8Array): string {
  return sha256(contents);
}
