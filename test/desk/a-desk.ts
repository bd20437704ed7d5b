import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../src/corpus/sha256.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { draft } from '../../src/desk/drafting.ts';
import { makeDesk } from '../../src/desk/make-desk.ts';
import type { Sources } from '../../src/desk/sources.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Limits, Store } from '../../src/store/store.ts';

/** A page as somebody saved it, which states its title, publisher, day and language. */
export const FERRY = `<!doctype html><html lang="en"><head><title>The ferry stays</title>
<meta property="og:site_name" content="The Harbor Post">
<meta property="article:published_time" content="2026-03-02">
<link rel="canonical" href="https://harbor.example/ferry"></head><body><nav>Home News</nav><article>
<h1>The ferry stays</h1>
<p>The council voted on Monday to keep the night ferry running. Nine members were in favor, and four were against it.</p>
<p>The ferry carries two hundred people on an ordinary night. Most of them work at the hospital on the other shore.</p>
<h2>What it costs</h2>
<p>Running the boat after midnight costs the town 80,000 crowns a year. The fare stays at three crowns.</p>
<p>The old boat will be sold in spring, said Ida Berg, who has been its captain since 2009.</p>
</article></body></html>`;

/** Text that states nothing of itself. */
export const POEM =
  'The lamp went out before the storm began. Nobody on the pier saw the boat come in. In the morning its ropes were dry. The keeper wrote nothing in his book.';

export interface OnDesk {
  readonly desk: Desk;
  readonly store: Store;
  readonly sources: Sources & { readonly pages: Map<string, string> };
  close(): Promise<void>;
}

export const LIMITS: Limits = { articles: 5, bytes: 100_000, additionsPerHour: 20 };

/** A web of these pages, by address. */
function webOf(pages: Map<string, string>): OnDesk['sources'] {
  return {
    pages,
    async fetchAddress(address) {
      const page = pages.get(address);
      if (page === undefined) return { problem: 'There is no such page. Check the address.' };
      const bytes = Buffer.from(page);
      const response = { address, mediaType: 'text/html', headers: new Map() };
      return {
        value: { outcome: 'fetched', source: { name: address, bytes, response }, etag: sha256(page) },
      };
    },
    async fetchFile({ url }) {
      const file = pages.get(url);
      return file === undefined
        ? { problem: 'The file is no longer there. Attach it again.' }
        : { value: Buffer.from(file) };
    },
  };
}

/** A desk over a database in a folder of its own. Drafts are made in this thread. */
export async function openDesk(limits: Limits = LIMITS, now?: () => number): Promise<OnDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-'));
  const store = openStore({ folder }, { limits, ...(now && { now }) });
  const sources = webOf(new Map());
  return {
    desk: makeDesk({ store, sources, draft }),
    store,
    sources,
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
