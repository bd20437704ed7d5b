// What a format is.
import type { Result } from '../result.ts';
import type { SourceDocument } from './document.ts';
import type { Source } from './source.ts';

/** One kind of source, and how it is read. Each is a file in `formats/`; the list of them is `formats.ts`. */
export interface Format {
  /** What it is called in a sentence: "a web page", "a PDF". */
  readonly name: string;
  /** Whether a source is one, by its first bytes, its media type and its name. Cheap: asked of every source, in the order of the list. */
  recognizes(source: Source): boolean;
  /**
   * Its documents: one, or the entries of a feed. What it refuses is a problem, one sentence ready to print that says what is wrong
   * and how to mend it: a password, no text in it, a page that asks for a login. Throws nothing for any bytes.
   */
  read(source: Source, options: ReadingOptions): Promise<Result<readonly SourceDocument[]>>;
}

export interface ReadingOptions {
  /** Told how far a long reading is, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}
