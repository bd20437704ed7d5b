// Makes keys and ids.
import { randomInt } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** 62 bits: two of a million keys are the same once in ten million times, and the database would refuse the second. */
const KEY_LENGTH = 12;
/** 103 bits, which nobody guesses, in what a custom id has room for. */
const DRAFT_LENGTH = 20;

/** A new key of an article, an answer or an addition. */
export function newKey(): string {
  return letters(KEY_LENGTH);
}

/** A new id of a draft. */
export function newDraftId(): string {
  return letters(DRAFT_LENGTH);
}

/** Whether it can be one of these. What cannot is asked of no database, which may choke on its characters. */
export function isKey(text: string): boolean {
  return /^[a-z0-9]{12}(?:[a-z0-9]{8})?$/.test(text);
}

function letters(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
