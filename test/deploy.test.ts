import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SETTINGS } from '../src/config.ts';

const NGINX = '/usr/sbin/nginx';
const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What nginx says of a configuration, read in a folder of its own. */
function tried(configuration: string): string {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  writeFileSync(join(folder, 'verbatim.conf'), readFileSync('deploy/verbatim.conf'));
  const path = join(folder, 'nginx.conf');
  writeFileSync(path, configuration);
  return spawnSync(NGINX, ['-t', '-p', folder, '-c', path], { encoding: 'utf8' }).stderr;
}

describe.skipIf(!existsSync(NGINX))('nginx takes what is shipped', () => {
  it('for replicas on this machine', () => {
    const local = readFileSync('deploy/nginx.local.conf', 'utf8').replaceAll('/tmp/', `${folder}/`);
    expect(tried(local)).toContain('test is successful');
  });

  it('for those of compose.yaml, but for what needs Docker’s name server and a later nginx', () => {
    const compose = readFileSync('deploy/nginx.compose.conf', 'utf8');
    expect(compose).toContain('server replica:8080 resolve');
    const here = compose
      .replace('replica:8080 resolve', '127.0.0.1:8080')
      .replace('/etc/nginx/', '')
      .replace('events', `pid ${folder}/pid;\nevents`);
    expect(tried(here)).toContain('test is successful');
  });
});

describe('compose.yaml', () => {
  const { services, volumes } = parse(readFileSync('compose.yaml', 'utf8'));

  it('starts the bot alone unless it is told of replicas', () => {
    const withoutProfile = Object.entries<{ profiles?: string[] }>(services).filter(
      ([, { profiles }]) => !profiles,
    );
    expect(withoutProfile.map(([name]) => name)).toEqual(['verbatim']);
  });

  it('has three replicas that only nginx reaches, on one database that outlasts them', () => {
    const { replica, postgres, proxy } = services;
    expect(replica.deploy.replicas).toBe(3);
    expect(replica.command.at(-1)).toBe('--http');
    expect(replica.ports).toBeUndefined();
    expect(replica.depends_on.postgres.condition).toBe('service_healthy');
    expect(proxy.depends_on).toEqual(['replica']);
    expect(postgres.volumes).toEqual(['postgres:/var/lib/postgresql/data']);
    expect(Object.keys(volumes)).toContain('postgres');
  });

  it('sets nothing that the bot does not read, and mounts nothing that is not there', () => {
    expect(Object.keys(services.replica.environment).filter((name) => !SETTINGS.includes(name))).toEqual([]);
    const mounted = Object.values<{ volumes?: string[] }>(services).flatMap(({ volumes: all = [] }) =>
      all.map((volume) => volume.split(':')[0] ?? ''),
    );
    expect(mounted.filter((path) => path.startsWith('./') && !existsSync(path))).toEqual([]);
  });
});
