// Condenses SUBTLEX-US to the commonest English words: a line for each, with how often it stands there.
import { writeFileSync } from 'node:fs';
import { readFrequencies } from './read.mjs';

const lines = [...readFrequencies()].map(([word, count]) => `${word}\t${count}`);
writeFileSync(new URL('english.tsv', import.meta.url), `${lines.join('\n')}\n`);
console.log('frequencies', lines.length);
