// Asks the person at the terminal.
import { confirm, isCancel, multiselect, text } from '@clack/prompts';

/** Who sits at the terminal and can be asked. All that is asked is written to standard error, so that output stays what scripts read. */
export interface Person {
  /** A line of text, trimmed; undefined where the answer is broken off. `flawIn` tells what is wrong with one. */
  askText(message: string, flawIn: (value: string) => string | undefined): Promise<string | undefined>;
  askWhether(message: string): Promise<boolean>;
  /** Those of a list that are wanted, by their index. */
  askWhich(message: string, labels: readonly string[]): Promise<readonly number[]>;
}

/** Lines of a list that are seen at once: few enough for a small terminal. */
const MOST_LINES = 15;

/** The person at the terminal; undefined where nobody can be asked. */
export function personAt(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Person | undefined {
  if (!input.isTTY || !output.isTTY) return undefined;
  const streams = { input, output };
  return {
    async askText(message, flawIn) {
      const answer = await text({ message, ...streams, validate: (value) => flawIn((value ?? '').trim()) });
      return isCancel(answer) ? undefined : answer.trim();
    },
    async askWhether(message) {
      return (await confirm({ message, ...streams, initialValue: true })) === true;
    },
    async askWhich(message, labels) {
      const options = labels.map((label, value) => ({ value, label }));
      const chosen = await multiselect({
        message,
        ...streams,
        options,
        required: false,
        maxItems: MOST_LINES,
      });
      return isCancel(chosen) ? [] : chosen;
    },
  };
}
