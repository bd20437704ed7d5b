// Makes the judged questions of this folder that are others' from what they published, at the commits below.
import { writeFileSync } from 'node:fs';
import { reader } from '../reader.mjs';

const SOURCES = {
  xquad: { repository: 'google-deepmind/xquad', commit: '7d30520c717524000f0d9d2f9c10a069acd9d285' },
  clapnq: { repository: 'primeqa/clapnq', commit: 'eb26840d130f4dcf4c4c5c12a47d0beffc9cc586' },
};
/** One article, or one question, of so many is taken: enough to see a change, little to carry. */
const XQUAD_EVERY = 8;
const CLAPNQ_EVERY = 6;

const read = (source, path) => reader(SOURCES[source])(path);

const linesOf = (text) => text.split('\n').filter((line) => line.trim() !== '');
const write = (name, entries) => {
  const path = new URL(name, import.meta.url);
  writeFileSync(path, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  console.log(`data/sample/${name}: ${entries.length} lines`);
};

async function makeXquad() {
  const { data } = JSON.parse(await read('xquad', 'xquad.en.json'));
  const articles = data.filter((_, at) => at % XQUAD_EVERY === 0);
  write(
    'xquad.en.jsonl',
    articles.map(({ title, paragraphs }, number) => ({
      id: `xquad/${number}`,
      title: title ?? paragraphs[0].context.slice(0, 40),
      lang: 'en',
      paragraphs: paragraphs.map(({ context }) => context),
      questions: paragraphs.flatMap(({ qas }, paragraph) =>
        qas.map(({ id, question, answers }) => ({
          id,
          question,
          answerable: true,
          answers: answers.map(({ text, answer_start: start }) => ({ text, paragraph, start })),
        })),
      ),
    })),
  );
}

async function makeClapnq() {
  const entries = [];
  for (const kind of ['answerable', 'unanswerable']) {
    const lines = linesOf(await read('clapnq', `annotated_data/dev/clapnq_dev_${kind}.jsonl`));
    for (const line of lines.filter((_, at) => at % CLAPNQ_EVERY === 0)) {
      const { id, input, passages, output } = JSON.parse(line);
      const [{ title, sentences }] = passages;
      const chosen = output.flatMap(({ selected_sentences: selected = [] }) => selected);
      const positives = sentences.flatMap((sentence, at) => (chosen.includes(sentence) ? [at] : []));
      const answerable = kind === 'answerable';
      if (answerable && positives.length === 0) continue;
      entries.push({
        id: `clapnq/${id}`,
        title,
        sentences,
        questions: [{ id, question: input, positives: answerable ? positives : [], answerable }],
      });
    }
  }
  write('clapnq.jsonl', entries);
}

await makeXquad();
await makeClapnq();
