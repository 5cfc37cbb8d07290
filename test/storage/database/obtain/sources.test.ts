import { join } from 'node:path';
import { expect } from 'chai';
import { embedded } from '../../../../src/storage/database/embedded.ts';
import { sources } from '../../../../src/storage/database/obtain/sources.ts';
import { testFolder } from '../../../support/run/folders.ts';
import { fakeMongod } from '../../../support/servers/fakeMongod.ts';

type Asked = Parameters<typeof sources>[0] & { readonly dataSeries?: string };

async function found({ dataSeries, ...places }: Asked, lines: string[] = []) {
  const withoutNetwork = sources(places, dataSeries).filter(({ fetches }) => !fetches);
  return embedded(withoutNetwork, (line) => lines.push(line));
}

describe('sources', () => {
  it('come in the documented order', () => {
    expect(sources({ path: '', cacheDir: '/c' }).map(({ name }) => name)).to.deep.equal([
      'MONGODB_URI',
      'MONGOD_BINARY',
      'mongod on the PATH',
      'cache',
      "MongoDB's download site",
      'Python package index',
    ]);
  });

  it('prefer the configured binary to the PATH, and the PATH to the cache', async () => {
    const folder = await testFolder();
    const mongodBinary = await fakeMongod(join(folder, 'chosen'), '6.0.1');
    await fakeMongod(join(folder, 'bin', 'mongod'), '7.0.2');
    await fakeMongod(join(folder, 'cache', 'mongod-8.0.3', 'mongod'), '8.0.3');
    const path = `${join(folder, 'empty')}:${join(folder, 'bin')}`;
    const cacheDir = join(folder, 'cache');

    expect((await found({ mongodBinary, path, cacheDir })).version).to.equal('6.0.1');
    expect((await found({ path, cacheDir })).version).to.equal('7.0.2');
    expect((await found({ path: '', cacheDir })).version).to.equal('8.0.3');
  });

  it('skip a server that is too old, and report it', async () => {
    const folder = await testFolder();
    const mongodBinary = await fakeMongod(join(folder, 'chosen'), '5.0.31');
    const cacheDir = join(folder, 'cache');
    await fakeMongod(join(cacheDir, 'mongod-6.0.5', 'mongod'), '6.0.5');
    const lines: string[] = [];
    expect((await found({ mongodBinary, path: '', cacheDir }, lines)).version).to.equal('6.0.5');
    expect(lines).to.include('MONGOD_BINARY: version 5.0.31 is too old, 6.0 or newer is needed');
  });

  it('choose the newest cached server that can open the data', async () => {
    const folder = await testFolder();
    for (const version of ['6.0.5', '7.0.9', '7.0.10', '8.0.4']) {
      await fakeMongod(join(folder, `mongod-${version}`, 'mongod'), version);
    }
    const dataSeries = '6.0';
    expect((await found({ path: '', cacheDir: folder, dataSeries })).version).to.equal('7.0.10');
    expect((await found({ path: '', cacheDir: folder })).version).to.equal('8.0.4');
  });
});
