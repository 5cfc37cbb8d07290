import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect } from 'chai';
import { readKeys, secretOf } from '../../../src/boot/backup/keyFiles.ts';
import { testFolder } from '../../support/run/folders.ts';

describe('the secrets of a backup', () => {
  it('are read alike by a shell, by Node.js and by this program, whatever characters are in them', async () => {
    const folder = await testFolder();
    const file = join(folder, 'secrets.env');
    for (const password of ['plain+/=.-', 'with $HOME and `ls` and "two"', '#no comment', 'a\\b']) {
      const keys = await readKeys(folder, { SESSION_SECRET: 'x', SEAL_PASSWORD: password });
      const bytes = keys.get('secrets.env') ?? new Uint8Array();
      await writeFile(file, bytes);
      const told = spawnSync('sh', ['-c', `. '${file}'; printf %s "$SEAL_PASSWORD"`], { encoding: 'utf8' });
      const text = Buffer.from(bytes).toString();
      expect([told.stdout, parseEnv(text).SEAL_PASSWORD, secretOf(keys, 'SEAL_PASSWORD')]).to.deep.equal([
        password,
        password,
        password,
      ]);
    }
  });
});
