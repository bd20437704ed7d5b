// Opens a file, a web address, or standard input.
import { fetchSource, isWebAddress, openFile, openInput, PRIVATE, type Source } from '../../intake/intake.ts';
import type { Result } from '../../result.ts';
import { withProgress } from './progress.ts';

/** A source that was opened, and what its server said to ask with again. */
export interface Opened {
  readonly source: Source;
  readonly etag?: string;
  readonly lastModified?: string;
  /** A sentence why its publisher does not want it taken. */
  readonly reserved?: string;
}

/** Opens what a person named: a web address, a path, or `-`. Shows how far a download is. */
export async function openAny(
  name: string,
  { allowPrivate }: { readonly allowPrivate: boolean },
): Promise<Result<Opened>> {
  if (name === '-') return opened(await openInput(process.stdin));
  if (!isWebAddress(name)) return opened(await openFile(name));
  const fetched = await withProgress(`Fetching ${name}`, process.stderr, (onProgress) =>
    fetchSource(name, { allowPrivate, onProgress }),
  );
  if ('problem' in fetched) return { problem: withMeans(fetched.problem) };
  const { value } = fetched;
  if (value.outcome === 'fetched') return { value };
  return {
    problem:
      value.outcome === 'gone'
        ? value.sentence
        : 'The server says that it has not changed, though it was not asked.',
  };
}

/** At the command line a private address can be allowed. */
export function withMeans(problem: string): string {
  return problem.endsWith(PRIVATE) ? `${problem} If it is yours, add --allow-private.` : problem;
}

function opened(read: Result<Source>): Result<Opened> {
  return 'problem' in read ? read : { value: { source: read.value } };
}
