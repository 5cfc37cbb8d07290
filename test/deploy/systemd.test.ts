import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { settings } from '../../src/boot/settings.ts';
import { isThere } from '../support/guides/isThere.ts';
import { testFolder } from '../support/run/folders.ts';

const folder = fileURLToPath(new URL('../../deploy/systemd', import.meta.url));
const units = readdirSync(folder).filter((name) => /\.(service|target|timer)$/.test(name));
const services = units.filter((name) => name.endsWith('.service'));
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

/** The values of a key of a unit, in their order. */
function valuesOf(text: string, key: string): string[] {
  return [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);
}

/** Settings of a service that keep it to itself: https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html */
const kept: Readonly<Record<string, string>> = {
  User: 'made-in-ess',
  ProtectSystem: 'strict',
  ProtectHome: 'yes',
  PrivateTmp: 'yes',
  PrivateDevices: 'yes',
  NoNewPrivileges: 'yes',
  CapabilityBoundingSet: '',
  RestrictNamespaces: 'yes',
  RestrictSUIDSGID: 'yes',
  LockPersonality: 'yes',
  UMask: '0077',
};

describe('the units of deploy/systemd', () => {
  for (const name of services) {
    const text = textOf(name);

    it(`${name} keeps to itself`, () => {
      for (const [key, value] of Object.entries(kept)) expect(valuesOf(text, key), key).deep.equal([value]);
    });

    it(`${name} sets what the program knows, and hands secrets over as files`, () => {
      const set = valuesOf(text, 'Environment').flatMap((line) => line.split(' '));
      const names = set.map((one) => one.split('=')[0] ?? '');
      const known = [...settings, 'NODE_ENV'];
      expect(names.filter((one) => !known.includes(one.replace(/_FILE$/, '')))).deep.equal([]);
      const loaded = valuesOf(text, 'LoadCredential').map((one) => one.split(':')[0]);
      const used = set.flatMap((one) => /_FILE=%d\/(.+)$/.exec(one)?.[1] ?? []);
      expect(used.sort()).deep.equal(loaded.sort());
    });
  }

  it('start two webs, the workers and the clock, each by the settings that the guide writes for it', () => {
    const wanted = valuesOf(textOf('made-in-ess.target'), 'Wants').join(' ');
    const instances = [...wanted.matchAll(/made-in-ess@([\w-]+)\.service/g)].map(([, name]) => name);
    const guide = readFileSync(new URL('../../docs/guides/operator.md', import.meta.url), 'utf8');
    const written = [...guide.matchAll(/SERVICES=(\w+)\\n.*' > \/etc\/made-in-ess\/([\w-]+)\.env$/gm)];
    expect(written.map(([, , name]) => name)).deep.equal(instances);
    expect(written.map(([, services]) => services)).deep.equal(['web', 'web', 'workers', 'clock']);
  });

  it('run a program without the packages of development, as the guide installs it', () => {
    const guide = readFileSync(new URL('../../docs/guides/operator.md', import.meta.url), 'utf8');
    const install = /^## With systemd$[\s\S]*?^```sh[^\n]*\n([\s\S]*?)^```$/m.exec(guide)?.[1] ?? '';
    expect(install).match(/^npm ci --omit=dev --prefix \/opt\/made-in-ess$/m);
    expect(install).not.match(/^cp .*node_modules/m);
  });

  it('run by hand what the services run: with the same settings, secrets and user', () => {
    const text = textOf('made-in-ess.sh');
    const [, secrets = ''] = /^for secret in (.+); do$/m.exec(text) ?? [];
    for (const name of services) {
      const unit = textOf(name);
      expect(valuesOf(unit, 'LoadCredential').map((one) => one.split(':')[0])).deep.equal(secrets.split(' '));
      const [own = ''] = valuesOf(unit, 'Environment');
      expect(text).include(`export ${own}\n`);
      expect(text).include(`--user ${valuesOf(unit, 'User')}`);
      expect(text).include(`${valuesOf(unit, 'WorkingDirectory')}/dist/cli.js`);
    }
  });

  describe('as systemd reads them', () => {
    if (!isThere('systemd-analyze'))
      return void it.skip('are not read, because this machine has no systemd-analyze');
    let copy: string;
    before(async () => {
      copy = await testFolder();
      cpSync(folder, copy, { recursive: true });
      // What a unit starts must be there: this machine may have its programs elsewhere.
      for (const name of services) {
        const text = textOf(name).replaceAll('/usr/bin/node', process.execPath);
        writeFileSync(join(copy, name.replace('@.', '@web-1.')), text);
      }
    });

    it('have no fault', () => {
      const named = units.map((name) => join(copy, name.replace('@.', '@web-1.')));
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...named], { encoding: 'utf8' });
      const ours = stderr.split('\n').filter((line) => line.includes('made-in-ess'));
      expect([status, ...ours]).deep.equal([0]);
    });

    it('are exposed little', function () {
      const [, version = '0'] =
        /systemd (\d+)/.exec(execFileSync('systemd-analyze', ['--version'], { encoding: 'utf8' })) ?? [];
      if (Number(version) < 250) return this.skip();
      for (const name of services) {
        const file = join(copy, name.replace('@.', '@web-1.'));
        const looked = spawnSync('systemd-analyze', ['security', '--offline=yes', '--threshold=20', file], {
          encoding: 'utf8',
        });
        expect(looked.status, looked.stdout.split('\n').at(-2)).equal(0);
      }
    });
  });
});
