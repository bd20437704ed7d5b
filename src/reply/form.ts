// What a form is.
import type { Edit } from './edit.ts';

/** Something to be filled in, and what is done with it then. Lengths are those of Discord (`LIMITS.form`). */
export interface Form {
  readonly title: string;
  readonly submit: Edit;
  /** At most `LIMITS.form.fields`. */
  readonly fields: readonly FormField[];
}

interface Labeled {
  /** By which what was filled in is read. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly isRequired: boolean;
}

export type FormField =
  | (Labeled & {
      readonly kind: 'line' | 'paragraph';
      /** What stands there at first. */
      readonly value?: string;
      /** In UTF-16 units. */
      readonly maxLength: number;
      readonly placeholder?: string;
    })
  | (Labeled & {
      readonly kind: 'choice';
      /** At most `LIMITS.choices.most`, of which several may be chosen. */
      readonly options: readonly {
        readonly label: string;
        readonly description?: string;
        readonly value: string;
      }[];
    });

/** What was filled in, by the ids of the fields: a text, or the values that were chosen. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;
