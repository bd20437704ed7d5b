const WIDTH = 24;

export interface Progress {
  /** Counts one more step done and shows what is being worked on. */
  step(label: string): void;
  /** Wipes the line. */
  end(): void;
}

/** A bar on standard error; silent where that is not a terminal. */
export function progressOf(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  let done = 0;
  return {
    step(label) {
      done = Math.min(total, done + 1);
      if (!stream.isTTY) return;
      const filled = Math.round((WIDTH * done) / Math.max(1, total));
      const room = Math.max(0, (stream.columns ?? 80) - WIDTH - 8);
      const bar = '█'.repeat(filled).padEnd(WIDTH, '░');
      const percent = `${Math.floor((100 * done) / Math.max(1, total))}`.padStart(3);
      stream.write(`\r\u001b[K${bar} ${percent} % ${label.slice(0, room)}`);
    },
    end() {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
