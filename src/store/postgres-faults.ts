// What PostgreSQL's errors mean.
import { StoreUnavailable } from './store.ts';

/** Codes of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html) where two transactions stood in each other's way. */
const UNDONE = ['40001', '40P01'];

/** Whether the server undid all of a transaction, so that it may be done again. */
export function isUndone(error: unknown): boolean {
  return UNDONE.includes(codeOf(error));
}

const SYSTEM_FAULTS = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
];

const AWAY = 'Is it running, and does DATABASE_URL name its host and port?';

/** The first that fits. An address, a name and a password are in none of them. */
const FAULTS: readonly (readonly [RegExp, StoreUnavailable['reason'], string])[] = [
  [/^53100$/, 'full', 'The database has no room: the disk of its server is full. Make room on it.'],
  [/^53[24]00$/, 'full', 'The database server is out of memory or of what it allows. Try again later.'],
  [/^53300$/, 'away', 'The database server takes no more connections. Raise max_connections, or end others.'],
  [/^28/, 'broken', 'The database refuses the user or the password of DATABASE_URL.'],
  [/^3D000$/, 'broken', 'The server has no database of the name in DATABASE_URL. Create it with createdb.'],
  [
    /^42501$/,
    'broken',
    'The user of DATABASE_URL may not do that in the database. GRANT it, or name its owner.',
  ],
  [
    /^25006$/,
    'away',
    'The database may only be read, as a standby server may. Name its primary in DATABASE_URL.',
  ],
  [/^(?:57014|55P03|25P03|40)/, 'away', 'The database did not answer in time. Is its server busy?'],
  [/^(?:08|57P)/, 'away', `The database ended the connection. ${AWAY}`],
  [/^(?:XX|58|42|22|23)/, 'broken', 'The database refuses what it is asked'],
];

/** The failure as the interface has it; what is no fault of the database as it is. */
export function unavailable(error: unknown): unknown {
  if (error instanceof StoreUnavailable || !(error instanceof Error)) return error;
  const code = codeOf(error);
  const fault = FAULTS.find(([pattern]) => pattern.test(code));
  if (fault) {
    const [, reason, sentence] = fault;
    return new StoreUnavailable(reason, /[.?]$/.test(sentence) ? sentence : `${sentence} (${code}).`, error);
  }
  if (SYSTEM_FAULTS.includes(code)) {
    return new StoreUnavailable('away', `The database cannot be reached (${code}). ${AWAY}`, error);
  }
  // The driver gives these no code.
  if (/terminated|timeout|not queryable|Connection ended|Client was closed/i.test(error.message)) {
    return new StoreUnavailable('away', `The database does not answer. ${AWAY}`, error);
  }
  if (/SSL|certificate|self.signed/i.test(`${code} ${error.message}`)) {
    return new StoreUnavailable(
      'broken',
      'The database cannot be reached by TLS as DATABASE_URL asks. Give it the certificate by sslrootcert=, or another sslmode=.',
      error,
    );
  }
  return error;
}

/** An attempt at several addresses of one name fails as several. */
function codeOf(error: unknown): string {
  const [first = error] = error instanceof AggregateError ? error.errors : [error];
  return first instanceof Error && 'code' in first ? String(first.code) : '';
}
