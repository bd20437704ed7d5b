import { describe, expect, it } from 'vitest';
import { reservedBy, reservedBySite } from '../../../src/intake/fetching/reservation.ts';

const byTag = (tag: string) => reservedBy(new Map([['x-robots-tag', tag]])) !== undefined;

describe('Header fields', () => {
  it('reserve a text by a directive for everybody or for Verbatim', () => {
    for (const tag of [
      'noarchive',
      'noindex, NoArchive',
      'noai, noimageai',
      'none',
      '*: noarchive',
      'verbatim: noarchive',
      'max-snippet: 20, noarchive',
      'unavailable_after: Wednesday, 25 Jun 2030 15:00:00 PST, noarchive',
      'otherbot: noindex,\nnoarchive',
      'otherbot: noindex, verbatim: noarchive',
    ]) {
      expect(byTag(tag), tag).toBe(true);
    }
  });

  it('reserve nothing by what speaks to another robot or of something else', () => {
    for (const tag of [
      '',
      'noindex, nofollow',
      'otherbot: noarchive',
      'otherbot: noindex, noarchive',
      'googlebot: nofollow,\nbingbot: noarchive',
      'noimageindex',
      'max-image-preview: none',
      'all',
    ]) {
      expect(byTag(tag), tag).toBe(false);
    }
  });

  it('name the terms where they say where these are', () => {
    const headers = new Map([
      ['tdm-reservation', '1'],
      ['tdm-policy', 'https://example.org/terms'],
    ]);
    expect(reservedBy(headers)).toBe(
      'The publisher reserves text and data mining ("tdm-reservation: 1"; its terms are at https://example.org/terms).',
    );
    expect(reservedBy(new Map([['tdm-reservation', '0']]))).toBeUndefined();
  });
});

describe('What a site says of its paths', () => {
  const page = new URL('https://example.org/news/2025/storm.html?print=1');
  const isReserved = (...rules: readonly unknown[]) =>
    reservedBySite(JSON.stringify(rules), page) !== undefined;
  const at = (location: string, reservation: unknown = 1) => ({ location, 'tdm-reservation': reservation });

  it('counts for paths that its patterns fit', () => {
    for (const location of [
      '/',
      '/news',
      '/news/*',
      '*',
      '/*.html',
      '/*/2025/',
      '/news/2025/storm.html?print=1$',
      '*print=1$',
    ]) {
      expect(isReserved(at(location)), location).toBe(true);
    }
    for (const location of [
      '/sport/',
      '/news/2024/',
      '/*.pdf',
      '/news$',
      '/storm.html',
      '/news/*/storm.html$',
    ]) {
      expect(isReserved(at(location)), location).toBe(false);
    }
  });

  it('counts by the first rule that fits', () => {
    expect(isReserved(at('/news/', 0), at('/'))).toBe(false);
    expect(isReserved(at('/'), at('/news/', 0))).toBe(true);
    expect(isReserved(at('/sport/', 0), at('/', '1'))).toBe(true);
  });

  it('reserves nothing where it is not as it should be', () => {
    expect(isReserved(null, 1, {}, { location: 1 }, { location: '/' })).toBe(false);
    expect(reservedBySite('<html>', page)).toBeUndefined();
    expect(reservedBySite('{"location":"/","tdm-reservation":1}', page)).toBeUndefined();
  });
});
