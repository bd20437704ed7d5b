import { describe, expect, it } from 'vitest';
import { fetchSource } from '../../../src/intake/fetching/fetch-source.ts';
import { INTERNET } from '../../../src/intake/fetching/network.ts';
import { mayReach } from '../../../src/intake/fetching/reachable.ts';
import { networkWith, served } from './served.ts';

/** Ways to write this machine or a private network, where `PORT` is that of a server on this machine. */
const SPELLINGS = [
  'http://127.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://127.255.255.254:PORT/',
  'http://2130706433:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://017700000001:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.0x0.0x0.0x1:PORT/',
  'http://0x7F.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://127。0。0。1:PORT/',
  'http://１２７.０.０.１:PORT/',
  'http://①②⑦.⓪.⓪.①:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http://127.0.0.1%2f:PORT/',
  'http://example.org@127.0.0.1:PORT/',
  'http://example.org:80@127.0.0.1:PORT/',
  'http://127.0.0.1:PORT#@example.org/',
  'http://127.0.0.1:PORT\\@example.org/',
  'http:127.0.0.1:PORT/',
  'http:\\\\127.0.0.1:PORT/',
  'HTTP://127.0.0.1:PORT/',
  ' \thttp://127.0.0.1:PORT/\n',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://0x0:PORT/',
  'http://localhost:PORT/',
  'http://LOCALHOST:PORT/',
  'http://localhost.:PORT/',
  'http://ｌｏｃａｌｈｏｓｔ:PORT/',
  'http://loc\u00adalhost:PORT/',
  'http://anything.localhost:PORT/',
  'http://localhost.localdomain:PORT/',
  'http://printer.local:PORT/',
  'http://wiki.internal:PORT/',
  'http://router.home.arpa:PORT/',
  'http://[::1]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[::]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[::ffff:0:127.0.0.1]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://[64:ff9b:1::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://[2001:0:7f00:1::]:PORT/',
  'http://[fe80::1]:PORT/',
  'http://[fe80::1%25lo]:PORT/',
  'http://[fec0::1]:PORT/',
  'http://[fc00::1]:PORT/',
  'http://[fd12:3456:789a::1]:PORT/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://[ff02::1]:PORT/',
  'http://[100::1]:PORT/',
  'http://[2001:db8::1]:PORT/',
  'http://[4000::1]:PORT/',
  'http://10.0.0.1:PORT/',
  'http://012.1:PORT/',
  'http://172.16.0.1:PORT/',
  'http://172.31.255.255:PORT/',
  'http://192.168.1.1:PORT/',
  'http://3232235777:PORT/',
  'http://100.64.0.1:PORT/',
  'http://100.100.100.200/latest/meta-data/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/latest/meta-data/',
  'http://0xA9FEA9FE/latest/meta-data/',
  'http://0251.0376.0251.0376/latest/meta-data/',
  'http://[::ffff:a9fe:a9fe]/latest/meta-data/',
  'http://metadata.google.internal/computeMetadata/v1/',
  'http://168.63.129.16/machine/',
  'http://192.0.0.192/opc/v1/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://198.51.100.1/',
  'http://203.0.113.1/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
];

describe('Private addresses', () => {
  it('are asked for nothing, however they are written', async () => {
    const { port, requests } = await served({ '*': (_request, answer) => answer.end('A secret.') });
    expect(SPELLINGS.length).toBeGreaterThanOrEqual(36);
    const asked: string[] = [];
    const network = {
      ...INTERNET,
      resolve: async (name: string) => {
        asked.push(name);
        return ['127.0.0.1'];
      },
    };
    for (const spelling of SPELLINGS) {
      const fetched = await fetchSource(spelling.replace('PORT', String(port)), { network });
      expect(fetched, spelling).toEqual({ problem: expect.stringMatching(/^.+\.$/s) });
    }
    expect(requests).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('are asked for nothing where a redirect leads to them', async () => {
    const secret = await served({ '*': (_request, answer) => answer.end('A secret.') }, '127.0.0.2');
    for (const spelling of SPELLINGS) {
      const target = spelling.replace('PORT', String(secret.port)).replace('127.0.0.1', '127.0.0.2').trim();
      const front = await served({
        '/': (_request, answer) =>
          answer.writeHead(302, { location: Buffer.from(target).toString('latin1') }).end(),
      });
      const fetched = await fetchSource(front.origin, {
        network: networkWith({ resolve: async () => ['127.0.0.2'] }),
      });
      // `http:127.0.0.1` is a path there, as in browsers.
      expect(fetched, spelling).not.toHaveProperty('value.outcome', 'fetched');
      expect(front.paths()[0], spelling).toBe('/');
    }
    expect(secret.requests).toEqual([]);
  });

  it('are asked for nothing where a name leads to them', async () => {
    const { port, requests } = await served({ '*': (_request, answer) => answer.end('A secret.') });
    for (const address of [
      '127.0.0.1',
      '::ffff:127.0.0.1',
      '0.0.0.0',
      'fe80::1',
      '169.254.169.254',
      'nonsense',
    ]) {
      const network = { ...INTERNET, resolve: async () => [address] };
      expect(await fetchSource(`http://example.org:${port}/`, { network }), address).toHaveProperty(
        'problem',
      );
    }
    expect(requests).toEqual([]);
  });

  it('are told as what they are', async () => {
    expect(await fetchSource('http://192.168.1.1/')).toEqual({
      problem: '192.168.1.1 is on this machine or in a private network, from which nothing is fetched.',
    });
  });

  it('are fetched from where the operator allows their own, but never links, multicast and clouds’ metadata', async () => {
    const { origin } = await served({ '/': (_request, answer) => answer.end('The wiki of the house.') });
    expect(await fetchSource(origin, { allowPrivate: true })).toHaveProperty('value.outcome', 'fetched');
    expect(await fetchSource(origin)).toHaveProperty('problem');
    for (const address of ['10.0.0.1', '192.168.1.1', '100.64.0.1', 'fd12::1', '::1', '::ffff:10.0.0.1']) {
      expect(mayReach(address, { allowPrivate: true }), address).toBe(true);
    }
    for (const address of [
      '169.254.169.254',
      '::ffff:169.254.169.254',
      '100.100.100.200',
      'fd00:ec2::254',
      'fe80::1%eth0',
      '224.0.0.1',
      '0.0.0.0',
      '::',
      '255.255.255.255',
      '64:ff9b::a00:1',
    ]) {
      expect(mayReach(address, { allowPrivate: true }), address).toBe(false);
    }
  });

  it('are told from public ones at their edges', () => {
    const isPublic = (address: string) => mayReach(address, { allowPrivate: false });
    for (const address of [
      '1.1.1.1',
      '9.255.255.255',
      '11.0.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '126.255.255.255',
      '128.0.0.1',
      '169.253.255.255',
      '172.15.255.255',
      '172.32.0.0',
      '192.167.255.255',
      '198.17.255.255',
      '198.20.0.0',
      '223.255.255.255',
      '2606:4700:4700::1111',
      '2a00:1450:4001::1',
    ]) {
      expect(isPublic(address), address).toBe(true);
    }
    for (const address of [
      '10.255.255.255',
      '100.127.255.255',
      '198.19.255.255',
      '239.1.2.3',
      '3fff::1',
      '5f00::1',
      '',
    ]) {
      expect(isPublic(address), address).toBe(false);
    }
  });
});

describe('A name', () => {
  it('is resolved once, and connected to at the address that was checked', async () => {
    const secret = await served({ '*': (_request, answer) => answer.end('A secret.') });
    const open = await served({ '/': (_request, answer) => answer.end('A text.') }, '127.0.0.2');
    const answers = [['127.0.0.2'], ['127.0.0.1'], ['127.0.0.1']];
    const asked: string[] = [];
    const network = networkWith({
      reaches: (address) => address === '127.0.0.2',
      resolve: async (name) => {
        asked.push(name);
        return answers.shift() ?? [];
      },
    });
    const fetched = await fetchSource(`http://example.org:${open.port}/`, { network });
    expect(fetched).toHaveProperty('value.source.bytes', new TextEncoder().encode('A text.'));
    expect(open.requests[0]?.headers.host).toBe(`example.org:${open.port}`);
    // The second time is for what the site says of all its paths, and leads to what may not be reached.
    expect(asked).toEqual(['example.org', 'example.org']);
    expect(secret.requests).toEqual([]);
  });

  it('with public and private addresses is connected to at the public ones alone', async () => {
    const open = await served({ '/': (_request, answer) => answer.end('A text.') }, '127.0.0.2');
    const network = networkWith({
      reaches: (address) => address === '127.0.0.2',
      resolve: async () => ['127.0.0.1', '::1', '127.0.0.2'],
    });
    expect(await fetchSource(`http://example.org:${open.port}/`, { network })).toHaveProperty('value');
    expect(open.paths()).toEqual(['/']);
  });
});
