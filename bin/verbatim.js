#!/usr/bin/env node
// The program of an installed package: prebuilt, with the articles of the folder where it is started, or else those that come along.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

if (!process.env.CORPUS_DIR && !existsSync('corpus'))
  process.env.CORPUS_DIR = fileURLToPath(new URL('../corpus', import.meta.url));
await import('../dist/src/main.js');
