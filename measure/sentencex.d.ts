// Types of the package sentencex, which has none.
declare module 'sentencex' {
  /** The sentences of a text in a language, with the white space behind them. */
  export default function segment(language: string, text: string): string[];
}
