// Tier: all. Budget: 10 s.
import { hash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect } from 'chai';
import type supertest from 'supertest';
import yauzl from 'yauzl';
import { verifyExport } from '../../../src/cli/verifyExport.ts';
import { openCorrespondence } from '../../../src/commands/application/correspondence/writeMessage.ts';
import { announceDecision } from '../../../src/commands/committee/decision/announceDecision.ts';
import { exportedFault } from '../../../src/commands/common/exportedChain.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { logLetters } from '../../../src/mailing/logLetters.ts';
import { createMailLog } from '../../../src/storage/letters/createMailLog.ts';
import { handlers } from '../../../src/workers/handlers.ts';
import { runNext } from '../../../src/workers/relay.ts';
import { wordsOf } from '../../issuing/readPdf.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { decideInSession } from '../../support/committeeSession.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const secret = 'Motif que seule la commission connaît.';

describe('the export of a whole file', () => {
  let web: WebWithCast;
  let id: string;
  let scoring: Awaited<ReturnType<WebWithCast['fileInEvaluation']>>;
  before(async () => {
    web = await webWithCast('case-export');
    id = await web.fileInDeliberation();
    scoring = await web.fileInEvaluation();
  });
  after(() => web.stop());

  const zipOf = async (person: Person, of: string) => {
    const browser = await web.browserOf(person);
    return browser.get(`/fr/files/${of}/case.zip`).buffer(true).parse(bytesOf);
  };
  const filesOf = async (of: string) => {
    const { status, body } = await zipOf(web.cast.officer, of);
    expect(status).to.equal(200);
    const files = new Map<string, Buffer>();
    const zip = await yauzl.fromBufferPromise(body, { lazyEntries: true });
    for await (const entry of zip.eachEntry())
      files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    return files;
  };
  const linesOf = (files: ReadonlyMap<string, Buffer>, name: string) =>
    String(files.get(`journal/${name}.jsonl`))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('lists every file with its digest, and can be read by people', async () => {
    const files = await filesOf(id);
    const { files: listed, ...about } = JSON.parse(String(files.get('manifest.json')));
    expect(about).to.include({ format: 'made-in-ess-case', formatVersion: 1, application: id });
    const names = [...files.keys()].filter((name) => name !== 'README.txt' && name !== 'manifest.json');
    expect(listed.map(({ name }: { name: string }) => name)).to.have.members(names);
    for (const { name, sha256 } of listed)
      expect(hash('sha256', files.get(name) ?? Buffer.alloc(0)), name).to.equal(sha256);
    expect(wordsOf(files.get('papers/file.pdf') ?? Buffer.alloc(0))).to.include(id);
    const readme = String(files.get('README.txt'));
    expect(readme).to.include(hash('sha256', files.get('manifest.json') ?? Buffer.alloc(0)));
    expect(readme).to.include(about.criteria);
    for (const folder of ['evidence/', 'messages/'])
      expect(readme.includes(folder), folder).to.equal(names.some((name) => name.startsWith(folder)));
    expect(String(files.get('papers/evaluation.txt'))).to.match(
      /FIN-01 .+\r\n {2}Demande = \d · Éval. 1 = \d/,
    );
    expect(JSON.parse(String(files.get('data/levels.json')))).to.have.length.above(20);
  });

  it('holds what was written on the file, with the chain of each subject', async () => {
    const { deps, cast } = web;
    const about = {
      applicationId: id,
      subject: 'Visite',
      text: 'Quand pouvez-vous nous recevoir ?',
      attachments: [],
    };
    const subject = await openCorrespondence(deps, cast.officer, about);
    const files = await filesOf(id);
    for (const name of ['data/messages.json', 'papers/messages.txt'])
      expect(String(files.get(name)), name)
        .to.include(about.text)
        .and.include(cast.officer.name);
    expect(exportedFault(linesOf(files, `correspondence-${subject}`))).to.equal(null);
  });

  it('says which letters went about the file, to whom and when, without their text', async () => {
    const { deps } = web;
    const { clock, ids } = deps;
    const letters = logLetters(deps.mailer, { log: createMailLog(web.connection), clock, ids });
    const sent = async () => JSON.parse(String((await filesOf(id)).get('data/letters.json')));
    expect(await sent()).to.deep.equal([]);
    const log = { error: () => {}, warn: () => {} };
    while (
      await runNext({ deps: { ...deps, mailer: letters }, jobs: web.jobs, handlers, worker: 'test', log })
    );
    const told = await sent();
    expect(told.map(({ kind }: { kind: string }) => kind)).to.include('applicationSubmitted');
    for (const letter of told)
      expect(letter).to.have.all.keys('kind', 'to', 'personId', 'queuedAt', 'state', 'changedAt');
  });

  it('keeps a decision until it is announced, in data and journal, and the chain holds all the same', async () => {
    const { deps, cast } = web;
    await decideInSession(deps, cast, id, 'granted', [], secret);
    const sealed = await filesOf(id);
    expect([...sealed].filter(([, bytes]) => bytes.includes(secret)).map(([name]) => name)).to.deep.equal([]);
    const lines = linesOf(sealed, `applications-${id}`);
    expect(lines.at(-1)).to.have.all.keys('stream', 'seq', 'previous', 'hash', 'withheld');
    expect(exportedFault(lines)).to.equal(null);
    const { revision } = await currentApplication(deps, id);
    await announceDecision(deps, cast.officer, { applicationId: id, revision });
    const open = await filesOf(id);
    expect([...open.keys()]).to.include('papers/decision-1.pdf');
    expect(String(open.get(`journal/applications-${id}.jsonl`))).to.include(secret);
    expect(linesOf(open, `applications-${id}`).slice(0, -1)).to.have.length(lines.length);
  });

  it('tells nothing of reviews before both are delivered', async () => {
    const files = await filesOf(scoring.id);
    expect([...files.keys()].filter((name) => name.startsWith('journal/'))).to.deep.equal([
      `journal/applications-${scoring.id}.jsonl`,
    ]);
    expect(String(files.get('data/levels.json')).trim()).to.equal('null');
    expect([...files.keys()]).to.not.include('papers/evaluation.txt');
  });

  it('shows any change of its journal, with the files alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'made-in-ess-'));
    const log = console.log;
    const said: string[] = [];
    console.log = (text: string) => void said.push(text);
    try {
      const lines = linesOf(await filesOf(id), `applications-${id}`);
      const spoilt = lines.map((line, i) => (i === 2 ? { ...line, at: '2020-01-01T00:00:00.000Z' } : line));
      const chains = { good: lines, changed: spoilt, missing: lines.filter((_, i) => i !== 1), none: [] };
      for (const [name, chain] of Object.entries(chains)) {
        const text = chain.map((line) => `${JSON.stringify(line)}\n`).join('');
        await writeFile(join(folder, name), text);
      }
      await verifyExport([join(folder, 'good')]);
      expect(process.exitCode).to.not.equal(1);
      await verifyExport(['changed', 'missing', 'none'].map((name) => join(folder, name)));
      expect(process.exitCode).to.equal(1);
    } finally {
      console.log = log;
      process.exitCode = 0;
      await rm(folder, { recursive: true });
    }
    expect(said.map((line) => line.replace(/^(.).*: /, '$1 '))).to.deep.equal([
      `✓ ${linesOf(await filesOf(id), `applications-${id}`).length} lines, 0 withheld`,
      '✗ this line was changed after it was written',
      '✗ a line is missing',
      '✗ is no exported journal',
    ]);
  });

  it('is noted as an export and a reading, for whoever handed the documents in', async () => {
    const before = (await web.deps.store.records(`evidence/${id}`)).length;
    await filesOf(id);
    const notes = (await web.deps.store.records(`evidence/${id}`)).slice(before);
    expect(notes.map(({ facts, actor }) => [facts[0], actor.id])).to.deep.equal([
      ['case.exported', web.cast.officer.id],
    ]);
  });

  it('is not there for other roles, for who is tied to the organisation, or evaluates it', async () => {
    const { deps, cast } = web;
    expect((await zipOf(cast.committee[1], id)).status).to.equal(403);
    const [reviewer] = scoring.reviewers;
    await updatePerson(deps, reviewer, { roles: ['officer', 'reviewer'] });
    expect((await zipOf(reviewer, scoring.id)).status).to.equal(404);
    const tied = await web.person('tied', 'officer');
    expect((await zipOf(tied, id)).status).to.equal(200);
    const { organisationId } = (await currentApplication(deps, id)).context;
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(deps, tied, { ...tie, personId: tied.id, organisationId });
    expect((await zipOf(tied, id)).status).to.equal(404);
  });
});

const bytesOf: Parameters<supertest.Test['parse']>[0] = (response: supertest.Response, done) => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
};
