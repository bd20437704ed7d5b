import type { ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { fetchSource } from '../../../src/intake/fetching/fetch-source.ts';
import { redirectedTo } from '../../../src/intake/fetching/redirect.ts';
import { SELF_SIGNED } from './certificate.ts';
import { networkWith, served } from './served.ts';

const TEXT = 'The ferry was late. Nobody minded. The captain bought a round.';
const network = networkWith();

async function textOf(address: string): Promise<string> {
  const fetched = await fetchSource(address, { network });
  if ('problem' in fetched) return fetched.problem;
  if (fetched.value.outcome !== 'fetched') return fetched.value.outcome;
  return new TextDecoder().decode(fetched.value.source.bytes);
}

async function problemOf(address: string, given = network): Promise<string> {
  const fetched = await fetchSource(address, { network: given });
  return 'problem' in fetched ? fetched.problem : fetched.value.outcome;
}

const says =
  (head: Readonly<Record<string, string | string[]>>, body: string | Buffer = TEXT) =>
  (_request: unknown, answer: ServerResponse) =>
    answer.writeHead(200, head).end(body);

const leadsTo =
  (location: string, status = 302) =>
  (_request: unknown, answer: ServerResponse) =>
    answer.writeHead(status, { location }).end();

describe('A page', () => {
  it('comes with its bytes, its address, its media type and its header fields', async () => {
    const { origin } = await served({
      '/a?b=c': says({
        'Content-Type': 'Text/HTML; charset="ISO-8859-1"',
        'X-Robots-Tag': ['otherbot: noarchive', 'nofollow'],
        'Set-Cookie': 'seen=1',
        ETag: '"7"',
        'Last-Modified': 'Sun, 16 Nov 2025 09:05:00 GMT',
      }),
    });
    const fetched = await fetchSource(`${origin}/a?b=c#part`, { network });
    expect(fetched).toMatchObject({
      value: {
        outcome: 'fetched',
        etag: '"7"',
        lastModified: 'Sun, 16 Nov 2025 09:05:00 GMT',
        source: {
          name: `${origin}/a?b=c`,
          bytes: new TextEncoder().encode(TEXT),
          response: { address: `${origin}/a?b=c`, mediaType: 'text/html', charset: 'ISO-8859-1' },
        },
      },
    });
    const headers =
      'value' in fetched && fetched.value.outcome === 'fetched'
        ? fetched.value.source.response.headers
        : undefined;
    expect(headers?.get('x-robots-tag')).toBe('otherbot: noarchive,\nnofollow');
    expect(headers?.has('set-cookie')).toBe(false);
  });

  it('is asked for under a name that says who asks, and without cookies', async () => {
    const { origin, requests } = await served({
      '/': (_request, answer) => answer.writeHead(302, { location: '/b', 'set-cookie': 'seen=1' }).end(),
      '/b': says({}),
    });
    expect(await textOf(origin)).toBe(TEXT);
    for (const { headers } of requests) {
      expect(headers['user-agent']).toBe(`Verbatim/${packageJson.version} (+${packageJson.homepage})`);
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('accept-language');
    }
    expect(packageJson.homepage).toMatch(/^https:/);
  });

  it('tells how much of it has come', async () => {
    const { origin } = await served({ '/': says({ 'content-length': String(TEXT.length) }) });
    const shares: number[] = [];
    await fetchSource(origin, { network, onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
  });

  it('is not asked through a proxy', async () => {
    const { origin } = await served({ '/': says({}) });
    const proxy = await served({ '*': says({}, 'Altered on the way.') });
    process.env.http_proxy = proxy.origin;
    process.env.HTTP_PROXY = proxy.origin;
    onTestFinished(() => {
      delete process.env.http_proxy;
      delete process.env.HTTP_PROXY;
    });
    expect(await textOf(origin)).toBe(TEXT);
    expect(proxy.requests).toEqual([]);
  });
});

describe('An address', () => {
  it('that is not of the web is told', async () => {
    for (const address of [
      'file:///etc/passwd',
      'ftp://example.org/a',
      'gopher://example.org',
      'data:text/html,a',
      'storm',
      '',
    ]) {
      expect(await problemOf(address), address).toMatch(
        / is no web address\. Write one that begins with https/,
      );
    }
  });

  it('with a password is told without it', async () => {
    const problem = await problemOf('https://anna:secret@example.org/');
    expect(problem).toMatch(/example\.org holds a user name or a password/);
    expect(problem).not.toMatch(/secret|anna/);
  });
});

describe('Redirects', () => {
  it('are followed five times, to relative addresses too', async () => {
    const { origin, paths } = await served({
      '/a/1': leadsTo('2'),
      '/a/2': leadsTo('./3?x=y#part'),
      '/a/3?x=y': ({ headers }, answer) => leadsTo(`//${headers.host}/b`)(undefined, answer),
      '/b': says({}),
    });
    expect(await textOf(`${origin}/a/1`)).toBe(TEXT);
    expect(paths()).toEqual(['/a/1', '/a/2', '/a/3?x=y', '/b']);

    const chain = await served({
      ...Object.fromEntries([0, 1, 2, 3, 4].map((n) => [`/${n}`, leadsTo(`/${n + 1}`, n % 2 ? 308 : 301)])),
      '/5': says({}),
    });
    const fetched = await fetchSource(`${chain.origin}/0`, { network });
    expect(fetched).toMatchObject({
      value: { source: { name: `${chain.origin}/0`, response: { address: `${chain.origin}/5` } } },
    });
  });

  it('are not followed a sixth time', async () => {
    const { origin, paths } = await served({
      ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((n) => [`/${n}`, leadsTo(`/${n + 1}`)])),
      '/6': says({}),
    });
    expect(await problemOf(`${origin}/0`)).toMatch(/leads on for more than 5 redirects\. Give/);
    expect(paths()).not.toContain('/6');
  });

  it('in a circle are told at once', async () => {
    const { origin, paths } = await served({ '/a': leadsTo('/b'), '/b': leadsTo('/a#again') });
    expect(await problemOf(`${origin}/a`)).toMatch(/leads in a circle/);
    expect(paths()).toEqual(['/a', '/b']);
  });

  it('to another scheme, to nowhere or to a password are told', async () => {
    for (const location of [
      'file:///etc/passwd',
      'ftp://example.org/',
      'javascript:alert(1)',
      'http://',
      'http://a:b@example.org/',
    ]) {
      const { origin, paths } = await served({ '/': leadsTo(location) });
      expect(await problemOf(origin), location).toMatch(/leads to what is not fetched\. /);
      expect(paths()).toEqual(['/']);
    }
    const { origin } = await served({ '/': (_request, answer) => answer.writeHead(302).end() });
    expect(await problemOf(origin)).toMatch(/leads elsewhere without saying where/);
  });

  it('keep the letters of an address that is written in UTF-8', () => {
    const location = Buffer.from('/straße').toString('latin1');
    expect(redirectedTo(new URL('https://example.org/'), location)).toEqual({
      value: new URL('https://example.org/stra%C3%9Fe'),
    });
  });

  it('from https to http are told, since text could be altered there', () => {
    const from = new URL('https://example.org/');
    expect(redirectedTo(from, 'http://example.org/a')).toEqual({
      problem: expect.stringMatching(/from https to http.*: http:\/\/example\.org\/a$/),
    });
    expect(redirectedTo(new URL('http://example.org/'), 'https://example.org/')).toHaveProperty('value');
  });
});

describe('A compressed page', () => {
  it('is decoded, whatever it was compressed by and how often', async () => {
    const body = Buffer.from(TEXT);
    const { origin } = await served({
      '/gzip': says({ 'content-encoding': 'gzip' }, gzipSync(body)),
      '/x-gzip': says({ 'content-encoding': 'X-GZip' }, gzipSync(body)),
      '/deflate': says({ 'content-encoding': 'deflate' }, deflateSync(body)),
      '/raw': says({ 'content-encoding': 'deflate' }, deflateRawSync(body)),
      '/br': says({ 'content-encoding': 'br' }, brotliCompressSync(body)),
      '/none': says({ 'content-encoding': 'identity' }, body),
      '/twice': says({ 'content-encoding': 'gzip, br' }, brotliCompressSync(gzipSync(body))),
    });
    for (const path of ['gzip', 'x-gzip', 'deflate', 'raw', 'br', 'none', 'twice']) {
      expect(await textOf(`${origin}/${path}`), path).toBe(TEXT);
    }
  });

  it('that is broken off, wrong or of an unknown kind is told', async () => {
    const { origin } = await served({
      '/cut': says({ 'content-encoding': 'gzip' }, gzipSync(Buffer.from(TEXT)).subarray(0, 40)),
      '/plain': says({ 'content-encoding': 'gzip' }),
      '/br': says({ 'content-encoding': 'br' }),
      '/deflate': says({ 'content-encoding': 'deflate' }),
      '/zstd': says({ 'content-encoding': 'zstd' }),
      '/constructor': says({ 'content-encoding': 'constructor' }),
      '/often': says({ 'content-encoding': 'gzip, gzip, gzip, gzip, gzip, gzip' }),
    });
    for (const path of ['cut', 'plain', 'br', 'deflate', 'zstd', 'constructor', 'often']) {
      expect(await problemOf(`${origin}/${path}`), path).toMatch(
        /is compressed (?:wrongly|in a way).+\. Save the page/,
      );
    }
  });
});

describe('A page that is too large', () => {
  const small = networkWith({ limits: { bytes: 64 * 1024 } });
  const TOO_LARGE = /is larger than 0\.0625 MiB/;

  it('is refused by what it says of its length, before a byte is read', async () => {
    const { origin } = await served({
      '/': (_request, answer) => answer.writeHead(200, { 'content-length': '11000000' }).write('a'),
    });
    expect(await problemOf(origin)).toMatch(/is larger than 10 MiB, which is the most/);
  });

  it('is broken off at the limit where it goes on without end', async () => {
    let isClosed = false;
    const { origin } = await served({
      '/': (_request, answer) => {
        const more = () => {
          while (!answer.destroyed && answer.write('A sentence. '.repeat(1000)));
        };
        answer.on('drain', more).on('close', () => {
          isClosed = true;
        });
        more();
      },
    });
    expect(await problemOf(origin, small)).toMatch(TOO_LARGE);
    await expect.poll(() => isClosed).toBe(true);
  });

  it('is broken off while it is decoded, also where it was compressed twice', async () => {
    const bomb = Buffer.alloc(50 * 1024 * 1024);
    const { origin } = await served({
      '/gzip': says({ 'content-encoding': 'gzip' }, gzipSync(bomb)),
      '/raw': says({ 'content-encoding': 'deflate' }, deflateRawSync(bomb)),
      '/br': says({ 'content-encoding': 'br' }, brotliCompressSync(bomb)),
      '/twice': says({ 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync(bomb))),
      // Nothing comes out of it at the end, but much in between.
      '/empty': says(
        { 'content-encoding': 'gzip, gzip' },
        gzipSync(Buffer.concat(Array(40_000).fill(gzipSync('')))),
      ),
    });
    for (const path of ['gzip', 'raw', 'br', 'twice', 'empty']) {
      const before = process.memoryUsage.rss();
      expect(await problemOf(`${origin}/${path}`, small), path).toMatch(TOO_LARGE);
      expect(process.memoryUsage.rss() - before, path).toBeLessThan(bomb.length);
    }
  });

  it('is taken up to the limit itself', async () => {
    const { origin } = await served({
      '/most': says({}, 'a'.repeat(64 * 1024)),
      '/more': says({ 'transfer-encoding': 'chunked' }, 'a'.repeat(64 * 1024 + 1)),
    });
    expect(await problemOf(`${origin}/most`, small)).toBe('fetched');
    expect(await problemOf(`${origin}/more`, small)).toMatch(TOO_LARGE);
  });
});

describe('A server that is too slow', () => {
  const hasty = networkWith({ limits: { milliseconds: 200 } });
  const TOO_SLOW = /takes longer than 0\.2 seconds\. Try again later/;

  it('is not waited for: neither for its head nor for a body that trickles', async () => {
    const { origin } = await served({
      '/head': () => {},
      '/body': (_request, answer) => {
        const trickle = setInterval(() => answer.write('a'), 20);
        answer.on('close', () => clearInterval(trickle));
      },
      '/gzip': (_request, answer) => {
        answer.writeHead(200, { 'content-encoding': 'gzip' }).write(gzipSync(TEXT).subarray(0, 20));
      },
    });
    for (const path of ['head', 'body', 'gzip'])
      expect(await problemOf(`${origin}/${path}`, hasty)).toMatch(TOO_SLOW);
  });

  it('is not waited for over its redirects together', async () => {
    const { origin } = await served({
      ...Object.fromEntries(
        [0, 1, 2, 3].map((n) => [
          `/${n}`,
          (_request: unknown, answer: ServerResponse) => {
            setTimeout(() => answer.writeHead(302, { location: `/${n + 1}` }).end(), 80);
          },
        ]),
      ),
      '/4': says({}),
    });
    expect(await problemOf(`${origin}/0`, hasty)).toMatch(TOO_SLOW);
  });

  it('is not waited for where its name is looked up', async () => {
    const given = networkWith({ limits: { milliseconds: 50 }, resolve: () => new Promise(() => {}) });
    expect(await problemOf('http://example.org/', given)).toMatch(/takes longer than 0\.05 seconds/);
  });

  it('is broken off when whoever asked does so', async () => {
    const { origin } = await served({ '/': () => {} });
    expect(await fetchSource(origin, { network, signal: AbortSignal.timeout(20) })).toEqual({
      problem: 'It was broken off.',
    });
  });
});

describe('An answer that is no text', () => {
  it('is told by its status, with what can be done', async () => {
    const statuses: Readonly<Record<number, RegExp>> = {
      204: /answers with nothing/,
      304: /does not give the page \(304\)/,
      400: /does not give the page \(400\)/,
      401: /asks for a login \(401\)\. Save the page/,
      402: /asks for payment/,
      403: /refuses the page.+\(403\)\. Save the page/,
      429: /asked too often \(429\)\. Try again in 30 seconds/,
      451: /legal reasons/,
      500: /in trouble \(500\)\. Try again later/,
      503: /in trouble \(503\)\. Try again later/,
    };
    const { origin } = await served({
      '*': (request, answer) =>
        answer.writeHead(Number(request.url?.slice(1)), { 'retry-after': '30' }).end(),
      '/challenge': (_request, answer) => answer.writeHead(403, { 'cf-mitigated': 'challenge' }).end(),
    });
    for (const [status, sentence] of Object.entries(statuses)) {
      expect(await problemOf(`${origin}/${status}`), status).toMatch(sentence);
    }
    expect(await problemOf(`${origin}/challenge`)).toMatch(/"Just a moment…", 403\)\. Save the page/);
  });

  it('is told where the page is gone', async () => {
    const { origin } = await served({ '/gone': (_request, answer) => answer.writeHead(410).end() });
    expect(await fetchSource(`${origin}/never`, { network })).toEqual({
      value: {
        outcome: 'gone',
        status: 404,
        sentence: '127.0.0.1 has no such page (404). Check the address.',
      },
    });
    expect(await fetchSource(`${origin}/gone`, { network })).toHaveProperty('value.status', 410);
  });

  it('is told where nothing answers, where something breaks off, and where it is no web server', async () => {
    const speaking = async (words: string) => {
      const server = createServer((socket) => {
        socket.on('error', () => {});
        socket.end(words);
      });
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      onTestFinished(() => void server.close());
      const address = server.address();
      return typeof address === 'object' && address ? address.port : 0;
    };
    const mail = await speaking('220 mail.example.org ESMTP\r\n');
    expect(await problemOf(`http://127.0.0.1:${mail}/`)).toMatch(/does not answer as a web server does/);
    expect(await problemOf(`https://127.0.0.1:${mail}/`)).toMatch(/does not speak TLS as it should/);
    const silent = await speaking('');
    expect(await problemOf(`http://127.0.0.1:${silent}/`)).toMatch(/broke off the connection/);
    const cut = await speaking('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nThe ferry');
    expect(await problemOf(`http://127.0.0.1:${cut}/`)).toMatch(/broke off the connection/);
    const closed = await served({});
    const { port } = closed;
    const nobody = networkWith({
      resolve: async () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
    });
    expect(await problemOf('http://example.org/', nobody)).toMatch(
      /^example\.org is no name that can be found/,
    );
    expect(await problemOf(`http://127.0.0.2:${port}/`, networkWith({ reaches: () => true }))).toMatch(
      /^127\.0\.0\.2 refuses the connection/,
    );
  });

  it('is told where nobody vouches for the certificate', async () => {
    const server = createTlsServer(SELF_SIGNED, (_request, answer) => answer.end(TEXT));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const given = networkWith({ resolve: async () => ['127.0.0.1'] });
    expect(await problemOf(`https://harbor.example:${port}/`, given)).toMatch(
      /^harbor\.example has a certificate that nobody known vouches for \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
    );
  });

  it('is told with the host that it failed at', async () => {
    const { origin } = await served({ '/': leadsTo('http://nowhere.example/') });
    const nobody = networkWith({ resolve: async () => [] });
    expect(await problemOf(origin, nobody)).toMatch(/^nowhere\.example is a name without an address/);
  });
});

describe('A page that was fetched before', () => {
  it('is asked for with what its server said, and may be unchanged', async () => {
    const { origin, requests } = await served({
      '/': ({ headers }, answer) => {
        const isKnown = headers['if-none-match'] === '"7"' || headers['if-modified-since'] === 'Sun';
        if (isKnown) answer.writeHead(304).end();
        else answer.writeHead(200, { etag: '"8"' }).end(TEXT);
      },
    });
    expect(await fetchSource(origin, { network, etag: '"7"' })).toEqual({ value: { outcome: 'unchanged' } });
    expect(await fetchSource(origin, { network, lastModified: 'Sun' })).toEqual({
      value: { outcome: 'unchanged' },
    });
    expect(await fetchSource(origin, { network, etag: '"6"' })).toHaveProperty('value.etag', '"8"');
    expect(requests[0]?.headers).not.toHaveProperty('if-modified-since');
  });
});

describe('A reservation', () => {
  it('is told by the header fields of the page or by what its site says of the path', async () => {
    const rules = [
      { location: '/open/*', 'tdm-reservation': 0 },
      { location: '/', 'tdm-reservation': 1, 'tdm-policy': 'https://example.org/terms' },
    ];
    const { origin } = await served({
      '/.well-known/tdmrep.json': says({ 'content-type': 'application/json' }, JSON.stringify(rules)),
      '/open/a': says({}),
      '/open/b': says({ 'tdm-reservation': '1' }),
      '/news/a': says({}),
      '/news/b': says({ 'tdm-reservation': '0' }),
    });
    const reserved = async (path: string) => {
      const fetched = await fetchSource(`${origin}${path}`, { network });
      return 'value' in fetched && fetched.value.outcome === 'fetched' ? fetched.value.reserved : 'nothing';
    };
    expect(await reserved('/open/a')).toBeUndefined();
    expect(await reserved('/open/b')).toBe(
      'The publisher reserves text and data mining ("tdm-reservation: 1").',
    );
    expect(await reserved('/news/a')).toBe(
      'The publisher reserves text and data mining (/.well-known/tdmrep.json; its terms are at https://example.org/terms).',
    );
    expect(await reserved('/news/b')).toBeUndefined();
  });

  it('is none where what the site says cannot be had', async () => {
    const answers = [
      says({}, 'no JSON'),
      says({}, '{"location":"/"}'),
      says({ 'content-length': '9999999' }, ''),
      leadsTo('http://10.0.0.1/'),
    ];
    for (const answer of answers) {
      const { origin } = await served({ '/': says({}), '/.well-known/tdmrep.json': answer });
      const fetched = await fetchSource(origin, { network });
      expect(fetched).toHaveProperty('value.outcome', 'fetched');
      expect(fetched).not.toHaveProperty('value.reserved');
    }
  });
});
