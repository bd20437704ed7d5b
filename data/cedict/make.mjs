// Condenses CC-CEDICT to what Chinese questions are looked up by: a line for each entry, with the word in traditional and in simplified
// characters (left out where they are the same), the reading of a single character, and its senses without remarks, parted by slashes.
import { writeFileSync } from 'node:fs';
import { readEntries } from './read.mjs';

/** Remarks on a word, not senses of it. */
const REMARK =
  /^(?:surname|variant of|old variant|see |abbr\. for|CL:|also pr|also written|used in|erhua variant)/;

function sensesOf(meanings) {
  return [meanings]
    .flat()
    .filter((meaning) => !REMARK.test(meaning))
    .flatMap((meaning) => meaning.replace(/\([^)]*\)/g, ' ').split(/[;,/]/))
    .map((sense) => sense.replace(/\b(?:sb|sth|etc)\b\.?|\[[^\]]*\]/g, ' ').trim())
    .filter((sense) => sense !== '');
}

/** Of one character: its pinyin without its tone. */
const syllableOf = (word, pinyin) =>
  [...word].length === 1 ? pinyin.toLowerCase().replace(/[^a-z]/g, '') : '';

const lines = readEntries().map(([traditional, simplified, pinyin, meanings]) =>
  [
    traditional,
    simplified === traditional ? '' : simplified,
    syllableOf(simplified, pinyin),
    sensesOf(meanings).join('/'),
  ].join('\t'),
);
writeFileSync(new URL('words.tsv', import.meta.url), `${lines.join('\n')}\n`);
console.log('cedict', lines.length);
