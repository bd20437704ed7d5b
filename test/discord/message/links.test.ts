import { describe, expect, it } from 'vitest';
import { costOf } from '../../../src/discord/message/budget.ts';
import { compose } from '../../../src/discord/message/compose.ts';
import { unprovedIn } from '../../../src/discord/proof/claims.ts';
import { LIMITS } from '../../../src/limits.ts';
import { contextButton, openButtons, verifyButton } from '../../../src/reply/buttons.ts';
import { LOCALES, type Locale } from '../../../src/reply/locale.ts';
import type { PageOf } from '../../../src/reply/page-of.ts';
import { footerOf, quotationsOf } from '../../../src/reply/passages.ts';
import { quote } from '../../../src/reply/quotation.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { WORDS } from '../../../src/reply/words.ts';
import { createLibrary } from '../../../src/search/search.ts';
import { articleOf, LIGHTHOUSE } from '../../session.ts';
import { everyComponent, quotationsSeen } from '../displayed.ts';

const words = WORDS['en-US'];
const url = 'https://example.org/lighthouse';
const SEVERAL = Array.from({ length: 12 }, (_, at) => `Keeper number ${at + 1} kept the lamp.`).join('\n\n');

function replyOn(
  text: string,
  passages: number,
  address: string | undefined = url,
  locale: Locale = 'en-US',
) {
  const article = articleOf(text, { ...(address ? { url: address } : {}) });
  const quoted = article.sentences.slice(0, passages).map((_, at) => ({ article, first: at, last: at }));
  const reply: Reply = {
    visibility: 'public',
    tone: 'found',
    heading: 'In the article',
    blocks: quotationsOf(quoted, WORDS[locale]),
    ...footerOf(quoted),
    buttons: [verifyButton(quoted, WORDS[locale]), ...openButtons(new Set([article]), WORDS[locale])],
    menus: [],
  };
  return { reply, article };
}

interface Shown {
  readonly type?: number;
  readonly label?: string;
  readonly url?: string;
  readonly content?: string;
  readonly components?: readonly Shown[];
}

/** The pages of the articles here, as somebody serves them. */
const pageOf: PageOf = ({ article, first, last }) =>
  `https://pages.example/p/x-1/${article.id}/s${first + 1}${last > first ? `-${last + 1}` : ''}`;

function messageOf(reply: Reply, locale: Locale = 'en-US', withheld?: ReadonlySet<string>, pages?: PageOf) {
  const reader = {
    locale,
    words: WORDS[locale],
    isRemovable: true,
    pageOf: pages,
    ...(withheld ? { withheld } : {}),
  };
  const composed = compose(reply, reader);
  const all = everyComponent(composed.components) as readonly Shown[];
  const rows = all.flatMap(({ type, components }) => (type === 1 && components ? [components] : []));
  return {
    composed,
    rows: rows.map((row) => row.map(({ label = '' }) => label)),
    links: rows.flat().filter((button) => button.url?.includes(':~:text=')),
    quotations: all.flatMap(({ content }) => (content ? quotationsSeen(content) : [])),
  };
}

describe('The links of a message to its quotations', () => {
  it('stand beside the other buttons of theirs, lettered as they are, and Delete stays last', () => {
    const { rows, links } = messageOf(replyOn(LIGHTHOUSE, 2).reply);
    expect(rows).toEqual([
      ['Context A', 'Context B', 'Open at A ↗', 'Open at B ↗'],
      ['Verify', 'Open article ↗', 'Delete'],
    ]);
    expect(links.map((link) => link.url)).toEqual([
      `${url}#:~:text=The%20lighthouse%20was%20finished%20in%201871%20%5B1%5D.`,
      `${url}#:~:text=Its%20lamp%20burned%20whale%20oil%20until%201902%20%5B2%5D.`,
    ]);
  });

  it('stand in a row of their own where one has no room for all', () => {
    expect(messageOf(replyOn(SEVERAL, 3).reply).rows.slice(0, 2)).toEqual([
      ['Context A', 'Context B', 'Context C'],
      ['Open at A ↗', 'Open at B ↗', 'Open at C ↗'],
    ]);
  });

  it('are named in each language', () => {
    const labels = LOCALES.map(
      (locale) => messageOf(replyOn(LIGHTHOUSE, 1, url, locale).reply, locale).links[0]?.label,
    );
    expect(labels).toEqual(['Open at A ↗', '打开原文 A 处 ↗', '開啟原文 A 處 ↗']);
  });

  it('take no room from quotations: as many are shown as without an address, and as many links as there is room for', () => {
    for (const passages of [1, 2, 3, 5, 6, 8, 9, 10, 11, 12]) {
      const linked = messageOf(replyOn(SEVERAL, passages).reply);
      const plain = messageOf({
        ...replyOn(SEVERAL, passages, '').reply,
        buttons: replyOn(SEVERAL, passages).reply.buttons,
      });
      expect(linked.quotations).toEqual(plain.quotations);
      const { components } = costOf(linked.composed.components);
      expect(components).toBeLessThanOrEqual(LIMITS.message.components);
      expect(linked.rows.every((row) => row.length <= LIMITS.row)).toBe(true);
      const isFull = components >= LIMITS.message.components - 1;
      expect(linked.links.length === linked.quotations.length || isFull).toBe(true);
      expect(linked.links.map(({ label }) => label)).toEqual(
        linked.links.map((_, at) => `Open at ${String.fromCharCode(65 + at)} ↗`),
      );
    }
  });

  it('are none where the article has no address, and none that would be too long', () => {
    expect(messageOf(replyOn(LIGHTHOUSE, 2, '').reply).links).toEqual([]);
    const long = messageOf(replyOn(LIGHTHOUSE, 2, `${url}/${'x'.repeat(LIMITS.url - url.length - 1)}`).reply);
    expect(long.links).toEqual([]);
    expect(long.rows.at(-1)).toEqual(['Verify', 'Open article ↗', 'Delete']);
  });

  it('lead to the page that is shown of a passage longer than a message', () => {
    const text = Array.from({ length: 90 }, (_, at) => `Keeper number ${at + 1} kept the lamp of the tower.`);
    const { reply, article } = replyOn(text.join(' '), 1);
    const whole = quote({ article, first: 0, last: 89 }, { letter: 0, page: 1 });
    const paged: Reply = { ...reply, blocks: [{ kind: 'quotation', quotation: whole }] };
    const { composed, links } = messageOf(paged);
    const { span } = composed.quoted[0] ?? { span: { start: 0, end: 0 } };
    const [first = '', next = ''] = article.text.slice(span.start).split(' ');
    expect(span.start).toBeGreaterThan(0);
    expect(links[0]?.url).toContain(`#:~:text=${first}%20${next}`);
    expect(unprovedIn(composed, createLibrary([article]))).toEqual([]);
  });

  it('are left out where one was not proved', () => {
    const { reply } = replyOn(LIGHTHOUSE, 2);
    const [first] = messageOf(reply).links;
    const { links } = messageOf(reply, 'en-US', new Set([first?.url ?? '']));
    expect(links.map(({ label }) => label)).toEqual(['Open at B ↗']);
  });

  it('belong to quotations with a letter alone', () => {
    const { reply, article } = replyOn(LIGHTHOUSE, 1);
    const passage = { article, first: 0, last: 0 };
    const button = contextButton(passage, words);
    const blocks = reply.blocks.map((block) =>
      block.kind === 'quotation'
        ? { ...block, quotation: { ...block.quotation, letter: undefined, button } }
        : block,
    ) as Reply['blocks'];
    expect(messageOf({ ...reply, blocks }).links).toEqual([]);
  });

  it('lead to pages first, by the sentences that are displayed, and without a letter where there is one quotation', () => {
    const one = messageOf(replyOn(LIGHTHOUSE, 1).reply, 'en-US', undefined, pageOf);
    expect(one.rows[0]).toEqual(['Context', 'Read in context ↗', 'Open at A ↗']);
    const { reply, article } = replyOn(LIGHTHOUSE, 2);
    const two = messageOf(reply, 'en-US', undefined, pageOf);
    expect(two.rows.slice(0, 2)).toEqual([
      ['Context A', 'Context B'],
      ['Read A in context ↗', 'Read B in context ↗', 'Open at A ↗', 'Open at B ↗'],
    ]);
    expect(two.rows.at(-1)).toEqual(['Verify', 'Open at the publisher ↗', 'Delete']);
    expect([...two.composed.pages]).toEqual(
      [1, 2].map((at) => `https://pages.example/p/x-1/${article.id}/s${at}`),
    );
    expect(unprovedIn(two.composed, createLibrary([article]))).toEqual([]);
  });

  it('to pages are proved: one of other sentences or of another article is left out', () => {
    const { reply, article } = replyOn(LIGHTHOUSE, 2);
    for (const wrong of [
      (url: string) => url.replace(/s2$/, 's3'),
      (url: string) => url.replace(/s2$/, 's1-2'),
      (url: string) => url.replace(/s2$/, 's2-3'),
      (url: string) => url.replace(article.id, 'another'),
    ]) {
      const led: PageOf = (passage) => wrong(pageOf(passage) ?? '');
      const { composed } = messageOf(reply, 'en-US', undefined, led);
      const unproved = unprovedIn(composed, createLibrary([article])).map(({ what }) => what);
      expect(unproved).toContain(led({ article, first: 1, last: 1 }));
      const shown = messageOf(reply, 'en-US', new Set(unproved as string[]), led).rows.flat();
      expect(shown).not.toContain('Read B in context ↗');
      expect(shown).toContain('Open at B ↗');
    }
  });
});
