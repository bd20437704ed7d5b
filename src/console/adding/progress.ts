// Shows how far a long task is.
import { progress } from '@clack/prompts';

/** Milliseconds after which a bar shows how far something is. */
const SHOWN_AFTER_MS = 1000;
/** Steps of the bar: whole percents. */
const STEPS = 100;

/**
 * Does something that may take long, and shows on a terminal how far it is once it has taken over a second. The work tells its share from 0 to 1.
 */
export async function withProgress<T>(
  label: string,
  output: NodeJS.WriteStream,
  work: (onProgress: (share: number) => void) => Promise<T>,
): Promise<T> {
  if (!output.isTTY) return work(() => {});
  const begun = performance.now();
  let bar: ReturnType<typeof progress> | undefined;
  let shown = 0;
  const onProgress = (share: number) => {
    if (performance.now() - begun < SHOWN_AFTER_MS) return;
    if (!bar) {
      bar = progress({ max: STEPS, output });
      bar.start(label);
    }
    const step = Math.floor(Math.min(1, Math.max(0, share)) * STEPS);
    if (step > shown) bar.advance(step - shown, `${label} ${step}%`);
    shown = Math.max(shown, step);
  };
  // What tells nothing of itself, such as a server that is silent, is seen to be waited for.
  const timer = setInterval(() => onProgress(shown / STEPS), SHOWN_AFTER_MS);
  try {
    return await work(onProgress);
  } finally {
    clearInterval(timer);
    bar?.clear();
  }
}
