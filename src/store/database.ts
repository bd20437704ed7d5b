/** A value of a column. Numbers are whole; bytes come back as a `Uint8Array` and nothing else. */
export type Value = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, Value>>;

/**
 * Runs one statement. `?` stands for each value in turn, which no dialect writes anything else with here. Gives the rows that it returns.
 */
export type Query = (sql: string, values?: readonly Value[]) => Promise<readonly Row[]>;

/** What a change of a scope is heard as; `undefined` means that any may have changed unheard. */
export type Heard = (scope: string | undefined) => void;

/**
 * The only thing that is not the same for both kinds. Everything rejects with a `StoreUnavailable` where the database cannot be used, and
 * with what `work` throws where that throws.
 */
export interface Database {
  /** Reads at one moment: what others commit meanwhile is not seen. Tried twice where the line broke. */
  read<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** All that `work` does, or nothing. Resolves once it lasts. `work` may run again where nothing of it was kept. */
  write<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** Whether it has that table. */
  hasTable(query: Query, name: string): Promise<boolean>;
  /** Within a `write`: waits until it is alone to change the schema. */
  lockSchema(query: Query): Promise<void>;
  /** Within a `write`: has other processes hear of a change of this scope, once it is committed. */
  announce(query: Query, scope: string): Promise<void>;
  /** Hears what other processes announced. Returns what ends it. */
  listen(heard: Heard): () => void;
  /** Copies all of it, as of one moment, into a file that is not there yet; undefined where it must be copied row by row. */
  readonly copyInto?: (path: string) => Promise<void>;
  close(): Promise<void>;
}
