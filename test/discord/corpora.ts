import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Message } from '../../loopback/wire.ts';
import type { Article } from '../../src/corpus/article.ts';
import { contentsOf, quotationsSeen } from './displayed.ts';

/** The articles of this repository. */
export const OWN = fileURLToPath(new URL('../../corpus', import.meta.url));

/** A folder of article files: name without `.md` → text under the front matter. */
export function corpusOf(texts: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
  for (const [id, text] of Object.entries(texts)) {
    const frontMatter = `---\ntitle: The *${id}* report\npublisher: Herald_of_@everyone\nlang: en\n---\n`;
    writeFileSync(join(folder, `${id}.md`), frontMatter + text);
  }
  return folder;
}

/** What the reader sees quoted in a message. */
export function quotationsOf({ components }: Pick<Message, 'components'>): string[] {
  return contentsOf({ components: components as never }).flatMap(quotationsSeen);
}

/** Expects every quotation of a message, and at least `least`, to be whole sentences of one of `articles`. */
export function expectVerbatim(message: Message, articles: readonly Article[], least = 1): void {
  const quotations = quotationsOf(message);
  expect(quotations.length).toBeGreaterThanOrEqual(least);
  for (const quotation of quotations) {
    const isPrinted = articles.some(({ text, sentences }) =>
      sentences.some(
        ({ start }) =>
          text.startsWith(quotation, start) && sentences.some(({ end }) => end === start + quotation.length),
      ),
    );
    expect(isPrinted, quotation).toBe(true);
  }
}
