import type { Format } from './format.ts';
import { html } from './formats/html.ts';

/** Every format, in the order in which they are asked: what anything could be comes last. */
export const FORMATS: readonly Format[] = [html];
