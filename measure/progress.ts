// A progress bar for long measurements.
const WIDTH = 24;

export interface Progress {
  /** Shows what is being worked on. */
  show(label: string): void;
  /** Counts one more step done. */
  step(label: string): void;
  /** Wipes the line. */
  end(): void;
}

/** A bar on standard error; silent where that is not a terminal. */
export function progressOf(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  let done = 0;
  const show = (label: string) => {
    if (!stream.isTTY) return;
    const share = done / Math.max(1, total);
    const bar = '█'.repeat(Math.round(WIDTH * share)).padEnd(WIDTH, '░');
    const percent = `${Math.floor(100 * share)}`.padStart(3);
    const room = Math.max(0, (stream.columns || 80) - WIDTH - percent.length - 4);
    stream.write(`\r\u001b[K${bar} ${percent} % ${label.slice(0, room)}`);
  };
  return {
    show,
    step(label) {
      done = Math.min(total, done + 1);
      show(label);
    },
    end() {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
