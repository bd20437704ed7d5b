// npm run burst: a thousand commands at once.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Answer } from '../loopback/answers.ts';
import { startLoopback } from '../loopback/loopback.ts';
import { sentencesFrom } from './bench/generate.ts';
import { questionsAbout } from './bench/questions.ts';
import { orTell, Unusable } from './unusable.ts';

const USAGE = `npm run burst [-- options]

A thousand commands at once, to a bot of its own process on a Discord of this machine: how long until each has its first
response, of which Discord waits 3 seconds for, and until the last is answered.

  --commands N     how many commands (default: 1000)
  --articles N     over how many articles (default: 30)
  --sentences N    of how many sentences each (default: 200)
  --corpus DIR     articles of a folder instead; asked about are words of the made-up ones
  --burners N      processes that keep a processor each busy meanwhile (default: 1)`;

const SEED = 7;
const SENTENCES_A_SECTION = 20;

function optionsOf(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      commands: { type: 'string', default: '1000' },
      articles: { type: 'string', default: '30' },
      sentences: { type: 'string', default: '200' },
      burners: { type: 'string', default: '1' },
      corpus: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const count = (name: 'commands' | 'articles' | 'sentences' | 'burners') => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < (name === 'burners' ? 0 : 1)) {
      throw new Unusable(`--${name} takes a whole number, not ${values[name]}.`);
    }
    return value;
  };
  return {
    help: values.help,
    corpus: values.corpus,
    commands: count('commands'),
    articles: count('articles'),
    sentences: count('sentences'),
    burners: count('burners'),
  };
}

/** Writes made-up articles into a folder of their own. */
function writeArticles(articles: number, sentences: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-burst-'));
  const each = sentences.length / articles;
  for (let article = 0; article < articles; article += 1) {
    const own = sentences.slice(article * each, (article + 1) * each);
    const sections = Array.from({ length: Math.ceil(own.length / SENTENCES_A_SECTION) }, (_, at) => {
      const text = own.slice(at * SENTENCES_A_SECTION, (at + 1) * SENTENCES_A_SECTION).join(' ');
      return `## Part ${at + 1}\n\n${text}\n`;
    });
    const front = `---\ntitle: Text ${article + 1}\npublisher: burst\nlang: en\n---\n\n`;
    writeFileSync(join(folder, `text-${article + 1}.md`), front + sections.join('\n'));
  }
  return folder;
}

/** Of sorted numbers, the one that so many percent do not exceed. */
function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

async function main(): Promise<void> {
  const { help, commands, articles, sentences: each, burners, corpus } = optionsOf(process.argv.slice(2));
  if (help) {
    console.log(USAGE);
    return;
  }
  const made = sentencesFrom(SEED);
  const sentences = Array.from({ length: articles * each }, () => made.next().value);
  const own = corpus === undefined ? writeArticles(articles, sentences) : undefined;
  const questions = questionsAbout(sentences, commands, SEED);
  // Longer than Discord waits, so that what is late is measured.
  const discord = await startLoopback({ replyWithin: 30_000, finishWithin: 300_000 });
  const bot = spawn(process.execPath, [fileURLToPath(new URL('../src/main.js', import.meta.url))], {
    env: {
      PATH: process.env.PATH ?? '',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
      CORPUS_DIR: corpus ?? own ?? '',
      COOLDOWN_COMMANDS: '1000',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const busy = Array.from({ length: burners }, () => spawn(process.execPath, ['-e', 'for (;;);']));
  try {
    await discord.gateway.ready(120_000);
    const begun = performance.now();
    const given = await Promise.all(
      Array.from({ length: commands }, (_, n) =>
        discord
          .slash({
            name: 'ask',
            user: `Reader ${n % 250}`,
            options: { question: questions[n % questions.length]?.question ?? 'Who?' },
          })
          .catch(() => undefined),
      ),
    );
    const answers = given.filter((answer) => answer !== undefined);
    // Where an answer is public after all, the message that waited goes last.
    const isWhole = ({ deferred, message, followUps }: Answer) =>
      !deferred || !message || followUps.length === 0 || !discord.message(message.id);
    const patience = performance.now() + 60_000;
    while (!answers.every(isWhole) && performance.now() < patience)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const all = performance.now() - begun;
    const times = answers.map(({ millis }) => millis).sort((a, b) => a - b);
    const deferred = answers.filter((answer) => answer.deferred).length;
    const late = times.filter((ms) => ms > 3000).length + commands - answers.length;
    console.log(
      [
        `${commands} commands, ${articles} articles, ${burners} ${burners === 1 ? 'burner' : 'burners'}, ${availableParallelism()} processors`,
        `first response: p50 ${seconds(percentile(times, 50))}, p99 ${seconds(percentile(times, 99))}, max ${seconds(percentile(times, 100))}`,
        `later than 3 s: ${late}; deferred: ${deferred}, of which public: ${answers.filter(({ followUps }) => followUps.length > 0).length}`,
        `all answered after ${seconds(all)}; refused requests: ${discord.rejections.length}`,
      ].join('\n'),
    );
  } finally {
    for (const child of [bot, ...busy]) child.kill('SIGKILL');
    await discord.close();
    if (own !== undefined) rmSync(own, { recursive: true });
  }
}

await orTell(main);
