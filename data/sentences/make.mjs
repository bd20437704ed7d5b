// Takes the first sentences of Universal Dependencies treebanks under CC BY-SA, as paragraphs: those of the treebank
// where it tells them, else eight sentences each.
import { writeFileSync } from 'node:fs';
import { reader } from '../reader.mjs';

/** Repository of the organization UniversalDependencies, its commit, file, language, and what parts two sentences. */
const TREEBANKS = [
  ['UD_English-PUD', 'f16eba4ae7f3d161870ed320676c5088b8fa476c', 'en_pud-ud-test.conllu', 'en'],
  ['UD_German-GSD', '297fcf350481058d0737a27f0f8fd03b2eadd67a', 'de_gsd-ud-test.conllu', 'de'],
  ['UD_Danish-DDT', '85faf86dc39f735722925fb1e822070d83649068', 'da_ddt-ud-test.conllu', 'da'],
  ['UD_Norwegian-Bokmaal', 'e83586ff8b324f147e767dccd7ed801b3666ca08', 'no_bokmaal-ud-test.conllu', 'nb'],
  ['UD_Spanish-GSD', '57c045644664e5c1e169263cc4e3b95e40c078ba', 'es_gsd-ud-test.conllu', 'es'],
  ['UD_Russian-GSD', '5400f2fd7264b7699727bb61b09f53841899df26', 'ru_gsd-ud-test.conllu', 'ru'],
  ['UD_Turkish-PUD', '63a134a087c8475ea832713b960baba8ff2f9401', 'tr_pud-ud-test.conllu', 'tr'],
  ['UD_Chinese-PUD', '2849afd946a8c01b3e9acdf3e7afa8670cf2777d', 'zh_pud-ud-test.conllu', 'zh'],
];
const SENTENCES = 48;
const IN_A_PARAGRAPH = 8;

function* paragraphsOf(conllu) {
  let paragraph = [];
  let taken = 0;
  // Where each sentence is a document of its own, nothing is told.
  const count = (pattern) => conllu.match(pattern)?.length ?? 0;
  const isTold =
    2 * count(/^# new(?:par|doc)/gm) <= count(/^# text = /gm) && count(/^# new(?:par|doc)/gm) > 0;
  for (const block of conllu.split(/\n\n+/)) {
    const text = /^# text = (.*)$/m.exec(block)?.[1];
    if (text === undefined || taken === SENTENCES) continue;
    const opens = isTold ? /^# new(?:par|doc)/m.test(block) : paragraph.length === IN_A_PARAGRAPH;
    if (opens && paragraph.length > 0) {
      yield paragraph;
      paragraph = [];
    }
    paragraph.push(text.trim());
    taken += 1;
  }
  if (paragraph.length > 0) yield paragraph;
}

const lines = [];
for (const [name, commit, file, lang] of TREEBANKS) {
  const conllu = await reader({ repository: `UniversalDependencies/${name}`, commit })(file);
  for (const sentences of paragraphsOf(conllu)) {
    lines.push({ treebank: name.slice(3), lang, text: sentences.join(lang === 'zh' ? '' : ' '), sentences });
  }
}
writeFileSync(
  new URL('treebanks.jsonl', import.meta.url),
  lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
);
console.log(`data/sentences/treebanks.jsonl: ${lines.length} paragraphs of ${TREEBANKS.length} treebanks`);
