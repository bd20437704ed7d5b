// Sorts the abbreviations of wikimedia/sentencex anew, for the languages in which they were found to help: a list of
// words for each, lower case, without the last full stop, inner spaces left out. A word that is a stop word of its
// language, or a number, is left out: it ends too many sentences.

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { reader } from '../reader.mjs';

const SOURCE = { repository: 'wikimedia/sentencex', commit: '312da7f610ae4d23a9914d30bbac366a9965e30e' };
/** Where a language has no list of its own, that of its neighbor serves; `stop` are the stop words of the package `stopword`. */
const LANGUAGES = {
  bg: { list: 'bg', stop: ['bul'] },
  cs: { list: 'sk', stop: ['ces', 'slk'] },
  da: { list: 'da', stop: ['dan'] },
  de: { list: 'de', stop: ['deu'] },
  fi: { list: 'fi', stop: ['fin'] },
  nb: { list: 'da', stop: ['nob', 'dan'] },
  sk: { list: 'sk', stop: ['slk'] },
  uk: { list: 'uk', stop: ['ukr'] },
};
const ROMAN = /^[ivxlc]+$/;

const stopWords = createRequire(import.meta.url)('stopword');
const read = reader(SOURCE);
const lists = {};
for (const [language, { list, stop }] of Object.entries(LANGUAGES)) {
  const lines = (await read(`src/languages/abbrev/${list}.txt`)).split('\n');
  const words = lines
    .map((line) =>
      line
        .replace(/(?:\/\/|#).*/, '')
        .trim()
        .replaceAll(' ', '')
        .replace(/\.$/, '')
        .toLowerCase(),
    )
    .filter((word) => /^\p{L}[\p{L}\p{M}.-]*$/u.test(word) && !ROMAN.test(word))
    .filter((word) => !stop.some((name) => stopWords[name].includes(word)));
  lists[language] = [...new Set(words)].sort().join(' ');
}
writeFileSync(new URL('sentencex.json', import.meta.url), `${JSON.stringify(lists, null, 2)}\n`);
console.log(`data/abbreviations/sentencex.json: ${Object.keys(lists).length} languages`);
