// Gets a source: an attached file, an address, a pasted text.
import { sha256 } from '../corpus/sha256.ts';
import { type FetchOptions, type Source, today } from '../intake/intake.ts';
import type { Unable, Wanted } from './desk.ts';
import type { Taking, Told } from './drafting.ts';
import type { Sources } from './sources.ts';

/** A source that was got, and what front matter will say of where it came from. */
export type Got = Pick<Taking, 'source' | 'told' | 'came'>;

/** Gets what is to be taken in. */
export async function get(wanted: Wanted, sources: Sources): Promise<Got | Unable> {
  switch (wanted.kind) {
    case 'address': {
      const got = await getAddress(wanted.address, sources);
      return got === 'unchanged' ? { refused: 'no-source' } : got;
    }
    case 'file': {
      const fetched = await sources.fetchFile(wanted.file);
      if ('problem' in fetched) return { refused: 'source', problem: fetched.problem };
      return gotOf({ name: wanted.file.name, bytes: fetched.value });
    }
    case 'text':
      return gotOf({ name: '-', bytes: Buffer.from(wanted.text) }, wanted.told);
  }
}

/** Gets a web address; `asked` is what its server said before, to be told whether it has changed since. */
export async function getAddress(
  address: string,
  sources: Sources,
  asked?: Pick<FetchOptions, 'etag' | 'lastModified'>,
): Promise<Got | 'unchanged' | Unable> {
  const fetched = await sources.fetchAddress(address, asked);
  if ('problem' in fetched) return { refused: 'source', problem: fetched.problem };
  const { value } = fetched;
  if (value.outcome === 'unchanged') return 'unchanged';
  if (value.outcome === 'gone') return { refused: 'source', problem: value.sentence };
  if (value.reserved !== undefined) return { refused: 'source', problem: value.reserved };
  const { source, etag, lastModified } = value;
  const got = gotOf(source);
  return { ...got, came: { ...got.came, source_etag: etag, source_modified: lastModified } };
}

function gotOf(source: Source, told: Told = {}): Got {
  const { name, bytes } = source;
  return { source, told, came: { retrieved: today(), source: name, source_sha256: sha256(bytes) } };
}
