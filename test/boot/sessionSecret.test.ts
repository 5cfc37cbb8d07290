import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { sessionSecret } from '../../src/boot/sessionSecret.ts';
import { testFolder } from '../support/run/folders.ts';

describe('sessionSecret', () => {
  it('is created once by several programs that start together, and is readable by its owner only', async () => {
    const folder = join(await testFolder(), 'data');
    const secrets = await Promise.all(Array.from({ length: 20 }, () => sessionSecret(undefined, folder)));
    expect(new Set(secrets).size).to.equal(1);
    expect(await sessionSecret(undefined, folder)).to.equal(secrets[0]);
    expect(readdirSync(folder)).to.deep.equal(['session-secret']);
    expect(statSync(join(folder, 'session-secret')).mode & 0o077).to.equal(0);
  });

  it('is always written completely before another program can read it', async () => {
    const parent = await testFolder();
    for (let round = 0; round < 50; round += 1) {
      const folder = join(parent, String(round));
      const seen = new Set<string>();
      let made = false;
      const making = sessionSecret(undefined, folder).finally(() => {
        made = true;
      });
      while (!made) {
        seen.add(secretIn(folder));
        await setImmediate();
      }
      seen.delete('none');
      for (const secret of [await making, ...seen]) expect(secret).to.match(/^[\w-]{43}$/);
    }
  });

  it('is the configured one, and then nothing is written', async () => {
    const folder = await testFolder();
    expect(await sessionSecret('a secret that was set', folder)).to.equal('a secret that was set');
    expect(readdirSync(folder)).to.deep.equal([]);
  });
});

function secretIn(folder: string): string {
  try {
    return readFileSync(join(folder, 'session-secret'), 'utf8');
  } catch {
    return 'none';
  }
}
