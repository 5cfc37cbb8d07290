// Tier: all. Budget: 16 s.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { exitCodes, verifyOn } from '../../src/cli/verify.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { shownRootDigest } from '../../src/register/trust/trustRoot.ts';
import { type Issued, issue, labelNumber, trustIn } from '../issuing/readBack/issued.ts';
import { sampleKey, sampleRoot, signedLines } from '../support/samples/sampleBundle.ts';
import { builtCli } from '../support/servers/builtCli.ts';

const [earlier, madeAt] = ['2026-11-23T12:00:00.000Z', '2026-11-24T12:00:00.000Z'] as const;
const online = sampleKey();
const root = sampleRoot({ people: [sampleKey()], online: [online] });
const now = new Date('2026-11-25T12:00:00.000Z');

describe('made-in-ess verify', () => {
  let folder: string;
  let issued: Issued;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'made-in-ess-'));
    issued = await issue();
    const trust = trustIn(issued);
    const head = { type: 'made-in-ess-trust-bundle', version: 2, roots: [root], anchorIssuers: [] };
    const lines = [
      { ...head, at: madeAt, ...(await trust.keys()) },
      requireVisible(await trust.row(labelNumber)),
    ];
    await writeFile(join(folder, 'bundle'), signedLines(lines, madeAt, online));
    const older = [{ ...head, at: earlier, ...(await trust.keys()) }, ...lines.slice(1)];
    await writeFile(join(folder, 'older'), signedLines(older, earlier, online));
    const row = requireVisible(await trust.row(labelNumber));
    const ended = {
      ...row,
      state: 'withdrawn',
      history: [...row.history, { state: 'withdrawn', on: '2026-11-23' }],
    };
    const revoked = [
      await issued.list({ bits: [1001] }),
      await issued.list({ purpose: 'suspension', bits: [] }),
    ];
    const endedLines = [{ ...head, at: madeAt, ...(await trust.keys()), statusLists: revoked }, ended];
    await writeFile(join(folder, 'ended'), signedLines(endedLines, madeAt, online));
    await writeFile(join(folder, 'forged'), signedLines(lines, madeAt, sampleKey()));
    // For the program as it runs, at the time that it is.
    const today = new Date().toISOString();
    const ofToday = sampleRoot({ people: [sampleKey()], online: [online], at: today });
    const fresh = [{ ...head, roots: [ofToday], at: today, ...(await trust.keys()) }, ...lines.slice(1)];
    await writeFile(join(folder, 'fresh'), signedLines(fresh, today, online));
    await writeFile(join(folder, 'fresh.json'), JSON.stringify(ofToday));
    await writeFile(join(folder, 'root.json'), JSON.stringify(root));
    const { certificate } = issued.files;
    await writeFile(join(folder, 'good.pdf'), certificate);
    await writeFile(join(folder, 'longer.pdf'), Buffer.concat([certificate, Buffer.from(' ')]));
    await writeFile(join(folder, 'text'), labelNumber);
  });
  after(() => rm(folder, { recursive: true }));

  const options = (also: Partial<Parameters<typeof verifyOn>[2]> = {}) => ({
    ...{ bundle: join(folder, 'bundle'), root: join(folder, 'root.json'), language: 'fr' },
    memory: join(folder, 'memory'),
    ...also,
  });
  const check = (file: string, at = now, json = false, language = 'fr') =>
    verifyOn(at, join(folder, file), options({ language, json }));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [builtCli, 'verify', ...args], { encoding: 'utf8', cwd: folder });

  it('exits with a failure when it could not check something', () => {
    const bundle = join(folder, 'fresh');
    const root = ['--root', join(folder, 'fresh.json'), '--memory', join(folder, 'fresh.seen')];
    const unread = run(join(folder, 'text'), '--bundle', bundle, '--language', 'en', ...root);
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
      replaced: 5,
      notValid: 5,
      altered: 1,
      elsewhere: 1,
      claimOnly: 1,
      noProof: 1,
      paper: 4,
      sealOnly: 1,
      unread: 2,
      tooOld: 3,
    });
  });

  it('prints each check on a line', async () => {
    const { verdict, lines, warning } = await check('good.pdf');
    expect([verdict, lines.length, warning]).to.deep.equal(['holds', 5 + 11 + 2, '']);
    expect(lines[3]).to.match(/^Scellé le .+, d’après le sceau lui-même\.$/);
    expect(lines[4]).to.match(/^Inscrit au livre public.+3 témoins choisis par l’émetteur l’y ont vu/);
    expect(lines.slice(5, 16).every((line) => line.startsWith('✓ '))).to.equal(true);
    expect(lines.at(-2)).to.include(`did:web:label.example, racine 1, empreinte ${shownRootDigest(root)}.`);
    expect(lines.at(-1)).to.match(/24 novembre 2026.*il y a 1 jour/);
  });

  it('prints what failed and what to do about it', async () => {
    const { verdict, lines } = await check('longer.pdf', now, false, 'en');
    expect(verdict).to.equal('fails');
    expect(lines.filter((line) => line.startsWith('✗ '))).to.deep.equal([
      '✗ Issued file: It is not, byte for byte, any of the files known to have been issued. A screenshot or a re-saved copy also gives this result. Ask for the original file.',
      '✗ Whole document: Something was added to the document after it was sealed. Do not rely on what it says. Ask for the original.',
    ]);
  });

  it('limits how much of a file it reads, even of an endless one', async () => {
    const { verdict, lines } = await verifyOn(now, '/dev/zero', options({ language: 'en' }));
    expect(verdict).to.equal('unread');
    expect(lines.join()).to.include('20\u00a0MB');
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

  it('asks whom to believe once, remembers it, and notices older data', async () => {
    const memory = join(folder, 'seen');
    const without = { bundle: join(folder, 'bundle'), memory, language: 'en' };
    const good = join(folder, 'good.pdf');
    const failure = (given: Parameters<typeof verifyOn>[2]) =>
      verifyOn(now, good, given).then(
        ({ verdict }) => verdict,
        (error: Error) => error.message,
      );
    expect(await failure(without)).to.match(/^Whom to believe is not known yet\./);
    expect(
      await failure({ ...without, bundle: join(folder, 'older'), root: join(folder, 'root.json') }),
    ).to.equal('holds');
    expect(await failure(without)).to.equal('holds');
    for (const also of [{}, { root: join(folder, 'root.json') }])
      expect(await failure({ ...without, ...also, bundle: join(folder, 'older') })).to.match(
        /is older than data already used here/,
      );
    expect(await failure({ ...without, bundle: join(folder, 'forged') })).to.match(
      /is not signed by anyone you trust/,
    );
    expect(await failure({ ...without, root: good })).to.match(/^The root “.+good.pdf” cannot be read/);
    const { warning } = await verifyOn(now, good, options({ memory: join(good, 'none'), language: 'en' }));
    expect(warning).to.match(/^Beware: what was seen cannot be remembered/);
  });

  it('says that data is too old to say, by a code of its own', async () => {
    const after = new Date('2026-12-08T12:00:00.000Z');
    const { verdict, lines, warning } = await check('good.pdf', after, false, 'en');
    expect([verdict, exitCodes[verdict], warning]).to.deep.equal(['tooOld', 3, '']);
    expect(lines.join()).to.match(/^Too old to say: /);
    const data = JSON.parse((await check('good.pdf', after, true)).lines.join('\n'));
    expect(data).to.deep.include({ verdict: 'tooOld', fault: 'tooOld', trustedAt: madeAt });
  });

  it('says in 2040 what an archived bundle says of its own day, with each check', async () => {
    const late = new Date('2040-05-01T12:00:00.000Z');
    const titles = {
      fr: 'Authentique, et le label était valable le 24 novembre 2026',
      de: 'Echt, und das Label war am 24. November 2026 gültig',
      it: 'Autentico, e il label era valido il 24 novembre 2026',
      en: 'Genuine, and the label was valid on 24 November 2026',
    };
    for (const [language, title] of Object.entries(titles)) {
      const { verdict, lines } = await check('good.pdf', late, false, language);
      expect([verdict, exitCodes[verdict]]).to.deep.equal(['tooOld', 3]);
      expect(lines).to.include(title);
      expect(lines.filter((line) => line.startsWith('✓ '))).to.have.length(11);
      const asked = await verifyOn(late, join(folder, 'good.pdf'), options({ language, on: '2026-11-24' }));
      expect([asked.verdict, exitCodes[asked.verdict], asked.lines[0]]).to.deep.equal(['holds', 0, title]);
    }
    const forged = await verifyOn(late, join(folder, 'longer.pdf'), options({ on: '2026-11-24' }));
    expect(forged.verdict).to.equal('fails');
    const data = JSON.parse((await check('good.pdf', late, true)).lines.join('\n'));
    expect(data).to.deep.include({ verdict: 'tooOld', on: '2026-11-24', verdictThen: 'holds' });
  });

  it('judges of the day that is asked for, by the history of the label, and of none that the data does not reach', async () => {
    const late = new Date('2040-05-01T12:00:00.000Z');
    const on = (day: string, bundle = 'bundle') =>
      verifyOn(
        late,
        join(folder, 'good.pdf'),
        options({ language: 'en', on: day, bundle: join(folder, bundle) }),
      ).then(
        ({ verdict, lines }) => [verdict, lines[0]] as const,
        (error: Error) => ['refused', error.message] as const,
      );
    expect(await on('2026-11-02')).to.deep.equal([
      'holds',
      'Genuine, and the label was valid on 2 November 2026',
    ]);
    expect(await on('2026-11-27')).to.deep.equal([
      'holds',
      'Genuine, and the label was valid on 27 November 2026',
    ]);
    expect(await on('2026-10-01')).to.deep.equal(['notValid', 'Genuine, but not valid on 1 October 2026']);
    expect(await on('2026-12-20')).to.match(/^refused,This data says nothing about 20 December 2026/);
    for (const day of ['2041-01-01', '2026-02-30', '1.11.2026', 'today'])
      expect(await on(day)).to.match(/^refused,.+ is in the future, or does not exist/);

    expect(await on('2026-11-22', 'ended')).to.deep.equal([
      'holds',
      'Genuine, and the label was valid on 22 November 2026',
    ]);
    expect(await on('2026-11-23', 'ended')).to.deep.equal([
      'notValid',
      'Genuine, but not valid on 23 November 2026',
    ]);
    expect(await on('2026-11-24', 'ended')).to.deep.equal([
      'notValid',
      'Genuine, but not valid on 24 November 2026',
    ]);
  });
});
