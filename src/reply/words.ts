import type { Locale } from './locale.ts';

/** Every word of the interface, in one language. A key that a language lacks does not compile. */
export interface Words {
  readonly context: string;
}

const english: Words = { context: 'Context' };
const simplified: Words = { context: '上下文' };
const traditional: Words = { context: '上下文' };

export const WORDS: Readonly<Record<Locale, Words>> = {
  'en-US': english,
  'zh-CN': simplified,
  'zh-TW': traditional,
};
