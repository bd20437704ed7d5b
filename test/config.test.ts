import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, readEndpointConfig } from '../src/config.ts';

const DISCORD_TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.secret-part-of-the-token';

function problemOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  throw new Error('nothing was wrong');
}

describe('readConfig', () => {
  it('needs nothing but a token', () => {
    expect(readConfig({ DISCORD_TOKEN })).toEqual({
      token: DISCORD_TOKEN,
      apiUrl: 'https://discord.com/api',
      logLevel: 'info',
      cooldown: { commands: 5, seconds: 10 },
      limits: { articles: 100, bytes: 20 * 1024 * 1024, additionsPerHour: 30 },
      libraries: { folder: 'libraries', url: undefined },
    });
  });

  it('hides the house shelf, and bounds what other libraries take, where it is told to', () => {
    expect(readConfig({ DISCORD_TOKEN, HOUSE_SHELF: 'off', LIBRARIES_MB: '64' })).toMatchObject({
      hidesHouse: true,
      libraryBytes: 64 * 1024 * 1024,
    });
    expect(readConfig({ DISCORD_TOKEN, HOUSE_SHELF: 'on' }).hidesHouse).toBeUndefined();
    expect(problemOf({ DISCORD_TOKEN, HOUSE_SHELF: 'hidden' })).toMatch(/HOUSE_SHELF is not on or off/);
    expect(problemOf({ DISCORD_TOKEN, LIBRARIES_MB: '0' })).toMatch(/LIBRARIES_MB is not a whole number/);
  });

  it('bounds what a library may hold, and deletes those that are unused where it is told to', () => {
    const set = {
      ARTICLES_PER_SCOPE: '3',
      MIB_PER_SCOPE: '2',
      ADDITIONS_PER_HOUR: '4',
      RETENTION_DAYS: '90',
    };
    expect(readConfig({ DISCORD_TOKEN, ...set })).toMatchObject({
      limits: { articles: 3, bytes: 2 * 1024 * 1024, additionsPerHour: 4 },
      retentionDays: 90,
    });
    expect(readConfig({ DISCORD_TOKEN }).retentionDays).toBeUndefined();
    expect(problemOf({ DISCORD_TOKEN, RETENTION_DAYS: '0' })).toMatch(/RETENTION_DAYS is not a whole number/);
    expect(problemOf({ DISCORD_TOKEN, ARTICLES_PER_SCOPE: 'all' })).toMatch(/ARTICLES_PER_SCOPE is not/);
  });

  it('takes a variable left empty for one not set', () => {
    const config = readConfig({ DISCORD_TOKEN, DISCORD_GUILD_ID: '', DISCORD_API_URL: '', LOG_LEVEL: '' });
    expect(config).toEqual(readConfig({ DISCORD_TOKEN }));
  });

  it.each(['http://127.0.0.1:4000/api', 'http://127.0.0.1:4000/api/', 'http://127.0.0.1:4000/api/v10/'])(
    'reads %s as the address that discord.js adds the version to',
    (DISCORD_API_URL) => {
      expect(readConfig({ DISCORD_TOKEN, DISCORD_API_URL }).apiUrl).toBe('http://127.0.0.1:4000/api');
    },
  );

  it('takes a token that was copied with its scheme or a line break', () => {
    expect(readConfig({ DISCORD_TOKEN: `Bot ${DISCORD_TOKEN}\n` }).token).toBe(DISCORD_TOKEN);
  });

  it('tells where the token is found when there is none', () => {
    expect(problemOf({})).toMatch(/DISCORD_TOKEN is missing\. .*developers\/applications.*Reset Token/);
  });

  it('tells of everything that is wrong at once, without printing a value', () => {
    const values = {
      DISCORD_TOKEN: 'two words of a secret',
      DISCORD_GUILD_ID: 'my-server',
      DISCORD_API_URL: 'ftp://nowhere',
      LOG_LEVEL: 'loud',
      COOLDOWN_COMMANDS: 'plenty',
      COOLDOWN_SECONDS: '-3',
    };
    const problem = problemOf(values);
    for (const [name, value] of Object.entries(values)) {
      expect(problem).toContain(`${name} `);
      expect(problem).not.toContain(value);
    }
    expect(problem.split('\n')).toHaveLength(7);
  });

  it('trims blanks around every value', () => {
    const padded = {
      DISCORD_GUILD_ID: ' 123456789012345678 ',
      LOG_LEVEL: '\tdebug',
      COOLDOWN_SECONDS: ' 7\r',
    };
    expect(readConfig({ DISCORD_TOKEN: ` ${DISCORD_TOKEN}\u00a0`, ...padded })).toMatchObject({
      token: DISCORD_TOKEN,
      guildId: '123456789012345678',
      logLevel: 'debug',
      cooldown: { seconds: 7 },
    });
    expect(problemOf({ DISCORD_TOKEN: '  ' })).toMatch(/DISCORD_TOKEN is missing/);
  });

  it.each([
    [`"${DISCORD_TOKEN}"`, 'stands in quotation marks'],
    [`'${DISCORD_TOKEN}'`, 'stands in quotation marks'],
    [`“${DISCORD_TOKEN}”`, 'stands in quotation marks'],
    [`„${DISCORD_TOKEN}“`, 'stands in quotation marks'],
    [`${DISCORD_TOKEN}"`, 'stands in quotation marks'],
    [`<${DISCORD_TOKEN}>`, 'stands in angle brackets'],
    [`{${DISCORD_TOKEN}}`, 'stands in brackets'],
    [`${DISCORD_TOKEN},`, 'ends with a comma'],
    [`${DISCORD_TOKEN};`, 'ends with a semicolon'],
    [`Bearer ${DISCORD_TOKEN}`, 'begins with "Bearer"'],
  ])('names what stands around a token, which following mends: %s', (token, what) => {
    const problem = problemOf({ DISCORD_TOKEN: token });
    expect(problem).toContain(`DISCORD_TOKEN ${what}`);
    expect(problem).not.toContain(DISCORD_TOKEN);
  });

  it('points out a setting under a name in another case', () => {
    expect(problemOf({ discord_token: DISCORD_TOKEN })).toMatch(
      /DISCORD_TOKEN is missing.*There is a discord_token: names are in capitals, so write DISCORD_TOKEN\./,
    );
  });
});

describe('The settings of the HTTP server', () => {
  const key = 'ab'.repeat(32);

  it('need no token, and have a port', () => {
    expect(readEndpointConfig({ DISCORD_PUBLIC_KEY: key })).toMatchObject({ publicKey: key, port: 8080 });
    expect(readEndpointConfig({ DISCORD_PUBLIC_KEY: key }).token).toBeUndefined();
  });

  it.each([
    [{}, /DISCORD_PUBLIC_KEY is missing\. Copy the public key from/],
    [{ DISCORD_PUBLIC_KEY: 'no' }, /DISCORD_PUBLIC_KEY is not 64 digits/],
    [{ DISCORD_PUBLIC_KEY: key, PORT: '99999' }, /PORT is not the number of a port/],
    [
      { DISCORD_PUBLIC_KEY: key, PUBLIC_URL: 'https://a.example' },
      /PAGE_SECRET is missing: .*openssl rand -hex 32/,
    ],
    [{ DISCORD_PUBLIC_KEY: key, PUBLIC_URL: 'https://a.example/?x' }, /PUBLIC_URL has a \? or a #/],
    [{ DISCORD_PUBLIC_KEY: key, PAGE_SECRET: 'short' }, /PAGE_SECRET has fewer than 32 characters/],
    [
      { DISCORD_PUBLIC_KEY: key, READER_MS: '5', READER_DIR: 'x' },
      /READER_MS is not a whole number of milliseconds/,
    ],
  ])('that are wrong are told with what mends them: %j', (env, sentence) => {
    expect(() => readEndpointConfig(env)).toThrow(sentence);
    expect(() => readEndpointConfig(env)).not.toThrow(/DISCORD_TOKEN/);
  });
});
