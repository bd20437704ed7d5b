import { describe } from 'vitest';
import { dropDatabases, isPostgresThere, newDatabase } from './databases.ts';
import { keepsItsPromises } from './suite.ts';

describe.skipIf(!isPostgresThere)('a store in PostgreSQL (DATABASE_URL, else 127.0.0.1:5432)', () => {
  keepsItsPromises({
    place: async () => ({ folder: 'nowhere', url: await newDatabase() }),
    clear: dropDatabases,
  });
});
