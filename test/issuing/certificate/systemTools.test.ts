import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { makeCertificate } from '../../../src/issuing/certificate/certificate.ts';
import { demoAuthority } from '../../../src/issuing/seal/demoAuthority.ts';
import { openSealer } from '../../../src/issuing/seal/openSealer.ts';
import { sealPdf } from '../../../src/issuing/seal/sealPdf.ts';
import { testFolder } from '../../support/run/folders.ts';
import { manyOffers, sample, themeScores } from './certificateSample.ts';

const paper = sample({ organisation: 'Dupont & Fils <SA>', offers: manyOffers, scores: themeScores });
const credential = Buffer.from('{"name":"Label Made in ESS — Coopérative d’ici"}');

/** What a tool of the system says; throws what it complains of. */
function run(tool: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${tool}: ${stdout}${stderr}`);
  return stdout;
}

/** Skips a test on a machine without the tool. */
function need(test: Mocha.Context, tool: string): void {
  if (spawnSync(tool, ['--version']).error) test.skip();
}

for (const kind of ['plain', 'sealed'] as const) {
  describe(`issuing/certificate, ${kind}, with system tools`, () => {
    let file: string;
    let folder: string;
    before(async () => {
      folder = await testFolder();
      file = join(folder, 'certificate.pdf');
      const at = new Date(paper.createdAt);
      const seal = { name: 'Le comité du label', timestamped: false };
      const drawn = await makeCertificate(paper, { credential, ...(kind === 'sealed' && { seal }) });
      const bytes =
        kind === 'plain' ? drawn : await sealPdf(drawn, await openSealer(await demoAuthority(at), at));
      await writeFile(file, bytes);
    });

    it('has a structure without error for qpdf', function () {
      need(this, 'qpdf');
      expect(run('qpdf', '--check', file)).include('No syntax or stream encoding errors found');
    });

    it('is tagged, with its language, headings and scopes, for pdfinfo', function () {
      need(this, 'pdfinfo');
      expect(run('pdfinfo', file))
        .match(/Tagged: +yes/u)
        .match(/PDF version: +1\.7/u)
        .include('Dupont & Fils <SA>');
      expect(run('pdfinfo', '-struct', file))
        .match(/^\s*H1/mu)
        .match(/\/Scope \/Row/u)
        .match(/^\s*Figure/mu);
    });

    it('has all its fonts embedded, in part, with a map to text, for pdffonts', function () {
      need(this, 'pdffonts');
      const fonts = run('pdffonts', file).trim().split('\n').slice(2);
      expect(fonts).lengthOf(4);
      for (const font of fonts) expect(font).match(/ yes yes yes +\d+ +0$/u);
    });

    it('reads as text in pdftotext', function () {
      need(this, 'pdftotext');
      const text = run('pdftotext', file, '-').replaceAll(/\s+/gu, ' ');
      expect(text).include('Dupont & Fils <SA>').include('remplit les critères du label');
      for (const offer of manyOffers) expect(text).include(offer);
    });

    it('yields its credential unchanged through pdfdetach', async function () {
      need(this, 'pdfdetach');
      const saved = join(folder, 'credential.json');
      run('pdfdetach', '-save', '1', '-o', saved, file);
      expect((await readFile(saved)).equals(credential)).equal(true);
    });

    it('shows a code that zbarimg reads off the page at 150 dpi', function () {
      need(this, 'zbarimg');
      need(this, 'pdftoppm');
      run('pdftoppm', '-r', '150', '-f', '1', '-l', '1', '-png', '-singlefile', file, join(folder, 'page'));
      expect(run('zbarimg', '-q', '--raw', join(folder, 'page.png')).trim()).equal(paper.address);
    });

    it('claims PDF/A-3a, and names its credential as data, for pikepdf', function () {
      const python = '/usr/bin/python3';
      if (spawnSync(python, ['-c', 'import pikepdf']).status !== 0) this.skip();
      const ask =
        'import pikepdf,sys;p=pikepdf.open(sys.argv[1]);print(p.open_metadata().pdfa_status,p.Root.AF[0].AFRelationship)';
      expect(run(python, '-c', ask, file).trim()).equal('3A /Data');
    });
  });
}
