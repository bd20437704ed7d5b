import { describe, expect, it } from 'vitest';
import { fields } from '../../../src/corpus/fields.ts';
import { isoDate } from '../../../src/intake/feed/dates.ts';

const DATES: Readonly<Record<string, string>> = {
  'Sun, 16 Nov 2025 09:05:00 +0100': '2025-11-16T09:05+01:00',
  'Sun, 16 Nov 2025 09:05:59 GMT': '2025-11-16T09:05Z',
  'Sun, 16 Nov 2025 09:05 EST': '2025-11-16T09:05-05:00',
  'Sun, 16 Nov 2025 9:05:00 UT': '2025-11-16T09:05Z',
  'Sunday, 16 November 2025 09:05:00 -0000': '2025-11-16T09:05Z',
  '16 Nov 25 09:05 PDT': '2025-11-16T09:05-07:00',
  '6 Nov 1999 09:05:00 +05:30': '1999-11-06T09:05+05:30',
  'Sun, 16 Nov 2025 09:05:00': '2025-11-16T09:05',
  'Sun, 16 Nov 2025 09:05:00 CET': '2025-11-16T09:05',
  'Sun, 16 Nov 2025': '2025-11-16',
  'Sunday, 16-Nov-25 09:05:00 GMT': '2025-11-16T09:05Z',
  '2025-11-16T09:05:00Z': '2025-11-16T09:05Z',
  '2025-11-16T09:05:00.123+01:00': '2025-11-16T09:05+01:00',
  '2025-11-16T09:05-0500': '2025-11-16T09:05-05:00',
  '2025-11-16 09:05:00': '2025-11-16T09:05',
  '2025-11-16': '2025-11-16',
  ' \n 2025-11-16 ': '2025-11-16',
};

describe('A date of a feed', () => {
  it('is read as it is written in feeds, with its own offset', () => {
    for (const [written, iso] of Object.entries(DATES)) expect(isoDate(written), written).toBe(iso);
  });

  it('is one that the front matter of an article takes', () => {
    for (const written of Object.keys(DATES)) {
      const published = isoDate(written);
      const read = fields.safeParse({ title: 'Storm', publisher: 'The Daily', lang: 'en', published });
      expect(read.success, written).toBe(true);
    }
  });

  it('is none where it names no day', () => {
    for (const written of [
      '',
      'yesterday',
      '30 Feb 2025',
      '2025-13-01',
      '2025-02-30T09:05Z',
      'Sun, 16 Foo 2025',
      '2025',
    ]) {
      expect(isoDate(written), written).toBeUndefined();
    }
  });
});
