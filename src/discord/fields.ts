/** An object of Discord's JSON of which nothing is taken for granted. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; none where the value is something else. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

/** The items of a list; none where the value is something else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
