import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';

/** A browser without a window, driven over the Chrome DevTools Protocol (https://chromedevtools.github.io/devtools-protocol). */
export interface Browser {
  /**
   * What a browser marks of a page that it was sent to by hand, as its characters without white space. The page must style
   * `::target-text` as `MARKED` says.
   */
  readonly marked: (url: string) => Promise<string>;
  /** Opens a page on a screen of that width, in pixels. */
  readonly open: (url: string, seen?: Seen) => Promise<void>;
  /** What an expression gives in the page that is open, awaited, as JSON; runs whatever the page's policy forbids. */
  readonly evaluate: <T>(expression: string) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** How a page is seen. */
export interface Seen {
  readonly width?: number;
  readonly colors?: 'light' | 'dark';
  readonly media?: 'screen' | 'print';
}

/** The color of what is marked: no other pixel of a page has it. Letters have it too, so that all of their box does. */
export const MARKED = '::target-text { background: #f0f; color: #f0f }';

const NAMES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Where Chromium is, which `CHROMIUM` may say; undefined where there is none. */
const CHROMIUM = (process.env.CHROMIUM ? [process.env.CHROMIUM] : NAMES).find((path) => existsSync(path));

const FLAGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--hide-scrollbars'],
  ...[
    '--disable-background-networking',
    '--disable-extensions',
    '--in-process-gpu',
    '--disable-component-update',
    '--disable-sync',
  ],
  // A page may be sent to any number of its anchors, one after the other.
  ...['--disable-ipc-flooding-protection', '--remote-debugging-port=0'],
];

/** In pixels: high enough that no page here is scrolled, since pictures of what is out of view may be moved. */
const VIEW = { width: 800, height: 800 };

/** How long it may take to start and to load a page, and how long what is to be marked may wait for a page that stands. */
const PATIENCE_MS = 30_000;
const MARK_WAIT_MS = 1500;

/** Starts a browser with no past of its own; undefined where none answers. */
export async function openBrowser(): Promise<Browser | undefined> {
  if (CHROMIUM === undefined) return undefined;
  const profile = await mkdtemp(join(tmpdir(), 'verbatim-browser-'));
  const process = spawn(CHROMIUM, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const end = async () => {
    await ended(process);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const address = await addressOf(process);
  if (address === undefined) {
    await end();
    return undefined;
  }
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const { call, once } = protocolOn(socket);
  const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
  const on = (method: string, params = {}) => call(method, params, String(sessionId));
  await on('Page.enable');
  await on('Emulation.setDeviceMetricsOverride', { ...VIEW, deviceScaleFactor: 1, mobile: false });

  async function evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await on('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { value: T }).value;
  }
  async function seen(): Promise<string> {
    const { data } = await on('Page.captureScreenshot', { optimizeForSpeed: true });
    return evaluate(`(${charactersMarked})("data:image/png;base64,${data}")`);
  }
  return {
    evaluate,
    async open(url, { width = VIEW.width, colors = 'light', media = 'screen' } = {}) {
      await on('Emulation.setDeviceMetricsOverride', { ...VIEW, width, deviceScaleFactor: 1, mobile: false });
      await on('Emulation.setEmulatedMedia', {
        media,
        features: [{ name: 'prefers-color-scheme', value: colors }],
      });
      // To another anchor of the page that is open a browser only scrolls.
      for (const next of [...(url.includes('#') ? ['about:blank'] : []), url]) {
        const loaded = once('Page.loadEventFired');
        await on('Page.navigate', { url: next });
        await loaded;
      }
    },
    async marked(url) {
      const loaded = once('Page.loadEventFired');
      await on('Page.navigate', { url });
      await loaded;
      const until = performance.now() + MARK_WAIT_MS;
      for (;;) {
        const marked = await seen();
        if (marked !== '' || performance.now() > until) return marked;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async close() {
      socket.terminate();
      await end();
    },
  };
}

/** Where the browser listens, as it says itself. */
async function addressOf(process: ChildProcess): Promise<string | undefined> {
  const { stderr } = process;
  if (!stderr) return undefined;
  const timer = setTimeout(() => process.kill('SIGKILL'), PATIENCE_MS);
  try {
    for await (const line of createInterface({ input: stderr })) {
      const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
      if (address) return address;
    }
    return undefined;
  } finally {
    clearTimeout(timer);
    stderr.resume();
  }
}

function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    process.once('exit', () => resolve());
    process.kill('SIGKILL');
  });
}

type Fields = Readonly<Record<string, unknown>>;

function protocolOn(socket: WebSocket) {
  let last = 0;
  const waiting = new Map<number, (answer: { result?: Fields; error?: { message: string } }) => void>();
  const events = new Map<string, () => void>();
  socket.on('message', (bytes) => {
    const message = JSON.parse(String(bytes));
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else events.get(message.method)?.();
  });
  return {
    call: (method: string, params: Fields, sessionId?: string) =>
      new Promise<Fields>((resolve, reject) => {
        last += 1;
        waiting.set(last, ({ result, error }) =>
          error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result ?? {}),
        );
        socket.send(JSON.stringify({ id: last, method, params, ...(sessionId ? { sessionId } : {}) }));
      }),
    once: (event: string) =>
      new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${event} did not come`)), PATIENCE_MS);
        events.set(event, () => {
          clearTimeout(timer);
          events.delete(event);
          resolve();
        });
      }),
  };
}

/**
 * Runs in the page, with a picture of it: its characters in the middle of which the picture has the color of what is marked.
 * No interface tells what `::target-text` is.
 */
const charactersMarked = String.raw`async (picture) => {
  if (document.documentElement.scrollHeight > innerHeight) throw new Error('The page is too high to be seen as a whole');
  const image = new Image();
  image.src = picture;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const isMarked = (x, y) => {
    const at = (Math.floor(y) * image.width + Math.floor(x)) * 4;
    return data[at] > 240 && data[at + 1] < 15 && data[at + 2] > 240;
  };
  const graphemes = new Intl.Segmenter();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let marked = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { segment, index } of graphemes.segment(node.data)) {
      if (/^\s*$/.test(segment)) continue;
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + segment.length);
      // A letter after a soft hyphen at which a line ends has a box before it, too.
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      const { x, y, width, height } = boxes.at(-1) ?? range.getBoundingClientRect();
      if (isMarked(x + width / 2, y + height / 2)) marked += segment;
    }
  }
  return marked;
}`;
