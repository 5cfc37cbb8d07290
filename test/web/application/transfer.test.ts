// Tier: all. Budget: 5 s.
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type supertest from 'supertest';
import yauzl from 'yauzl';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { holdCertificate } from '../../../src/commands/application/evidence/holdCertificate.ts';
import type { AnswersFile } from '../../../src/commands/application/transfer/answersFile.ts';
import { answersFileShape } from '../../../src/commands/application/transfer/answersFile.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { tokenIn } from '../../support/web.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

const head = 'kind;offer;id;value;na;evidence;comment';
const table = (...lines: readonly string[]) => Buffer.from([head, ...lines, ''].join('\r\n'));
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** The names in a ZIP with their content. */
async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  const all = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    all.set(entry.fileName, Buffer.concat(chunks));
  }
  return all;
}

describe('export and import of answers over HTTP', () => {
  let web: WebWithApplicants;
  let full: OpenDraft;
  before(async () => {
    web = await webWithApplicants('web-transfer');
    full = await web.completeDraft();
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const bytesOf = async (draft: OpenDraft, name: string, query = '') => {
    const answer = await draft.browser.get(`${draft.at}/${name}${query}`).buffer(true).parse(collect);
    return { ...answer, status: answer.status, headers: answer.headers, bytes: answer.body as Buffer };
  };
  const answersOf = async (draft: OpenDraft): Promise<AnswersFile> =>
    answersFileShape.parse(JSON.parse((await bytesOf(draft, 'export.json')).bytes.toString()));
  const look = (draft: OpenDraft, bytes: Buffer, filename: string, mode = 'fill') =>
    draft.browser.parts(`${draft.at}/import`, (form) =>
      form.field('mode', mode).attach('file', bytes, { filename }),
    );
  const take = (draft: OpenDraft, html: string) =>
    draft.browser
      .send(
        `${draft.at}/import/take`,
        'form',
        new URLSearchParams({
          csrf: tokenIn(html),
          mode: hidden(html, 'mode'),
          revision: hidden(html, 'revision'),
          lines: hidden(html, 'lines'),
        }).toString(),
      )
      .then((answer) => answer);

  for (const format of ['json', 'csv', 'xlsx']) {
    it(`transfers the same answers to another application by ${format}, after a report and confirmation`, async () => {
      const sent = await bytesOf(full, `export.${format}`);
      expect(sent.status).to.equal(200);
      expect(sent.headers['content-disposition']).to.equal(`attachment; filename="${full.id}.${format}"`);
      const draft = await web.emptyDraft();
      const before = await web.storedState();
      const report = await look(draft, sent.bytes, `réponses.${format}`);
      expect([report.status, await web.storedState()]).to.deep.equal([200, before]);
      expect(report.text).to.include('Rien n’a encore changé.');
      const taken = await take(draft, report.text);
      expect(taken.status).to.equal(303);
      expect(await answersOf(draft)).to.deep.equal(await answersOf(full));
      const { text } = await draft.browser.get(taken.headers.location ?? '');
      expect(text).to.match(/\d+ lignes ont été reprises/);
      const again = await look(draft, sent.bytes, `réponses.${format}`);
      expect(again.text).to.include('Ce fichier ne change rien à vos réponses.');
    });
  }

  it('keeps existing answers unless replacement is chosen, and then lists what it replaces', async () => {
    const draft = await web.completeDraft();
    const [first] = (await answersOf(draft)).answers;
    const id = requireVisible(first).criterion;
    const file = table(`answer;;${id};;;;"Autre ; commentaire"`, 'fact;;F01;3,5;;;');
    const kept = await look(draft, file, 'a.csv');
    expect(kept.text).to.include('Dit autre chose. Votre réponse reste.');
    const report = await look(draft, file, 'a.csv', 'replace');
    expect(report.text).to.include('Remplace ce qui est là.');
    expect((await take(draft, report.text)).status).to.equal(303);
    const after = (await answersOf(draft)).answers.find(({ criterion }) => criterion === id);
    expect(after).to.deep.equal({ ...first, comment: 'Autre ; commentaire' });
  });

  it('rebuilds the report when someone else changed what it would replace', async () => {
    const draft = await web.completeDraft();
    const [first, second] = (await answersOf(draft)).answers.map(({ criterion }) => criterion);
    const report = await look(draft, table(`answer;;${first};;;Un;`), 'a.csv', 'replace');
    const other = await look(draft, table(`answer;;${second};;;Deux;`), 'a.csv', 'replace');
    expect((await take(draft, other.text)).status).to.equal(303);
    const late = await take(draft, report.text);
    expect(late.status).to.equal(409);
    expect(late.text).to.include('Rien n’a encore changé.');
    expect((await take(draft, late.text)).status).to.equal(303);
    const { answers } = await answersOf(draft);
    expect(answers.slice(0, 2).map(({ evidence }) => evidence)).to.deep.equal(['Un', 'Deux']);
  });

  it('adds an offer once when the button is pressed twice', async () => {
    const draft = await web.emptyDraft();
    const offer = ['offer;1;name;Pain;;;', 'offer;1;type;food;;;', 'offer;1;sheet;Fiche;;;'];
    const { text } = await look(draft, table(...offer), 'a.csv');
    const both = await Promise.all([take(draft, text), take(draft, text)]);
    expect(both.map(({ status }) => status)).to.deep.equal([303, 303]);
    expect((await answersOf(draft)).offers.map(({ name }) => name)).to.deep.equal(['Pain']);
  });

  it('refuses readers, and tampered packages', async () => {
    const draft = await web.completeDraft();
    const reader = await web.colleague(draft, 'reader');
    const before = await web.storedState();
    const read = { ...draft, browser: reader.browser };
    expect((await bytesOf(read, 'export.csv')).status).to.equal(200);
    const token = tokenIn((await draft.browser.get(`${draft.at}/import`)).text);
    const sent = await draft.browser.send(
      `${draft.at}/import/take`,
      'form',
      `csrf=${token}&mode=fill&revision=1&lines=AAAA`,
    );
    expect(sent.status).to.equal(400);
    const page = await reader.browser.get(`${draft.at}/import`);
    expect(page.text).not.to.include('type="file"');
    const tried = await reader.browser.parts(
      `${draft.at}/import`,
      (form) => form.field('mode', 'fill').attach('file', table('fact;;F01;1;;;'), { filename: 'a.csv' }),
      tokenIn((await reader.browser.get('/fr/account')).text),
    );
    expect(tried.status).to.be.oneOf([403, 404]);
    expect(await web.storedState()).to.equal(before);
  });

  it('returns the whole file as a ZIP with every document and valid digests, and journals it', async () => {
    const draft = await web.completeDraft();
    for (const text of ['Un', 'Deux']) {
      const file = { applicationId: draft.id, name: `Statuts ../${text}.txt`, bytes: Buffer.from(text) };
      await addEvidence(web.deps, draft.owner, file);
    }
    const name = { applicationId: draft.id, name: 'un.TXT', bytes: Buffer.from('Trois') };
    await addEvidence(web.deps, draft.owner, name);
    await holdCertificate(web.deps, draft.owner, {
      ...{ applicationId: draft.id, certificate: 'zewo', number: '42', until: '2031-05-01' },
      ...{ link: 'zewo.ch', document: '', evidence: 'Zewo' },
    });
    const { headers, bytes } = await bytesOf(draft, 'file.zip');
    expect(headers['content-disposition']).to.equal(`attachment; filename="${draft.id}.zip"`);
    const all = await unzipped(bytes);
    const [readme, ...rest] = [...all.keys()];
    expect(readme).to.equal('README.txt');
    expect(rest).to.include.members([
      'answers.json',
      'answers.csv',
      'answers.xlsx',
      'certificates.json',
      'file.pdf',
      'evidence/Un - 1.txt',
    ]);
    expect(rest.filter((one) => one.startsWith('evidence/'))).to.deep.equal([
      'evidence/Un - 1.txt',
      'evidence/Deux - 1.txt',
      'evidence/un - 1 (2).txt',
    ]);
    expect(JSON.parse(String(all.get('certificates.json')))).to.deep.equal([
      { certificate: 'zewo', name: 'Zewo', number: '42', until: '2031-05-01', link: 'https://zewo.ch/' },
    ]);
    const told = all.get('README.txt')?.toString() ?? '';
    for (const one of rest) {
      const digest = createHash('sha256')
        .update(all.get(one) ?? '')
        .digest('hex');
      expect(told, one).to.include(`${digest}  ${one}\r\n`);
    }
    const notes = await web.deps.store.records(`selfAssessments/${draft.id}`);
    expect(notes.flatMap(({ facts }) => facts)).to.include('selfAssessment.exported');
  });

  it('has a page, a report and tables in every language', async () => {
    const draft = await web.emptyDraft();
    const list = await draft.browser.get(draft.at);
    expect(list.text).to.include(`href="${draft.at}/import"`);
    for (const language of languages) {
      const at = draft.at.replace('/fr/', `/${language}/`);
      const { status, text } = await draft.browser.get(`${at}/import`);
      expect([status, text.includes('export.xlsx')], language).to.deep.equal([200, true]);
      const sent = await bytesOf({ ...full, at: full.at.replace('/fr/', `/${language}/`) }, 'export.csv');
      const separator = language === 'en' ? ',' : ';';
      expect(sent.bytes.toString().split('\r\n', 1)[0], language).to.equal(
        `\ufeff${['kind', 'offer', 'id', 'question', 'value', 'na', 'evidence', 'comment'].join(separator)}`,
      );
      expect((await look(draft, sent.bytes, 'a.csv')).status, language).to.equal(200);
    }
  });

  it('returns not found for an unknown snapshot or format', async () => {
    expect((await bytesOf(full, 'export.json', '?snapshot=1')).status).to.equal(404);
    expect((await bytesOf(full, 'export.json', '?snapshot=x')).status).to.equal(422);
    expect((await bytesOf(full, 'export.json', '?version=1')).status).to.equal(404);
  });
});

function collect(answer: supertest.Response, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = answer as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
