import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Response } from 'supertest';
import yauzl from 'yauzl';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { declarations } from '../../support/applicationSteps.ts';
import type { Browser } from '../../support/web.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

describe('privacy on the web', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  let organisationId: string;
  before(async () => {
    web = await webWithApplicants('privacy-web');
  });
  after(() => web.stop());
  beforeEach(async () => {
    draft = await web.completeDraft();
    organisationId = requireVisible(draft.owner.memberships[0]).organisationId;
  });

  /** Takes an export by its button and gives the files in it, by name. */
  const take = async (browser: Browser, path: string): Promise<Map<string, Buffer>> => {
    const token = parse((await browser.get('/fr/account')).text)
      .querySelector('[name=csrf]')
      ?.getAttribute('value');
    const answer = await browser
      .send(path, 'form', `csrf=${token}`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => done(null, Buffer.concat(parts)));
      });
    expect(answer.status).to.equal(200);
    expect(answer.headers['content-type']).to.equal('application/zip');
    expect(answer.headers['content-disposition']).to.match(
      /^attachment; filename="made-in-ess-\d{4}-\d\d-\d\d\.zip"$/,
    );
    expect(answer.headers['cache-control']).to.include('no-store');
    return filesIn(answer);
  };

  for (const language of languages) {
    it(`has a complete public page, in ${language}`, async () => {
      const answer = await (await web.browser()).get(`/${language}/privacy`);
      expect(answer.status).to.equal(200);
      expect(answer.headers['set-cookie']).to.equal(undefined);
      const rows = parse(answer.text).querySelectorAll('.data-map tbody tr');
      expect(rows).to.have.length(Object.keys(web.deps.dataMap.uses).length);
      for (const row of rows)
        for (const cell of row.querySelectorAll('td')) expect(cell.textContent.trim()).not.to.equal('');
    });
  }

  it('gives a person a ZIP of their data, with a README in their language', async () => {
    const files = await take(draft.browser, '/de/account/export');
    expect([...files.keys()].slice(0, 3)).to.deep.equal(['README.txt', 'person.json', 'memberships.json']);
    const readme = requireVisible(files.get('README.txt')).toString();
    for (const name of [...files.keys()].slice(1)) expect(readme).to.include(name);
    expect(readme).to.include('Ihre Daten');
    expect(JSON.parse(requireVisible(files.get('person.json')).toString()).email).to.equal(draft.owner.email);
  });

  it('gives an owner a ZIP with the files, byte by byte; others get not found', async () => {
    const bytes = Buffer.from('é'.repeat(400_000));
    await addEvidence(web.deps, draft.owner, { applicationId: draft.id, name: 'Rapport été.txt', bytes });
    const files = await take(draft.browser, `/fr/organisations/${organisationId}/export`);
    expect(requireVisible(files.get(`${draft.id}/evidence/001 Rapport été.txt`)).equals(bytes)).to.equal(
      true,
    );
    const editor = await web.colleague(draft, 'editor');
    for (const browser of [editor.browser, (await web.completeDraft()).browser]) {
      const answer = await browser.post(`/fr/organisations/${organisationId}/export`, {}, '/fr/account');
      expect(answer.status).to.equal(404);
    }
  });

  it('refuses an export without the token of the page, and by any other method', async () => {
    for (const path of ['/fr/account/export', `/fr/organisations/${organisationId}/export`]) {
      expect(
        (await draft.browser.send(path, 'form', '').set('Origin', 'https://elsewhere.example')).status,
      ).to.equal(403);
      expect((await draft.browser.get(path)).status, path).to.be.oneOf([404, 405]);
    }
  });

  it('erases an account on its own page: refused with a reason, refused without the address, then done', async () => {
    const page = async () => (await draft.browser.get('/fr/account/erase')).text;
    expect(await page()).to.include('seule responsable');
    expect(parse(await page()).querySelector('[name=typed]')).to.equal(null);
    await draft.browser.post(`/fr/organisations/${organisationId}/erase`, { typed: 'Boulangerie' });
    const name = requireVisible(await web.deps.store.organisation(organisationId)).name;
    const erased = await draft.browser.post(`/fr/organisations/${organisationId}/erase`, { typed: name });
    expect([erased.status, erased.headers.location]).to.deep.equal([303, '/fr/my']);
    const wrong = await draft.browser.post('/fr/account/erase', { typed: 'someone@specimen.example' });
    expect([wrong.status, wrong.text.includes('pas l’adresse de ce compte')]).to.deep.equal([422, true]);
    const done = await draft.browser.post('/fr/account/erase', { typed: draft.owner.email });
    expect([done.status, done.headers.location]).to.deep.equal([303, '/fr/sign-in/erased']);
    expect((await draft.browser.get('/fr/sign-in/erased')).text).to.include('Le compte est effacé');
    expect((await draft.browser.get('/fr/account')).status).to.equal(302);
    expect(await web.deps.store.personByEmail(draft.owner.email)).to.equal(null);
  });

  it('does not erase an organisation that submitted something, and says what is kept', async () => {
    await submitApplication(web.deps, draft.owner, { applicationId: draft.id, ...declarations });
    const path = `/fr/organisations/${organisationId}/erase`;
    const shown = (await draft.browser.get(path)).text;
    expect(shown).to.include('déjà envoyé une demande').and.to.include('reste gardé');
    const name = requireVisible(await web.deps.store.organisation(organisationId)).name;
    expect((await draft.browser.post(path, { typed: name }, '/fr/account')).status).to.equal(409);
    for (const other of [await web.colleague(draft, 'editor'), await web.completeDraft()]) {
      expect((await other.browser.get(path)).status).to.equal(404);
    }
  });

  it('lets administrators erase someone, and nobody else', async () => {
    const someone = await web.person('someone');
    const path = `/fr/people/${someone.id}/erase`;
    expect((await draft.browser.get(path)).status).to.equal(403);
    const administrator = await web.browser(await web.person('administrator', 'administrator'));
    const done = await administrator.post(path, { typed: someone.email });
    expect(done.status).to.equal(303);
    expect((await administrator.get(path)).status).to.equal(404);
  });

  it('shows an applicant what was done with the file', async () => {
    await submitApplication(web.deps, draft.owner, { applicationId: draft.id, ...declarations });
    const root = parse((await draft.browser.get(draft.at)).text);
    const lines = root.querySelectorAll('.trail li').map((line) => line.textContent);
    expect(lines).to.have.length(2);
    expect(lines[1]).to.include('votre organisation').and.to.include('Demande envoyée');
  });
});

/** Every file of a ZIP, unpacked. */
function filesIn({ body }: Response): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(body as Buffer, { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error) return reject(error);
      const files = new Map<string, Buffer>();
      zip.on('error', reject).on('end', () => resolve(files));
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const parts: Buffer[] = [];
          stream
            .on('data', (part: Buffer) => parts.push(part))
            .on('end', () => {
              files.set(entry.fileName, Buffer.concat(parts));
              zip.readEntry();
            });
        });
      });
      zip.readEntry();
    });
  });
}
