// The first screen.
import type { Session } from '../../commands/command.ts';
import { type Article, countSentences } from '../corpus/article.ts';
import { publicationOf } from '../reply/attribution.ts';
import { shorten } from '../reply/shorten.ts';
import { flow, type Screen } from './render.ts';

/** How many articles the first screen names. */
const MOST_NAMED = 5;

/** The first screen: what is held, what to type, one example. */
export async function welcome(session: Session, screen: Screen): Promise<string> {
  const { library, words } = session;
  const { articles } = library;
  const { style } = screen;
  const sentences = countSentences(articles);
  const named = articles
    .slice(0, MOST_NAMED)
    .flatMap((article) => [
      ...flow(shorten(article.title, 120), screen, '  '),
      ...flow(words.place.publication(publicationOf(article)), screen, '  ').map(style.dim),
    ]);
  const more = articles.length - MOST_NAMED;
  const example = await exampleFor(session);
  return `${[
    style.bold('Verbatim'),
    ...flow(words.console.held(articles.length, sentences), screen),
    '',
    ...named,
    ...(more > 0 ? [`  ${words.place.andMore(more)}`] : []),
    '',
    ...flow(words.console.intro, screen),
    ...(example ? flow(words.console.tryIt(example), screen) : []),
    ...flow(words.console.keys, screen).map(style.dim),
    ...flow(words.console.connect, screen).map(style.dim),
  ].join('\n')}\n`;
}

/** A question that is answered: about the rarest of the articles' names, since its sentences are few and all about it. */
async function exampleFor({ library, words }: Session): Promise<string | undefined> {
  const name = rarestName(library.articles.slice(0, MOST_NAMED));
  if (name === undefined) return undefined;
  for (const question of [words.console.example(name), name]) {
    const { outcome } = await library.ask(question, { limit: 1 });
    if (outcome === 'found') return question;
  }
  return undefined;
}

function rarestName(articles: readonly Article[]): string | undefined {
  const named = articles.flatMap(({ aliases, sentences, text }) =>
    [...aliases.keys()].map((name) => ({
      name,
      times: sentences.filter(({ start, end }) => text.slice(start, end).includes(name)).length,
    })),
  );
  const printed = named.filter(({ times }) => times > 0);
  return printed.sort((a, b) => a.times - b.times)[0]?.name;
}
