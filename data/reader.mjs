// Reads files of GitHub repositories, for scripts that make data.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** The folder that holds clones and packages, where one was given. */
export const { from } = parseArgs({ options: { from: { type: 'string' } } }).values;

/** Reads files of a GitHub repository at a commit: of a clone in the folder `--from`, or else over the network. */
export function reader({ repository, commit }) {
  return async (path) => {
    if (from) {
      const clone = `${from}/${repository.split('/')[1]}`;
      return execFileSync('git', ['-C', clone, 'show', `${commit}:${path}`], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      });
    }
    const response = await fetch(`https://raw.githubusercontent.com/${repository}/${commit}/${path}`);
    if (!response.ok) throw new Error(`${path} of ${repository}: HTTP ${response.status}`);
    return response.text();
  };
}
