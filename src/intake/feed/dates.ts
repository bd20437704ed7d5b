// Reads the dates of feeds.
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** RFC 822, 5, with the years of RFC 2822 and the full names of months that feeds have: `Sun, 16 Nov 2025 09:05:00 +0100`. */
const RFC_822 =
  /^(?:[a-z]+\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([a-z]+|(?:gmt|utc)?\s*[+-]\d{2}:?\d{2})?)?(?:\s*\([^)]*\))?$/i;

/** W3C-DTF and RFC 3339, as far as they go to a day or beyond, and with the space that some write for the `T`. */
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T\s]+(\d{2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([a-z]+|[+-]\d{2}:?\d{2})?)?$/i;

/** Hours to UTC (RFC 822, 5.1); other names of zones mean several things. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ...['Z', 'UT', 'UTC', 'GMT'].map((zone) => [zone, 'Z'] as const),
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CST', '-06:00'],
  ['CDT', '-05:00'],
  ['MST', '-07:00'],
  ['MDT', '-06:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
]);

/** In UTF-16 units: the longest of RFC 822 with a comment has forty. */
const LONGEST = 100;

/**
 * A date of a feed as ISO 8601, to the minute where it gives a time, with its offset where it gives one: `2025-11-16T09:05+01:00`.
 * Undefined where it is none.
 */
export function isoDate(written: string): string | undefined {
  const text = written.trim();
  if (text.length > LONGEST) return undefined;
  const iso = ISO.exec(text);
  if (iso) return composed(iso[1], iso[2], iso[3], iso[4], iso[5], iso[7]);
  const [, day = '', name = '', year = '', hour, minute, , zone] = RFC_822.exec(text) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  if (month === 0) return undefined;
  return composed(fullYear(year), String(month), day, hour, minute, zone);
}

/** RFC 2822, 4.3. */
function fullYear(year: string): string {
  return year.length === 4 ? year : String(Number(year) + (Number(year) < 50 ? 2000 : 1900));
}

function composed(
  year = '',
  month = '',
  day = '',
  hour: string | undefined,
  minute: string | undefined,
  zone: string | undefined,
): string | undefined {
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  const parsed = new Date(`${date}T00:00:00Z`);
  // The 30th of February would be one of March.
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) return undefined;
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return date;
  return `${date}T${hour.padStart(2, '0')}:${minute}${offset(zone)}`;
}

function offset(zone = ''): string {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign === undefined || hours === undefined) return ZONES.get(zone.toUpperCase()) ?? '';
  if (Number(hours) > 23 || Number(minutes) > 59) return '';
  return Number(hours) + Number(minutes) === 0 ? 'Z' : `${sign}${hours}:${minutes}`;
}
