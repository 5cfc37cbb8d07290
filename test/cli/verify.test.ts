import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { exitCodes, verifyOn } from '../../src/cli/verify.ts';
import { type Issued, issue, labelNumber, trustIn } from '../issuing/readBack/issued.ts';
import { builtCli } from '../support/servers/builtCli.ts';

const now = new Date('2026-11-25T12:00:00.000Z');

describe('made-in-ess verify', () => {
  let folder: string;
  let issued: Issued;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'made-in-ess-'));
    issued = await issue();
    const trust = trustIn(issued);
    const head = { type: 'made-in-ess-trust-bundle', version: 1, at: '2026-11-24T12:00:00.000Z' };
    const lines = [{ ...head, ...(await trust.keys()) }, await trust.row(labelNumber)];
    await writeFile(join(folder, 'bundle'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const { certificate } = issued.files;
    await writeFile(join(folder, 'good.pdf'), certificate);
    await writeFile(join(folder, 'longer.pdf'), Buffer.concat([certificate, Buffer.from(' ')]));
    await writeFile(join(folder, 'text'), labelNumber);
  });
  after(() => rm(folder, { recursive: true }));

  const check = (file: string, at = now, json = false, language = 'fr') =>
    verifyOn(at, join(folder, file), { bundle: join(folder, 'bundle'), language, json });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [builtCli, 'verify', ...args], { encoding: 'utf8' });

  it('exits with a failure when it could not check something', () => {
    const bundle = join(folder, 'bundle');
    const unread = run(join(folder, 'text'), '--bundle', bundle, '--language', 'en');
    expect(unread.status).to.equal(2);
    expect(unread.stdout).to.match(/^This file could not be read\nThis is neither a PDF/);
    const noBundle = run(join(folder, 'good.pdf'), '--bundle', join(folder, 'none'));
    expect([noBundle.status, noBundle.stdout]).to.deep.equal([2, '']);
    expect(noBundle.stderr).to.match(/^Les données de contrôle «.+».+ Enregistrez-les .+ENOENT/);
    const noFile = run(join(folder, 'none'), '--bundle', bundle, '--language', 'de');
    expect([noFile.status, noFile.stdout]).to.deep.equal([2, '']);
    expect(noFile.stderr).to.match(/^Die Datei «.+» lässt sich nicht öffnen\. .*ENOENT/);
    expect(exitCodes).to.deep.equal({
      holds: 0,
      fails: 1,
      replaced: 1,
      altered: 1,
      elsewhere: 1,
      claimOnly: 1,
      noProof: 1,
      unread: 2,
    });
  });

  it('prints each check on a line', async () => {
    const { verdict, lines, warning } = await check('good.pdf');
    expect([verdict, lines.length, warning]).to.deep.equal(['holds', 3 + 10 + 1, '']);
    expect(lines.slice(3, 13).every((line) => line.startsWith('✓ '))).to.equal(true);
    expect(lines.at(-1)).to.match(/24 novembre 2026.*il y a 1 jour/);
  });

  it('prints what failed and what to do about it', async () => {
    const { verdict, lines } = await check('longer.pdf', now, false, 'en');
    expect(verdict).to.equal('fails');
    expect(lines.filter((line) => line.startsWith('✗ '))).to.deep.equal([
      '✗ Issued file: This is not, byte for byte, a file that we issued. A screenshot or a copy saved again gives this result too. Ask for the original file.',
      '✗ Whole document: Something was added to the document after the seal. Do not rely on what it says. Ask for the original certificate.',
    ]);
  });

  it('limits how much of a file it reads, even of an endless one', async () => {
    const options = { bundle: join(folder, 'bundle'), language: 'en' };
    const { verdict, lines } = await verifyOn(now, '/dev/zero', options);
    expect(verdict).to.equal('unread');
    expect(lines.join()).to.include('20 MB');
  });

  it('prints the checks as data', async () => {
    const { lines } = await check('good.pdf', now, true);
    const data = JSON.parse(lines.join('\n'));
    expect(data).to.include({ verdict: 'holds', number: labelNumber, trustedAt: '2026-11-24T12:00:00.000Z' });
    expect(data.checks[0]).to.deep.equal({ name: 'fileKnown', result: 'holds' });
  });

  it('warns of a bundle that is older than a week', async () => {
    expect((await check('good.pdf', new Date('2026-12-01T12:00:00.000Z'))).warning).to.equal('');
    expect((await check('good.pdf', new Date('2026-12-02T12:00:00.000Z'))).warning).to.include('8 jours');
  });
});
