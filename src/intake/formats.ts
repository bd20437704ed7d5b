import type { Format } from './format.ts';

/** Every format, in the order in which they are asked: what anything could be comes last. */
export const FORMATS: readonly Format[] = [];
