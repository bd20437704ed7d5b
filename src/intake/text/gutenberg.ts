// Takes out what Project Gutenberg puts around a text.
import type { LeftOut, Stated } from '../document.ts';

const START =
  /^[ \t]*\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG.*(?:\n.+)*?\*{3}[ \t]*$|^\*END\*? ?THE SMALL PRINT.*$/im;
const END =
  /^[ \t]*(?:\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG.*|\**End of (?:the |this )?Project Gutenberg.*)$/im;
/** Who made the file, before and behind the text. */
const MAKERS =
  /^\s*(?:(?:This )?e-?(?:text|book) (?:was )?(?:prepared|produced)|(?:Produced|Transcribed|Prepared) (?:by|from)|Transcriber[’']s notes?:)[\s\S]*?(?:\n\s*\n|$)/i;

/** A text of Project Gutenberg without what stands around it, which states title and language. */
export function withoutGutenberg(contents: string): {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
  readonly stated: Stated;
} {
  const start = START.exec(contents);
  if (!start) return { text: contents, leftOut: [], stated: {} };
  const begin = start.index + start[0].length;
  const end = END.exec(contents.slice(begin));
  const finish = end ? begin + end.index : contents.length;
  const head = contents.slice(0, begin);
  const makers =
    MAKERS.exec(contents.slice(begin, finish).replace(/^\s+/, (blank) => blank.replaceAll(/\S/g, '')))?.[0] ??
    '';
  const leftOut: LeftOut[] = [head, makers, contents.slice(finish)]
    .filter((text) => text.trim() !== '')
    .map((text) => ({ what: 'surroundings', text }));
  const field = (name: string) =>
    new RegExp(`^${name}:[ \\t]*(.+(?:\\n[ \\t]+\\S.*)*)`, 'im').exec(head)?.[1]?.replace(/\s+/g, ' ').trim();
  const title = field('Title');
  const lang = languageNamed(field('Language') ?? '');
  return {
    text: contents.slice(begin + makers.length, finish),
    leftOut,
    stated: { ...(title && { title }), publisher: 'Project Gutenberg', ...(lang && { lang }) },
  };
}

/** The tag of a language by its English name; of those in which Project Gutenberg has most texts. */
function languageNamed(name: string): string | undefined {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return 'en fr fi de nl it es pt hu zh el sv eo la da tl ca pl ja no cy cs is ru he'
    .split(' ')
    .find((tag) => names.of(tag)?.toLowerCase() === name.toLowerCase());
}
