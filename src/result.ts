/** A value, or why there is none: a sentence for whoever asked, unless `P` says otherwise. */
export type Result<T, P = string> = { readonly value: T } | { readonly problem: P };
