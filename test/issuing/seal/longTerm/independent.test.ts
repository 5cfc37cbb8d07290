import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { testFolder } from '../../../support/run/folders.ts';
import { openLongSpecimen } from './longSpecimen.ts';

/** Where these programs are put (independent/README.md). */
const cache = join(homedir(), '.cache/made-in-ess');
const beside = (name: string) => fileURLToPath(new URL(`independent/${name}`, import.meta.url));
const python = join(cache, 'pyhanko/bin/python');
const jars = join(cache, 'eu-dss');
const when = '2040-03-01T00:00:00+00:00';

function run(tool: string, ...args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  return `${stdout}${stderr}`;
}

for (const answers of [false, true])
  describe(`issuing/seal/longTerm, in 2040, of a certificate of 2026 whose authorities ${answers ? 'answered' : 'gave lists'}`, () => {
    let paths: { readonly document: string; readonly list: string; readonly roots: readonly string[] };
    before(async function () {
      // Neither EU DSS nor pyHanko is on this machine (independent/README.md).
      if (!existsSync(python) && !existsSync(jars)) this.skip();
      const folder = await testFolder();
      const specimen = await openLongSpecimen(9, answers);
      let document = await specimen.sealed();
      for (let year = 2026; year < 2040; year += 1) {
        if (year === 2034) await specimen.newTimeAuthority(year, 10);
        document = await specimen.lengthenIn(year, document);
      }
      const { time } = specimen.time();
      time.time = new Date('2040-02-28T00:00:00.000Z');
      const list = (await time.lies.get('/root.crl')?.()) ?? Buffer.alloc(0);
      await specimen.close();
      const roots = [specimen.authority.root, ...specimen.timeRoots()];
      const write = async (name: string, bytes: Uint8Array) => {
        await writeFile(join(folder, name), bytes);
        return join(folder, name);
      };
      paths = {
        document: await write('document.pdf', document),
        list: await write('newest.crl', list),
        roots: await Promise.all(roots.map((pem, i) => write(`${i}.cer`, new X509Certificate(pem).raw))),
      };
    });

    it('EU DSS says that everything passed, for long', function () {
      // EU DSS is not on this machine.
      if (!existsSync(jars)) this.skip();
      const said = run(
        'java',
        ...['-cp', join(jars, '*'), beside('EuDss.java')],
        ...[when.replace('+00:00', 'Z'), paths.document, ...paths.roots],
      );
      expect(said)
        .match(/^TOTAL_PASSED PAdES-BASELINE-LTA$/mu)
        .not.match(/^error|INDETERMINATE|FAILED/mu);
      expect(said.match(/^time-stamp PASSED$/gmu)).length(15);
    });

    // With answers, pyHanko 0.38 finds no proof of existence for the first of them (decision 55).
    if (answers) return;
    it('pyHanko says that it is valid, and that nothing but upkeep was added', function () {
      // pyHanko is not on this machine.
      if (!existsSync(python)) this.skip();
      const said = run(python, beside('pyhanko_says.py'), when, paths.document, paths.list, ...paths.roots);
      expect(said).include('AdESPassed.OK 2026-11-25').include('14 time-stamps').include('is judged VALID');
      expect(said).include('compatible with the current document modification policy');
    });
  });
