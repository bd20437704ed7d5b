declare module 'stopword' {
  /** Stop words by ISO 639-3 code, lower case. */
  export const ara: readonly string[];
  export const deu: readonly string[];
  export const ell: readonly string[];
  export const eng: readonly string[];
  export const hin: readonly string[];
  export const ron: readonly string[];
  export const rus: readonly string[];
  export const spa: readonly string[];
  export const tha: readonly string[];
  export const tur: readonly string[];
  export const vie: readonly string[];
  export const zho: readonly string[];
}
