// Recognizes what publishers reserve.
import type { SourceResponse } from '../source.ts';
import type { Metadata } from './metadata.ts';

/**
 * Why a publisher does not want its page taken: by TDMRep (W3C Community Group Final Report, 2024) or by what it tells
 * robots; undefined where it says nothing of the kind.
 */
export function reservationOf({ meta }: Metadata, response: SourceResponse | undefined): string | undefined {
  const headers = response?.headers ?? new Map<string, string>();
  if ([meta.get('tdm-reservation'), headers.get('tdm-reservation')].some((value) => value?.trim() === '1'))
    return 'The page reserves text and data mining (tdm-reservation).';
  const told = [...meta].filter(([name]) => /^robots$|bot$/.test(name)).map(([, content]) => content);
  const words = [...told, headers.get('x-robots-tag') ?? '']
    .join(',')
    .toLowerCase()
    .split(/[\s,:]+/);
  const word = ['noarchive', 'noai', 'noimageai'].find((one) => words.includes(one));
  return word && `The page tells robots "${word}".`;
}
