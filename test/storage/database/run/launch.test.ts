import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { embedded } from '../../../../src/storage/database/embedded.ts';
import { sources } from '../../../../src/storage/database/obtain/sources.ts';
import { credentials } from '../../../../src/storage/database/run/credentials.ts';
import { lockHolder, serverFolder } from '../../../../src/storage/database/run/folder.ts';
import { launch } from '../../../../src/storage/database/run/launch.ts';
import { freePort } from '../../../../src/storage/database/run/port.ts';
import { testFolder } from '../../../support/run/folders.ts';
import { databaseOptions } from '../../../support/run/server.ts';

describe('launch', () => {
  let binary: string;
  let folder: string;
  let keyFile: string;

  before(async () => {
    ({ binary } = await embedded(sources(databaseOptions('')), () => {}));
  });

  beforeEach(async () => {
    folder = await serverFolder(await testFolder());
    ({ keyFile } = await credentials(folder));
  });

  it('does not touch a folder that another server holds', async () => {
    expect(await launch({ binary, folder, port: await freePort(), keyFile })).to.equal('up');
    const holder = await lockHolder(folder);
    expect(await launch({ binary, folder, port: await freePort(), keyFile })).to.equal('folderHeld');
    expect(await lockHolder(folder)).to.equal(holder);
  });

  it('detects a port taken by another program', async () => {
    const squatter = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const address = squatter.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      expect(await launch({ binary, folder, port, keyFile })).to.equal('portTaken');
    } finally {
      squatter.close();
    }
  });

  it('reports the error of a server that cannot open its data', async () => {
    await writeFile(join(folder, 'WiredTiger.turtle'), 'not a table of contents');
    await writeFile(join(folder, 'WiredTiger'), 'not a database');
    await writeFile(join(folder, 'WiredTiger.wt'), 'not a database');
    const error = await launch({ binary, folder, port: await freePort(), keyFile }).catch(
      (thrown: Error) => thrown,
    );
    expect(error)
      .to.be.an('error')
      .with.property('message')
      .that.matches(/^The database server ended while starting: .+mongod\.log\)$/);
  });
});
