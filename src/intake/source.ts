/** Where a text comes from, as bytes: a file, standard input, or what a web server answered. */
export interface Source {
  /** As whoever named it would find it again: a path, a web address, or `-` for standard input. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it came from the web: what the server said with it. */
  readonly response?: SourceResponse;
}

export interface SourceResponse {
  /** The address that answered, after redirects. */
  readonly address: string;
  /** Media type in lower case without parameters, such as `text/html`; empty where none was told. */
  readonly mediaType: string;
  /** `charset` of the content type, as told. */
  readonly charset?: string;
  /** Header fields by their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** The ending of a source's name in lower case, without its dot: `pdf`; empty where it has none. */
export function endingOf({ name, response }: Source): string {
  const path = response === undefined ? name : new URL(response.address).pathname;
  return /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}
