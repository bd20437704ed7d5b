/**
 * The name of an entry that a reference within an archive means: relative to the folder of the file it stands in, or from the
 * root where it opens with `/`; without its query and fragment, percent-encoding decoded.
 */
export function archivePath(file: string, reference: string): string {
  const path = percentDecoded(reference.replace(/[?#].*$/s, '')).replaceAll('\\', '/');
  const segments = path.startsWith('/') ? [] : file.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

function percentDecoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
