/*
 * The process that reads: nothing that a model does there holds up an answer elsewhere, or ends the bot. A thread would not do: where one ends
 * while a model computes, or a model throws too late, onnxruntime-node ends the whole process.
 */
import { readModelFolder } from './folder.ts';
import { type Model, openModel, Unfit } from './model.ts';
import type { Asked, FromReader, ReaderData } from './protocol.ts';

const { folder, budgetMs, threads }: ReaderData = JSON.parse(process.argv[2] ?? '{}');
const say = (message: FromReader) => process.send?.(message);

// Whoever asks is gone.
process.on('disconnect', () => process.exit(0));
// The bot leaves on these, and lets go of this process when it has.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

let model: Model | undefined;
try {
  const read = readModelFolder(folder);
  if ('problem' in read) throw new Unfit(read.problem);
  model = await openModel(read.value, budgetMs, threads);
  say({ opened: model.opened });
} catch (error) {
  const unfit =
    error instanceof Unfit ? error.message : `The model in ${folder} cannot be used: ${String(error)}`;
  say({ unfit });
}

process.on('message', async ({ id, question, passages }: Asked) => {
  if (!model) return;
  try {
    say({ id, scored: await model.read(question, passages) });
  } catch (error) {
    say({ id, fault: error instanceof Error ? error.message : String(error) });
  }
});
