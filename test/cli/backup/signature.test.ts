// Tier: all. Budget: 12 s.
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { makeBackup } from '../../../src/boot/backup/makeBackup.ts';
import { makeBackupKey } from '../../../src/boot/backup/makeBackupKey.ts';
import { writeWhole } from '../../../src/cli/backup/wholeFile.ts';
import { findings } from '../../../src/cli/doctor.ts';
import { storedLines } from '../../../src/commands/desk/health/viewHealth.ts';
import { readConfig } from '../../../src/config.ts';
import { makeEd25519 } from '../../../src/issuing/keys/bundleKey.ts';
import type { BackupFile } from '../../../src/storage/database/backup/format.ts';
import { packed, unpacked } from '../../../src/storage/database/backup/tar.ts';
import { keysFolder } from '../../support/run/server.ts';
import { testDnsServer } from '../../support/servers/dnsServer.ts';
import { type BackupWorld, backupWorld } from './backupWorld.ts';

describe('who made a backup, and who can open it', () => {
  let world: BackupWorld;
  /** Keys of this installation with their own key of bundles, and the same without one. */
  let signing: string;
  let unsigned: string;
  before(async () => {
    world = await backupWorld();
    [signing, unsigned] = [world.file('signing'), world.file('unsigned')];
    for (const folder of [signing, unsigned]) {
      await mkdir(folder, { recursive: true });
      for (const name of await readdir(keysFolder()))
        if (name.endsWith('.json')) await copyFile(join(keysFolder(), name), join(folder, name));
    }
    await makeEd25519(join(signing, 'bundle.pem'));
  });
  after(() => world.stop());

  const backUp = async (name: string, KEYS_DIR: string, recipients = [world.keys.recipient]) => {
    const MONGODB_NAME = world.service.connection.name;
    const config = readConfig({ ...world.environment, KEYS_DIR, MONGODB_NAME });
    const { signal } = new AbortController();
    const keep = (bytes: AsyncIterable<Uint8Array>) => writeWhole(world.file(name), bytes);
    return makeBackup(config, { recipients, withKeys: false, keep, signal, progress: () => {} });
  };

  it('is told by a signature of the key that is kept here, and by no other', async () => {
    const note = await backUp('signed', signing);
    expect(note).to.include({ signed: true, faults: 0 });
    expect(await world.check('signed', signing, [world.keys.recipient])).to.match(
      /✓ recipients: age1\w+, each one that you named\n✓ signature: made by the key/,
    );
    const other = world.file('other');
    await makeEd25519(join(other, 'bundle.pem'));
    expect(await world.check('signed', other)).to.match(
      /✗ signature: an unknown key made it \([0-9a-f]{64}\)/,
    );
    expect(await backUp('not-signed', unsigned)).to.include({ signed: false });
    expect(await world.check('not-signed', signing)).to.include('✗ signature: it is not signed');
  });

  it('is not that of a backup whose manifest was changed, nor can a header or key be', async () => {
    await backUp('plain', signing, []);
    const files: BackupFile[] = [];
    const bytes = gunzipSync(await readFile(world.file('plain')));
    for await (const file of unpacked(
      (async function* () {
        yield bytes;
      })(),
    ))
      files.push(file);
    const rewritten = async (name: string, change: (text: string) => string) => {
      const changed = files.map((file) =>
        file.name === name ? { name, bytes: Buffer.from(change(Buffer.from(file.bytes).toString())) } : file,
      );
      const parts: Uint8Array[] = [];
      for await (const part of packed(
        (async function* () {
          yield* changed;
        })(),
      ))
        parts.push(part);
      await writeFile(world.file('changed'), gzipSync(Buffer.concat(parts)));
      return world.check('changed', signing).catch((error: Error) => error.message);
    };
    const manifest = await rewritten('manifest.json', (text) => `${text} `);
    expect(manifest).to.include('✗ signature: it does not belong to this backup');
    const header = await rewritten('header.json', (text) =>
      text.replace('https://label.example', 'https://other.example'),
    );
    expect(header).to.include('damaged in header.json');
    const signature = await rewritten('signature.json', (text) =>
      text.replaceAll('"signature": "', '"signature": "00').slice(0, -6),
    );
    expect(signature).to.match(/in JSON at/);
  });

  it('is not opened by a key that nobody named', async () => {
    const { recipient } = await makeBackupKey();
    await backUp('two', signing, [world.keys.recipient, recipient]);
    const [first] = (await world.check('two', signing, [world.keys.recipient])).split('\n');
    expect(first).to.equal(`✗ recipients: it is also opened by ${recipient}, which you did not name`);
  });

  it('finds roles that somebody changed in the database, and tells health, doctor and whoever looks into it', async () => {
    const { connection, deps } = world.service;
    const people = connection.collection<{ _id: string }>('people');
    const officer = await people.findOne({ roles: 'officer' });
    const id = officer?._id ?? expect.fail('no officer');
    await people.updateOne({ _id: id }, { $push: { roles: 'administrator' } } as object);
    expect(await backUp('tampered', signing)).to.include({ faults: 1, fault: `people/${id}` });
    const lines = await Promise.all(storedLines(deps, deps.clock.now()));
    expect(lines.find(({ what }) => what === 'journal')).to.include({ light: 'now' });
    expect(await world.check('tampered', signing)).to.match(
      /✗ journal: 1 broken chains, .*roles.*\(administrator\)/,
    );
    const dns = await testDnsServer({});
    const settings = { MONGODB_URI: world.service.uri, MONGODB_NAME: connection.name, KEYS_DIR: signing };
    const found = [];
    for await (const finding of findings({ ...settings, DATA_DIR: world.folder }, dns.resolver))
      found.push(finding);
    dns.stop();
    expect(found.find(({ what }) => what === 'Roles and register')).to.include({ light: 'now' });
    await people.replaceOne({ _id: id }, officer ?? {});
    expect(await backUp('put-back', signing)).to.include({ faults: 0 });
    const after = await Promise.all(storedLines(deps, deps.clock.now()));
    expect(after.find(({ what }) => what === 'journal')).to.include({ light: 'good' });
  });
});
