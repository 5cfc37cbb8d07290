import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { RevisionPaper } from '../../src/commands/ports/issuingPorts.ts';
import { growLog } from '../../src/commands/transparency/growLog.ts';
import { trustBundle } from '../../src/commands/verify/trustBundle.ts';
import { trustRoots } from '../../src/commands/verify/trustRoots.ts';
import { createWitnesses } from '../../src/issuing/log/createWitnesses.ts';
import type { CheckFlaw, Verification } from '../../src/register/verification.ts';
import { readNoteKey } from '../../src/transparency/read/noteKey.ts';
import { handlers } from '../../src/workers/handlers.ts';
import { runNext } from '../../src/workers/relay.ts';
import { castOf } from '../support/applicationSteps.ts';
import { issueLabel } from '../support/issueLabel.ts';
import { testFolder } from '../support/run/folders.ts';
import { type TestService, testService } from '../support/run/service.ts';
import { builtCli } from '../support/servers/builtCli.ts';
import { logged, statementFor } from '../support/transparency/loggedStatement.ts';
import { ownWitness } from '../support/transparency/ownWitness.ts';
import { TestLog } from '../support/transparency/testLog.ts';

const cut = ['--map-root-user', '--net'] as const;
const isCut = () => spawnSync('unshare', [...cut, 'true']).status === 0;
const languages = ['fr', 'de', 'it', 'en'] as const;

describe('a file of a label that was issued, with the network cut off', () => {
  let service: TestService;
  let witnesses: readonly Awaited<ReturnType<typeof ownWitness>>[];
  let folder: string;
  /** What the label was issued by. */
  let paper: RevisionPaper;
  let index = 0;

  before(async function () {
    if (!isCut()) {
      console.log('      skipped: this machine lets nobody cut off the network of a process (unshare)');
      this.skip();
    }
    folder = await testFolder();
    service = await testService('verify-offline');
    await growLog(service.deps);
    const { vkey } = requireVisible(await service.deps.store.logHead());
    witnesses = await Promise.all(
      ['one', 'two'].map((name) => ownWitness(`${name}.example`, () => readNoteKey(vkey))),
    );
    const issuing = {
      ...service.deps.issuing,
      witnesses: createWitnesses({ witnesses, quorum: 2 }),
      revision: (asked: RevisionPaper) => {
        paper = asked;
        return service.deps.issuing.revision(asked);
      },
    };
    const deps = { ...service.deps, issuing };
    const { jobs } = service;
    const log = { error: () => {}, warn: () => {} };
    const work = async () => {
      while (await runNext({ deps, jobs, handlers, worker: 'test', log }));
    };
    const { number } = await issueLabel({ ...service, deps, work }, await castOf(service), 'holder');
    const entry = requireVisible(await deps.store.entry(number));
    index = requireVisible(entry.logged ?? null);
    for (const [name, wanted] of Object.entries(kinds)) {
      const file = entry.files.findLast(({ kind }) => kind === wanted);
      const { bytes } = requireVisible(await deps.files.read(file?.digest ?? ''));
      await writeFile(join(folder, name), bytes);
    }
    // The program goes by the time that it is.
    const today = { ...deps, clock: { now: () => new Date() } };
    await writeFile(join(folder, 'root.json'), JSON.stringify((await trustRoots(today)).at(-1)));
    await writeFile(join(folder, 'bundle'), trustBundle(today));
  });
  after(async () => {
    await Promise.all(witnesses?.map((one) => one.stop()) ?? []);
    await service?.stop();
  });

  const kinds = {
    'certificate.pdf': 'certificate',
    'badge.png': 'badgePng',
    'badge.svg': 'badgeSvg',
    'credential.json': 'credential',
  } as const;

  /** What the program says of a file without any network, as data or in a language. */
  function offline(file: string, ...also: string[]): string {
    const args = ['--bundle', 'bundle', '--root', 'root.json', '--memory', 'seen', ...also];
    const program = [process.execPath, builtCli, 'verify', file, ...args];
    const { stdout, stderr } = spawnSync('unshare', [...cut, ...program], { encoding: 'utf8', cwd: folder });
    return `${stdout}${stderr}`;
  }

  for (const [i, file] of Object.keys(kinds).entries())
    it(`is found in the public log by the proof that it carries: ${file}`, () => {
      const language = languages[i] ?? 'fr';
      const said = offline(file, '--language', language);
      const shown = String(index);
      const [log, seen] = {
        fr: [/^✓ Livre public : /m, `entrée nº ${shown}. 2 témoins choisis par l’émetteur l’y ont vu`],
        de: [
          /^✓ Öffentliches Logbuch: /m,
          `Nr. ${shown} eingetragen. 2 Zeugen, die der Aussteller gewählt hat, haben es dort gesehen`,
        ],
        it: [/^✓ Libro pubblico: /m, `n. ${shown}. 2 testimoni scelti dall’emittente l’hanno visto`],
        en: [/^✓ Public log: /m, `no. ${shown}. 2 witnesses chosen by the issuer saw it there`],
      }[language] as [RegExp, string];
      expect(said.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')).to.match(log).and.to.include(seen);
    });

  /** What is issued by the same keys with another proof, and what is said of it. */
  const others: Record<string, readonly [(paper: RevisionPaper) => RevisionPaper, CheckFlaw]> = {
    'whose proof was changed': [
      (own) => ({ ...own, log: withProof(own, (proof) => proof.replace('\nindex ', '\nindex 1')) }),
      'logForged',
    ],
    'with a proof of another log': [
      (own) => ({ ...own, log: logged(new TestLog(), statementFor(own.credential)) }),
      'otherLog',
    ],
    'with the proof of another label': [
      ({ credential, ...own }) => ({ ...own, credential: { ...credential, number: 'MIE-26-00043-B' } }),
      'logOther',
    ],
    'without a proof': [({ log: _, ...own }) => own, 'logMissing'],
  };
  for (const [title, [change, flaw]] of Object.entries(others))
    it(`is not believed: one ${title}`, async () => {
      const made = await service.deps.issuing.revision(change(paper));
      const credential = made.find(({ kind }) => kind === 'credential');
      await writeFile(join(folder, 'other.json'), credential?.bytes ?? '');
      const { verdict, checks, ...data }: Verification = JSON.parse(offline('other.json', '--json'));
      expect([verdict, data.logged]).to.deep.equal(['fails', undefined]);
      expect(checks.find(({ name }) => name === 'log')?.flaw).to.equal(flaw);
    });
});

function withProof({ log }: RevisionPaper, change: (proof: string) => string) {
  const { proof, ...own } = requireVisible(log ?? null);
  return { ...own, proof: change(proof) };
}
