import { writeSync } from 'node:fs';
import { NOT_ANSWERED } from '../../src/corpus/article.ts';
import { openStore } from '../../src/store/open-store.ts';
import { isRefusal } from '../../src/store/store.ts';
import type { Writing } from './processes.ts';
import { draftOf, ferryFile } from './texts.ts';

/** A process that writes into a store, and says a line once each thing is acknowledged. Bundled and started by `processes.ts`. */
const { where, scope, publish, name = '', count = 0 }: Writing = JSON.parse(process.argv[2] ?? '');
/** At once, so that nothing is said after a kill that was not before. */
const say = (line: string) => writeSync(1, `${line}\n`);

const limits = { articles: 1_000_000, bytes: 1e12, additionsPerHour: 1_000_000 };
const store = openStore(where, { limits });
if (publish !== undefined) {
  const outcome = await store.publish(scope, publish);
  if (isRefusal(outcome)) say(`refused ${outcome.refused}`);
  else say(`${outcome.isRepeated ? 'repeated' : 'published'} ${outcome.published.key}`);
}
for (let at = 0; at < count; at += 1) {
  const draft = await store.saveDraft(scope, draftOf(`${name}-${at}`, ferryFile(`Ferry ${at}`, 250)));
  if (isRefusal(draft)) throw new Error(draft.refused);
  const outcome = await store.publish(scope, draft.draft);
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  const { key, id } = outcome.published;
  say(`published ${key} ${id}`);
  // Few of them: 20 articles that are all there are asked for, too.
  if (at < 20) continue;
  const taught = await store.teach(scope, {
    article: { house: 'ferry' },
    question: id,
    sentences: NOT_ANSWERED,
    revision: 'abcdef01',
  });
  if (!isRefusal(taught)) say(`taught ${taught.key}`);
  say(`removing ${key}`);
  await store.remove(scope, key);
  say(`removed ${key}`);
}
await store.close();
