// Which packages are bundled into dist/.
/**
 * Packages that are loaded on every start, and those of which little is used beside what they weigh: of all others, which stay in
 * node_modules, a copy is installed with the program.
 */
export const bundled = [
  ...['zod', 'yaml', 'fuse.js', 'stopword', '@orama/stemmers', 'dotenv'],
  ...['lru-cache', 'prom-client', '@opentelemetry/api', 'tdigest', 'bintrees'],
];
