import { fork } from 'node:child_process';
import { Unusable } from '../unusable.ts';
import { run, type Trial, type TrialResult } from './trial.ts';

/** In MiB: MiniSearch over 500,000 sentences needs more than Node gives by itself. */
const MOST_HEAP = 8192;

type Message = { readonly doing: string } | { readonly result: TrialResult };

/**
 * Runs a trial in a process of its own, so that nobody's garbage counts as another's heap: `script` is started
 * again and must call `answerParent`. Rejects with `Unusable` if the process ends without a result, which it may for
 * want of memory; what it had to say stands on standard error.
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
    let result: TrialResult | undefined;
    child.on('message', (message: Message) => {
      if ('doing' in message) tell(message.doing);
      else result = message.result;
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (result) resolve(result);
      else reject(new Unusable(`${trial.contestant} ended without a result (${signal ?? code}).`));
    });
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
