// Fetches attachments and web addresses.
import { type Fetched, type FetchOptions, fetchSource } from '../intake/intake.ts';
import type { Result } from '../result.ts';

/** A file that came along with a command, and where it can be fetched for a while. */
export interface AttachedFile {
  readonly name: string;
  readonly url: string;
}

/** Where sources are got from. A problem is one sentence. */
export interface Sources {
  fetchAddress(
    address: string,
    asked?: Pick<FetchOptions, 'etag' | 'lastModified'>,
  ): Promise<Result<Fetched>>;
  /** The bytes of a file. */
  fetchFile(file: AttachedFile): Promise<Result<Uint8Array>>;
}

/**
 * The web, by the same rules as for whoever runs the program. Files are fetched from where they were sent to; where that is a stand-in on the
 * operator's own network (`ownHost`), it is let in for files alone.
 */
export function webSources(ownHost: string | undefined): Sources {
  return {
    fetchAddress: (address, asked = {}) => fetchSource(address, asked),
    async fetchFile({ url }) {
      const allowPrivate = ownHost !== undefined && URL.canParse(url) && new URL(url).host === ownHost;
      const fetched = await fetchSource(url, { allowPrivate, isHandedOver: true });
      if ('problem' in fetched) return fetched;
      if (fetched.value.outcome === 'fetched') return { value: fetched.value.source.bytes };
      return { problem: 'The file is no longer there. Attach it again.' };
    },
  };
}
