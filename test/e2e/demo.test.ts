// Tier: night. Budget: 69 s.
import { spawn } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { testFolder } from '../support/run/folders.ts';
import { databaseOptions } from '../support/run/server.ts';
import { builtCli } from '../support/servers/builtCli.ts';

/** The address that the service had is printed on what it issued. */
const labelAddress = /(http:\/\/localhost:\d+)\/fr\/labels\/(MIE-\d\d-\d{5}-[0-9A-Z])/;

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

describe('npm run demo', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await testFolder();
  });

  /** Runs the program; `killAt` ends it with SIGKILL as soon as it says those words. */
  const run = (args: readonly string[], folder: string, killAt?: string, also = {}): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const { path, mongodBinary } = databaseOptions(folder);
      const program = spawn(process.execPath, [builtCli, ...args], {
        env: {
          PATH: path,
          HOME: process.env.HOME,
          XDG_CACHE_HOME: process.env.XDG_CACHE_HOME,
          DATA_DIR: folder,
          ...(mongodBinary && { MONGOD_BINARY: mongodBinary }),
          ...also,
        },
      });
      let output = '';
      const hear = (words: Buffer) => {
        output += words;
        if (killAt && output.includes(killAt)) program.kill('SIGKILL');
      };
      program.stdout.on('data', hear);
      program.stderr.on('data', hear);
      program.once('error', reject).once('close', (code, signal) => resolve({ code, signal, output }));
    });

  it('killed half-way, resumes after its last acknowledged step and brings the specimen to its label', async () => {
    // With --once, a demonstration that never says so ends all the same.
    const killed = await run(['demo', '--once'], dataDir, 'file given');
    expect(killed.signal, killed.output).to.equal('SIGKILL');

    const journal = await run(['journal', 'verify'], join(dataDir, 'demo'));
    expect(journal.output).to.match(/^\d+ streams, \d+ lines, 0 faults\n$/m);
    expect(journal.code).to.equal(0);

    const { code, output } = await run(['demo', '--once', '--resume'], dataDir);
    expect(code, output).to.equal(0);
    for (const done of [
      'organisation registered',
      'application sent',
      'application admitted',
      'file given',
    ]) {
      expect(output, 'nothing acknowledged is done again').not.to.include(done);
    }
    expect(output).to.include('review delivered');

    const [, origin = '', number = ''] = labelAddress.exec(output) ?? [];
    expect(number, 'no specimens before it').to.include('-00001-');
    const address = `${origin}/labels/${number}`;
    const file = (name: string) => readFile(join(dataDir, 'demo', name));
    expect((await file('certificate.pdf')).subarray(0, 8).toString()).to.equal('%PDF-1.7');
    for (const picture of [await file('badge.png'), await file('badge.svg')]) {
      const { data, info } = await sharp(picture)
        .resize(900)
        .flatten({ background: '#fff' })
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect(decodeQR({ width: info.width, height: info.height, data }, { timeLimit: Infinity })).to.equal(
        address,
      );
    }
  });

  it('that cannot keep its certificate exits with a failure and names the file', async () => {
    await mkdir(join(dataDir, 'demo', 'certificate.pdf'), { recursive: true });
    const { code, output } = await run(['demo', '--once'], dataDir);
    expect(output).to.match(/EISDIR.*certificate\.pdf/);
    expect(code, output).to.equal(1);
  });
});
