import { spawnSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { certifyKey } from '../../../src/issuing/seal/certifyKey.ts';
import { demoAuthority, type SealKey } from '../../../src/issuing/seal/demoAuthority.ts';
import { objectIds } from '../../../src/issuing/seal/objectIds.ts';
import { openSealer } from '../../../src/issuing/seal/openSealer.ts';
import type { Sealer } from '../../../src/issuing/seal/sealer.ts';
import { sealPdf } from '../../../src/issuing/seal/sealPdf.ts';
import { timestampFrom } from '../../../src/issuing/seal/timestamp.ts';
import { openTimeAuthority } from '../../support/authority/timeAuthority.ts';
import { testFolder } from '../../support/run/folders.ts';
import { sealedAt, smallPdf } from './smallPdf.ts';

// The tools know only the time of the machine.
const from = new Date('2016-11-01T00:00:00.000Z');
const at = new Date(sealedAt);

/** Runs a tool of the system; whatever it says, with its exit code at the end. */
function run(tool: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(tool, args, { encoding: 'utf8' });
  return `${stdout}${stderr}exit ${status}`;
}

/** Skips a test on a machine without the tools. */
function need(test: Mocha.Context, ...tools: readonly string[]): void {
  if (tools.some((tool) => spawnSync(tool, ['-v']).error)) test.skip();
}

describe('issuing/seal, with system tools', () => {
  let authority: SealKey;
  let sealer: Sealer;
  let folder: string;
  before(async () => {
    authority = await demoAuthority(from);
    sealer = await openSealer(authority, at);
    folder = await testFolder();
  });

  const store = async (name: string, bytes: Buffer | string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };

  /** What pdfsig says, with our authority trusted. */
  async function pdfsig(file: Buffer): Promise<string> {
    const trust = `sql:${folder}`;
    run('certutil', '-N', '-d', trust, '--empty-password');
    const root = await store('root.pem', authority.chain.at(-1) ?? '');
    run('certutil', '-A', '-d', trust, '-n', 'root', '-t', 'CT,CT,CT', '-i', root);
    return run('pdfsig', '-nssdir', trust, await store('sealed.pdf', file));
  }

  it('is valid, trusted and of the whole document for pdfsig', async function () {
    need(this, 'pdfsig', 'certutil');
    const said = await pdfsig(await sealPdf(await smallPdf(), sealer));
    expect(said)
      .include('Signature is Valid')
      .include('Certificate is Trusted')
      .include('Total document signed');
    expect(said).include('ETSI.CAdES.detached').include('Specimen – Made in ESS seal');
  });

  it('is still valid for pdfsig with a timestamp', async function () {
    need(this, 'pdfsig', 'certutil');
    const key = createPrivateKey(authority.key);
    const time = {
      name: 'Specimen authority of time',
      key,
      from,
      until: new Date('2028-11-01T00:00:00.000Z'),
    };
    const certificate = certifyKey({ ...time, usage: 'sealing', purposes: [objectIds.timeStamping] }, time);
    const server = await openTimeAuthority({ key: authority.key, certificate }, at);
    try {
      const timestamped = { ...sealer, timestamp: timestampFrom(server.url) };
      const said = await pdfsig(
        await sealPdf(await smallPdf({ fields: [{ timestamped: true }] }), timestamped),
      );
      expect(said).include('Signature is Valid').include('Total document signed');
    } finally {
      await server.close();
    }
  });

  it('is broken for pdfsig by one changed byte, and not of the whole document with more behind it', async function () {
    need(this, 'pdfsig', 'certutil');
    const file = await sealPdf(await smallPdf(), sealer);
    const changed = Buffer.from(file);
    changed.write('e', changed.indexOf('Made in ESS') + 1);
    expect(await pdfsig(changed)).include('Digest Mismatch');
    expect(await pdfsig(Buffer.concat([file, Buffer.from('\n%')]))).include('Not total document signed');
  });

  it('is a sound file for qpdf', async function () {
    need(this, 'qpdf');
    const path = await store('sealed.pdf', await sealPdf(await smallPdf(), sealer));
    expect(run('qpdf', '--check', path))
      .include('No syntax or stream encoding errors')
      .include('exit 0');
  });

  it('is a signed message for openssl', async function () {
    need(this, 'openssl');
    const file = await sealPdf(await smallPdf(), sealer);
    const start = file.indexOf('<', file.indexOf('/Contents'));
    const end = file.indexOf('>', start) + 1;
    const message = await store('seal.der', Buffer.from(file.toString('latin1', start + 1, end - 1), 'hex'));
    const content = await store('content', Buffer.concat([file.subarray(0, start), file.subarray(end)]));
    const root = await store('root.pem', authority.chain.at(-1) ?? '');
    const args = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', message, '-content', content];
    const verified = run('openssl', ...args, '-CAfile', root, '-purpose', 'any', '-out', '/dev/null');
    expect(verified).match(/Verification successful\s+exit 0/u);
    const printed = run('openssl', 'cms', '-cmsout', '-print', '-inform', 'DER', '-in', message);
    expect(printed).include('signingCertificateV2').not.include('signingTime');
  });

  it('opens a file exported by openssl, and says what to do with one of an old kind', async function () {
    need(this, 'openssl');
    const [key, chain, out] = [
      await store('key.pem', authority.key),
      await store('chain.pem', authority.chain.join('')),
      join(folder, 'seal.p12'),
    ];
    const args = ['pkcs12', '-export', '-inkey', key, '-in', chain, '-passout', 'pass:specimen', '-out', out];
    expect(run('openssl', ...args)).include('exit 0');
    const opened = await openSealer({ pkcs12: await readFile(out), password: 'specimen' }, at);
    expect(opened.chain).deep.equal(authority.chain);
    if (!run('openssl', ...args, '-certpbe', 'PBE-SHA1-3DES').endsWith('exit 0')) return this.skip();
    const error = await openSealer({ pkcs12: await readFile(out), password: 'specimen' }, at).catch(String);
    expect(error).match(/export it again with AES-256/u);
  });
});
