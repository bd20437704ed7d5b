import type { Session } from '../../commands/command.ts';
import type { Article } from '../corpus/article.ts';
import { publicationOf } from '../reply/attribution.ts';
import { shorten } from '../reply/shorten.ts';
import { flow, type Screen } from './render.ts';

/** How many articles the first screen names. */
const MOST_NAMED = 5;

/** The first screen: what is held, what to type, one example. */
export function welcome({ library, words }: Session, screen: Screen): string {
  const { articles } = library;
  const { style } = screen;
  const sentences = articles.reduce((sum, article) => sum + article.sentences.length, 0);
  const named = articles
    .slice(0, MOST_NAMED)
    .flatMap((article) => [
      ...flow(shorten(article.title, 120), screen, '  '),
      ...flow(words.place.publication(publicationOf(article)), screen, '  ').map(style.dim),
    ]);
  const more = articles.length - MOST_NAMED;
  const example = exampleFor(articles);
  return `${[
    style.bold('Verbatim'),
    ...flow(words.console.held(articles.length, sentences), screen),
    '',
    ...named,
    ...(more > 0 ? [`  ${words.place.andMore(more)}`] : []),
    '',
    ...flow(words.console.intro, screen),
    ...(example ? flow(words.console.tryIt(words.console.example(example)), screen) : []),
    ...flow(words.console.keys, screen).map(style.dim),
    ...flow(words.console.connect, screen).map(style.dim),
  ].join('\n')}\n`;
}

/** A name that an article prints, the rarer the better: its sentences are few, and all about it. */
function exampleFor(articles: readonly Article[]): string | undefined {
  const named = articles.flatMap(({ aliases, sentences, text }) =>
    [...aliases.keys()].map((name) => ({
      name,
      times: sentences.filter(({ start, end }) => text.slice(start, end).includes(name)).length,
    })),
  );
  const printed = named.filter(({ times }) => times > 0);
  return printed.sort((a, b) => a.times - b.times)[0]?.name;
}
