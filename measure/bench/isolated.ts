import { fork } from 'node:child_process';
import { run, type Trial, type TrialResult } from './trial.ts';

/** In MiB: MiniSearch over 500,000 sentences needs more than Node gives by itself. */
const MOST_HEAP = 8192;

type Message = { readonly doing: string } | { readonly result: TrialResult };

/**
 * Runs a trial in a process of its own, so that nobody's garbage counts as another's heap: `script` is started
 * again and must call `answerParent`. Rejects if the process ends without a result.
 */
export function runIsolated(
  script: string,
  trial: Trial,
  tell: (doing: string) => void,
): Promise<TrialResult> {
  return new Promise((resolve, reject) => {
    const child = fork(script, [], {
      env: { ...process.env, BENCH_TRIAL: JSON.stringify(trial) },
      execArgv: ['--expose-gc', `--max-old-space-size=${MOST_HEAP}`],
    });
    child.on('message', (message: Message) => {
      if ('doing' in message) tell(message.doing);
      else resolve(message.result);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      reject(
        new Error(`${trial.contestant} with ${trial.sentences} sentences ended with ${signal ?? code}.`),
      ),
    );
  });
}

/** In the process of a trial: runs it, sends its result and returns true. */
export async function answerParent(): Promise<boolean> {
  const { BENCH_TRIAL: trial } = process.env;
  if (trial === undefined || !process.send) return false;
  const send = (message: Message) => process.send?.(message);
  send({ result: await run(JSON.parse(trial), (doing) => send({ doing })) });
  return true;
}
