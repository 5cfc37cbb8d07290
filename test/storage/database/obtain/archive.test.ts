import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { archive } from '../../../../src/storage/database/obtain/archive.ts';
import { execute } from '../../../../src/storage/database/obtain/execute.ts';
import { testFolder } from '../../../support/run/folders.ts';
import { fakeMongod } from '../../../support/servers/fakeMongod.ts';

// The library that fetches takes its mirror from the environment: here, a server of our own.
const mirror = ['MONGOMS_DOWNLOAD_MIRROR', 'MONGOMS_USE_HTTP'] as const;

describe('archive', () => {
  let cacheDir: string;
  let site: Server;
  let bytes: Buffer;
  let md5: string;
  let cut = false;
  const requests: string[] = [];

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    const folder = await testFolder();
    await fakeMongod(join(folder, 'content', 'mongodb', 'bin', 'mongod'), '8.0.21');
    const file = join(folder, 'archive.tgz');
    await execute('tar', ['-czf', file, '-C', join(folder, 'content'), 'mongodb'], 20_000);
    bytes = await readFile(file);
    site = createServer((request, response) => {
      requests.push(request.url ?? '');
      if (cut) {
        request.socket.destroy();
        return;
      }
      const body = request.url?.endsWith('.md5') ? Buffer.from(`${md5}  archive.tgz\n`) : bytes;
      response.writeHead(200, { 'content-length': body.length }).end(body);
    }).listen(0, '127.0.0.1');
    await once(site, 'listening');
  });

  beforeEach(async () => {
    md5 = createHash('md5').update(bytes).digest('hex');
    requests.length = 0;
    cut = false;
    cacheDir = join(await testFolder(), 'cache');
    process.env.MONGOMS_DOWNLOAD_MIRROR = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    process.env.MONGOMS_USE_HTTP = 'true';
  });

  after(() => {
    for (const name of mirror) delete process.env[name];
    site?.close();
  });

  it('caches the fetched server, and nothing else', async () => {
    const lines: string[] = [];
    const binary = join(cacheDir, 'mongod-8.0.21', 'mongod');
    expect(await archive(cacheDir, (line) => lines.push(line))).to.deep.equal({ binary, version: '8.0.21' });
    expect(await readdir(cacheDir)).to.deep.equal(['mongod-8.0.21']);
    expect(lines).to.deep.equal(['MongoDB 8.0.21: 100 % of 0 MB']);
  });

  it('refuses an archive with another digest', async () => {
    md5 = '0'.repeat(32);
    await refused(/0{32}/);
    expect(await readdir(cacheDir)).to.deep.equal([]);
  });

  it('gives up at the first failure instead of retrying', async () => {
    cut = true;
    await refused(/socket hang up/);
    expect(requests).to.have.length(1);
  });

  it('does not fetch a server that could not open the data', async () => {
    const error = await archive(cacheDir, () => {}, '6.0').catch((thrown: Error) => thrown);
    expect(error).to.be.an('error').with.property('message').that.contains('begun by 6.0');
    expect(requests).to.deep.equal([]);
  });

  async function refused(pattern: RegExp): Promise<void> {
    const error = await archive(cacheDir, () => {}).catch((thrown: Error) => thrown);
    expect(error).to.be.an('error').with.property('message').that.matches(pattern);
  }
});
