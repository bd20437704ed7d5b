import { createHash } from 'node:crypto';
import type { Article } from '../../../src/corpus/article.ts';
import type { Composed } from '../../../src/discord/message/compose.ts';
import type { Locale } from '../../../src/reply/locale.ts';
import type { Library } from '../../../src/search/search.ts';
import { everyComponent, quotationsSeen, seen } from '../displayed.ts';

/** How each statement is worded, to read it back from what is displayed. Groups are the numbers and names in their order. */
interface Wording {
  readonly count: RegExp;
  readonly range: RegExp;
  readonly coverage: RegExp;
  readonly sectionCoverage: RegExp;
  readonly gaps: RegExp;
  readonly places: RegExp;
  readonly sentences: RegExp;
  readonly characters: RegExp;
  readonly page: RegExp;
  readonly noteHeading: RegExp;
  readonly noteLine: RegExp;
  readonly andMore: RegExp;
  readonly size: RegExp;
  readonly held: RegExp;
  readonly compared: RegExp;
  readonly left: RegExp;
  readonly part: RegExp;
  readonly whole: RegExp;
  readonly revision: RegExp;
  readonly publisher: RegExp;
  readonly retrieved: RegExp;
}

const CHINESE = {
  count: /^(?:文章里有：|编辑选定的 |文章裡有：|編輯選定的 )(\d+) 段/,
  range: /^(?:这里是第? ?|這裡是第? ?|第 )(\d+)(?:–(\d+))?(?: 段引文| 段)?，共 (\d+) [段项項]/,
  coverage: /^全文 (\d+) 句中的 (\d+) 句（占全文 (<?\d+) ?%）/,
  sectionCoverage: /^本[节節] (\d+) 句中的 (\d+) 句（占本[节節] (<?\d+) ?%）/,
  gaps: /\[…\]/,
  places: /(?:共 (\d+) 句，[这這][里裡]是|第 (\d+)–(\d+) 句中的)第 ([\d–、]+) 句$/,
  sentences: /第 (\d+)(?:–(\d+))? 句/,
  characters: /字[符元] (\d+)–(\d+)/,
  page: /第 (\d+) [页頁]，共 (\d+) [页頁]/,
  noteHeading: /^(\d+) 句印有 (.+)$/,
  noteLine: /^(\[.+?\]) [见見]第 (.+) 句$/,
  andMore: /(?:另有|还有|還有|另外|等) ?(\d+)/,
  size: /· (\d+) [节節] · (\d+) 句$/,
  held: /^收[录錄]了 (\d+) 篇文章$/,
  compared: /全部 (\d+) 句|(\d+) 篇文章的全部 (\d+) 句/,
  left: /（(\d+)）$/,
  part: /[（(]第? ?(\d+)–(\d+) ?[节節]?，共 (\d+) [节節个個]/,
  whole: /^[这這]就是全文/,
  revision: / · .+ · 版本 ([0-9a-f]{8})$/,
  publisher: /^[发發][布佈]者：(.+?)(?:（|，|$)/,
  retrieved: /，(?:获取于|擷取於) (\S+?)(?= · |$)/,
} satisfies Wording;

const WORDINGS: Readonly<Record<Locale, Wording>> = {
  'en-US': {
    count: /^(?:In the articles?|Chosen by the editors): (\d+) passages?/,
    range: /^(?:Here: (?:quotations )?|Passages? )(\d+)(?: to (\d+))? of (\d+)/,
    coverage: /^(\d+) of (\d+) sentences? \((<?\d+)% of the text\)/,
    sectionCoverage: /^(\d+) of (\d+) sentences? of this section \((<?\d+)% of its text\)/,
    gaps: /\[…\] marks each gap/,
    places: /sentences? ([\d–, and]+) of (?:(\d+)–)?(\d+)$/,
    sentences: /sentences? (\d+)(?:–(\d+))?/,
    characters: /characters (\d+)–(\d+)/,
    page: /page (\d+) of (\d+)/,
    noteHeading: /^(.+) is printed in ([\d,]+) sentences?$/,
    noteLine: /^(\[.+?\]) in sentences? (.+)$/,
    andMore: /and (\d+) more/,
    size: /· (\d+) sections? · ([\d,]+) sentences?$/,
    held: /^(\d+) articles?$/,
    compared: /with (?:the only sentence|all ([\d,]+) sentences?) of (?:the article|(\d+) articles)/,
    left: /\((\d+)\)$/,
    part: /\((\d+)–(\d+) of (\d+)\)/,
    whole: /^This is the whole article/,
    revision: / · .+ · rev ([0-9a-f]{8})$/,
    publisher: /^Published by (.+?)(?: via |, |$)/,
    retrieved: /, as retrieved on (\S+?)(?= · |$)/,
  },
  'zh-CN': CHINESE,
  'zh-TW': CHINESE,
};

const numberOf = (text: string | undefined) => Number((text ?? '').replaceAll(',', ''));

interface Found {
  readonly article: Article;
  readonly start: number;
  readonly end: number;
}

/** How many statements a message makes that were read, and those that are false, in words. */
export interface Reading {
  readonly read: number;
  readonly false: readonly string[];
}

/**
 * Reads every statement of a message from what is displayed, in its language, and compares it with what else is displayed and with the
 * articles' texts. It knows how statements are worded and nothing of how they came to be.
 */
export function readStatements({ components, quoted }: Composed, library: Library, locale: Locale): Reading {
  const wording = WORDINGS[locale];
  const all = everyComponent(components);
  const contents = all.flatMap(({ content }) => (content === undefined ? [] : [content]));
  const displayed = contents.flatMap((content) => quotationsSeen(content));
  const lines = contents.flatMap((content) =>
    /(^|\n)(> |```)/.test(content)
      ? []
      : seen(content)
          .replace(/[\u2066-\u2069]/g, '')
          .split('\n'),
  );
  const falsehoods: string[] = [];
  let read = 0;
  const expect = (isTrue: boolean, what: string) => {
    read += 1;
    if (!isTrue) falsehoods.push(what);
  };
  // Where a quotation stands is looked for anew in the text of the article that it names.
  const found = displayed.flatMap((text, at): Found[] => {
    const { passage, span } = quoted[at] ?? {};
    if (!passage || !span) return [];
    const start = passage.article.text.indexOf(text, span.start);
    const end = start < 0 ? span.end : start + text.length;
    return [{ article: passage.article, start: start < 0 ? span.start : start, end }];
  });
  const isDisplayed = (article: Article, start: number, end: number) =>
    found.some((one) => one.article === article && one.start <= start && end <= one.end);
  const shownOf = (article: Article, from = 0, to = article.sentences.length) =>
    article.sentences
      .slice(from, to)
      .flatMap(({ start, end }, at) => (isDisplayed(article, start, end) ? [from + at + 1] : []));
  const entries = contents.filter((content) => /^\*\*.+\*\*\n(?!> |```|\\\[…)/.test(content)).length;
  const [only] = found.map(({ article }) => article);
  const headingLine = lines[0] ?? '';
  const sectionOf = (article: Article) => {
    const named = /[“「](.+)[”」]/.exec(headingLine)?.[1]?.replace(/…$/, '');
    return article.sections.filter(({ heading }) => named !== undefined && heading.startsWith(named));
  };

  // Each quotation has its letter in the small print under it.
  const letters = lines.flatMap((line) => /^([A-Z]{1,2}) · /.exec(line)?.[1] ?? []);
  let attribution = 0;
  for (const line of lines) {
    const count = wording.count.exec(line);
    if (count) expect(numberOf(count[1]) === displayed.length, `${line} | ${displayed.length} displayed`);
    const range = wording.range.exec(line);
    if (range) {
      const [first, last, of] = [numberOf(range[1]), numberOf(range[2] ?? range[1]), numberOf(range[3])];
      const shown = displayed.length || entries;
      expect(last - first + 1 === shown && last <= of, `${line} | ${shown} displayed`);
      const left = all
        .flatMap((one) =>
          'label' in one && /"style":1/.test(JSON.stringify(one)) ? [String(one.label)] : [],
        )
        .flatMap((label) => wording.left.exec(label)?.[1] ?? []);
      // What a button has no room for it does not promise.
      if (left.length > 0) expect(numberOf(left[0]) <= of - last, `${line} | ${left[0]} left`);
    }
    for (const [kind, wanted] of [
      ['article', wording.coverage],
      ['section', wording.sectionCoverage],
    ] as const) {
      const coverage = wanted.exec(line);
      if (!coverage || !only) continue;
      const [one, two] = [numberOf(coverage[1]), numberOf(coverage[2])];
      const [shown, of] = locale === 'en-US' ? [one, two] : [two, one];
      const wholes = kind === 'article' ? [{ first: 0, end: only.sentences.length }] : sectionOf(only);
      const isTrue = wholes.some(({ first, end }) => {
        const numbers = shownOf(only, first, end);
        const length = (at: number) => {
          const { start = 0, end: to = 0 } = only.sentences[at] ?? {};
          return to - start;
        };
        const total = only.sentences.slice(first, end).reduce((sum, _, at) => sum + length(first + at), 0);
        const part = numbers.reduce((sum, number) => sum + length(number - 1), 0);
        const percent = (100 * part) / total;
        const told = coverage[3] ?? '';
        const isShare = told.startsWith('<') ? percent < 0.5 : Math.abs(Number(told) - percent) <= 1;
        const gaps = numbers.some((number, at) => at > 0 && numbers[at - 1] !== number - 1);
        return numbers.length === shown && end - first === of && isShare && gaps === wording.gaps.test(line);
      });
      expect(isTrue, `${line} | ${shownOf(only).length} displayed`);
    }
    const places = /[▮▯]/.test(line) ? wording.places.exec(line) : null;
    if (places && only) {
      const list = locale === 'en-US' ? (places[1] ?? '') : (places[4] ?? '');
      const numbers = [...list.matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from, to]) =>
        Array.from({ length: numberOf(to ?? from) - numberOf(from) + 1 }, (_, at) => numberOf(from) + at),
      );
      const wholes = [{ first: 0, end: only.sentences.length }, ...sectionOf(only)];
      expect(
        wholes.some(({ first, end }) => shownOf(only, first, end).join() === numbers.join()),
        `${line} | ${shownOf(only).join()}`,
      );
      const bar = [...(/[▮▯]+/.exec(line)?.[0] ?? '')];
      expect(bar.includes('▮') && bar.filter((one) => one === '▮').length <= numbers.length, line);
    }
    const note = wording.noteHeading.exec(line);
    if (note && line === headingLine) {
      const [mark, sentences] = locale === 'en-US' ? [note[1], note[2]] : [note[2], note[1]];
      const printing = library.articles.map(
        ({ text, sentences: held }) =>
          held.filter(({ start, end }) => text.slice(start, end).includes(mark ?? '')).length,
      );
      const isOne = printing.includes(numberOf(sentences));
      expect(isOne || printing.reduce((a, b) => a + b, 0) === numberOf(sentences), line);
    }
    const noteLine = wording.noteLine.exec(line);
    if (noteLine) {
      const list = (noteLine[2] ?? '').replace(wording.andMore, '');
      const numbers = [...list.matchAll(/\d+/g)].map(([number]) => Number(number));
      expect(
        library.articles.some(({ text, sentences }) =>
          numbers.every((number) => {
            const { start = 0, end = 0 } = sentences[number - 1] ?? {};
            return text.slice(start, end).includes(noteLine[1] ?? '');
          }),
        ),
        line,
      );
    }
    const size = wording.size.exec(line);
    if (size) {
      expect(
        library.articles.some(
          ({ sections, sentences }) =>
            sentences.length === numberOf(size[2]) &&
            sections.filter(({ heading }) => heading !== '').length === numberOf(size[1]),
        ),
        line,
      );
    }
    const held = wording.held.exec(line);
    if (held) expect(numberOf(held[1]) === library.articles.length, line);
    const compared = locale === 'en-US' ? wording.compared.exec(line) : null;
    if (compared) {
      const sentences = compared[1] === undefined ? 1 : numberOf(compared[1]);
      const total = library.articles.reduce((sum, article) => sum + article.sentences.length, 0);
      const isOne = library.articles.some((article) => article.sentences.length === sentences);
      expect(compared[2] === undefined ? isOne : total === sentences, line);
    }
    if (wording.whole.test(line) && only) expect(shownOf(only).length === only.sentences.length, line);
    for (const [, letter, hex] of line.matchAll(/\b([A-Z]{1,2})\b[^0-9a-f]*([0-9a-f]{64})/g)) {
      const at = letters.indexOf(letter ?? '');
      const isTrue =
        createHash('sha256')
          .update(displayed[at] ?? '')
          .digest('hex') === hex;
      expect(isTrue, line);
    }
    if (/ [✓✗≈]/.test(line) && displayed.length > 0) {
      const here = ` ${displayed
        .join(' ')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `;
      for (const item of line.split(' · ')) {
        const [, lacking] = /^(.+) ✗$/.exec(item) ?? [];
        const [, read] = /^.+ (?:≈|✗ →) (.+)$/.exec(item) ?? [];
        const isHere = (word: string) =>
          here.includes(` ${word.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `);
        if (lacking !== undefined && locale === 'en-US') expect(!isHere(lacking), `${line} | ${here}`);
        for (const form of read?.split(/, |、/) ?? [])
          expect(here.includes(form.toLowerCase().slice(0, 3)), line);
      }
    }
    // Who stands behind an article is told with its revision, or, where it is listed, by itself.
    const revision = wording.revision.exec(line)?.[1];
    const publisher = wording.publisher.exec(line)?.[1];
    if (revision !== undefined || publisher !== undefined) {
      const day = wording.retrieved.exec(line)?.[1]?.replaceAll('\u2011', '-');
      const isOf = (one: Article) =>
        revision === undefined ? one.publisher === publisher : one.revision.startsWith(revision);
      expect(
        library.articles.some((one) => isOf(one) && one.retrieved?.split('T')[0] === day),
        line,
      );
    }
    // Small print under a quotation: where it stands.
    const sentences = wording.sentences.exec(line);
    const isAttribution = sentences && / · |^[A-Z]{1,2} ·|^第|^sentence/.test(line) && !/[▮▯]/.test(line);
    if (isAttribution && !size && !noteLine && !note && !range && found[attribution]) {
      const { article, start, end } = found[attribution] as Found;
      attribution += 1;
      const held = article.sentences.flatMap((one, at) =>
        one.start < end && one.end > start ? [at + 1] : [],
      );
      const [first, last] = [numberOf(sentences[1]), numberOf(sentences[2] ?? sentences[1])];
      expect(first === held[0] && last === held.at(-1), `${line} | ${held.join()}`);
      const before = line.slice(0, sentences.index).split(' · ').filter(Boolean);
      const named = before.find((part) => !/^[A-Z]{1,2}$/.test(part))?.replace(/…$/, '');
      if (named) {
        const headings = [...article.text.slice(0, start).matchAll(/^#{1,6} +(.+)$/gm)];
        expect((headings.at(-1)?.[1] ?? '').startsWith(named), `${line} | ${headings.at(-1)?.[1]}`);
      }
      const characters = wording.characters.exec(line);
      if (characters)
        expect(numberOf(characters[1]) === start && numberOf(characters[2]) === end, `${line} | ${start}`);
      const page = wording.page.exec(line);
      if (page) expect(numberOf(page[1]) <= numberOf(page[2]), line);
    }
  }
  if (found.length > 0) expect(attribution === found.length, `${attribution} of ${found.length} places told`);
  for (const { placeholder, options } of all as { placeholder?: string; options?: unknown[] }[]) {
    const part = placeholder === undefined ? null : wording.part.exec(placeholder);
    if (!part) continue;
    const offered = numberOf(part[2]) - numberOf(part[1]) + 1;
    const beside = (options?.length ?? 0) - offered;
    expect(beside >= 0 && beside <= 3, `${placeholder} | ${options?.length}`);
  }
  return { read, false: falsehoods };
}
