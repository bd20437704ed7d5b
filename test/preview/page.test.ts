import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { Component, Message } from '../../loopback/wire.ts';
import { markdownToHtml } from '../../preview/markdown.ts';
import { messageToHtml } from '../../preview/message.ts';
import { pageOf } from '../../preview/page.ts';

const seen = (markdown: string) => markdownToHtml(markdown).markup;

test.each([
  [
    '### In the article: 1 passage',
    '<div class="h3" role="heading" aria-level="3">In the article: 1 passage</div>',
  ],
  ['-# rev 9f3c1a2b', '<div class="small">rev 9f3c1a2b</div>'],
  [
    '> “Alibaba **denied** it \\[4\\].”',
    '<blockquote>“Alibaba <strong>denied</strong> it [4].”</blockquote>',
  ],
  ['> one\n> two\n-# A', '<blockquote>one<br>two</blockquote><div class="small">A</div>'],
  ['```\n**as it is** <b>\n```', '<pre><code>**as it is** &lt;b&gt;</code></pre>'],
  ['\\# no heading \\- no item', '<div class="line"># no heading - no item</div>'],
  ['- an item', '<div class="item">an item</div>'],
  ['a\nb', '<div class="line">a<br>b</div>'],
  ['<script>', '<div class="line">&lt;script&gt;</div>'],
  ['[Open](https://example.org)', '<div class="line"><a href="https://example.org">Open</a></div>'],
])('shows %j as Discord would', (markdown, html) => {
  expect(seen(markdown)).toBe(html);
});

function message(flags: number, ...components: readonly Component[]): Message {
  return { id: '1', content: '', flags, components } as unknown as Message;
}

const quotation: Component = {
  type: 17,
  accent_color: 0x2e9e5b,
  components: [
    {
      type: 9,
      components: [{ type: 10, content: '> “Quoted.”' }],
      accessory: { type: 2, style: 2, label: 'Context', custom_id: 'a' },
    },
    { type: 14, divider: true, spacing: 1 },
    {
      type: 1,
      components: [{ type: 2, style: 5, label: 'Open article', url: 'https://example.org/?a=1&b="2"' }],
    },
    {
      type: 1,
      components: [
        {
          type: 3,
          custom_id: 'm',
          placeholder: 'A note',
          options: [{ label: '[4]', value: '4', description: '2 sentences' }],
        },
      ],
    },
  ],
};

test('a container has its color, a section its button, a menu its options', () => {
  const { markup } = messageToHtml(message(1 << 15, quotation));
  expect(markup).toContain('style="--accent: #2e9e5b"');
  expect(markup).toMatch(/<div class="section">.*“Quoted\.”.*Context<\/button><\/div>/s);
  expect(markup).toContain('href="https://example.org/?a=1&amp;b=&quot;2&quot;"');
  expect(markup).toContain('<li>[4]<small>2 sentences</small></li>');
  expect(markup).not.toContain('Only you can see this');
});

test('a private message says who sees it', () => {
  expect(messageToHtml(message((1 << 15) | (1 << 6), quotation)).markup).toContain('Only you can see this');
});

test('a component that the page cannot show is named, not passed over', () => {
  expect(messageToHtml(message(1 << 15, { type: 12 })).markup).toContain('type 12');
});

test('the page loads nothing', async () => {
  const css = await readFile(new URL('../../preview/style.css', import.meta.url), 'utf8');
  const scene = {
    id: 'found',
    title: 'Found',
    by: 'Ada',
    did: 'used /ask question: </pre><script>alert(1)</script>',
    locale: 'en-US',
    message: message(1 << 15, quotation),
    payload: { type: 4, data: { components: [{ content: '</pre><script>' }] } },
  };
  const page = pageOf([scene], css);
  expect(page).toContain('“Quoted.”');
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|src=/);
  expect(css).not.toMatch(/https?:/);
});
