import { expect } from 'chai';
import type supertest from 'supertest';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { maxBytes } from '../../../src/commands/items/intake.ts';
import { limitRules } from '../../../src/commands/ports/limitRules.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { LabelError } from '../../../src/errors.ts';
import { declarations } from '../../support/applicationSteps.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { type Browser, tokenIn } from '../../support/web.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

const words = Buffer.from('Bilan 2025\n');
type Fill = (form: supertest.Test) => supertest.Test;
const file =
  (bytes: Buffer, filename = 'Bilan.txt', field = 'file'): Fill =>
  (form) =>
    form.attach(field, bytes, { filename });

describe('evidence over HTTP', () => {
  let web: WebWithApplicants;
  let draft: OpenDraft;
  before(async () => {
    web = await webWithApplicants('web-evidence');
    draft = await web.completeDraft();
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const at = () => `${draft.at}/evidence`;
  const linkIn = (html: string) => /href="(\/fr\/evidence\/[^"]+)"/.exec(html)?.[1] ?? '';

  it('is uploaded with a form, listed, and downloaded unchanged, in a way that no browser executes', async () => {
    const name = 'Énergie – bilan "2025".txt';
    const sent = await draft.browser.parts(at(), file(words, name));
    expect([sent.status, sent.headers.location]).to.deep.equal([303, `${at()}?saved=1`]);
    const { text } = await draft.browser.get(sent.headers.location ?? '');
    expect(text)
      .to.include('Énergie – bilan &quot;2025&quot;.txt')
      .and.include('1 fichier')
      .and.include('Enregistré');
    const saved = await draft.browser.get(linkIn(text)).buffer(true);
    expect(saved.text).to.equal(words.toString());
    expect(saved.headers).to.include({
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="Energie - bilan \\"2025\\".txt"; filename*=UTF-8''%C3%89nergie%20%E2%80%93%20bilan%20%222025%22.txt`,
    });
    expect((await draft.browser.get(draft.at)).text, 'the list of things to do').to.include(`href="${at()}"`);
  });

  it('says in every language that nothing was scanned for viruses', async () => {
    const sentences = {
      fr: 'Pas contrôlé par un antivirus',
      de: 'Nicht auf Viren geprüft',
      it: 'Non controllato da un antivirus',
      en: 'Not checked by a virus scanner',
    };
    for (const language of languages) {
      const { text } = await draft.browser.get(at().replace('/fr/', `/${language}/`));
      expect(text, language).to.include(sentences[language]);
    }
  });

  const refused: readonly (readonly [string, Fill, number, string])[] = [
    ['no file', (form) => form, 422, 'Choisissez un fichier.'],
    [
      'a field that was left empty',
      (form) => form.attach('file', Buffer.alloc(0), { filename: '' }),
      422,
      'Choisissez un fichier.',
    ],
    ['an empty file', file(Buffer.alloc(0)), 422, 'Ce fichier est vide.'],
    ['20 MiB and a byte', file(Buffer.alloc(maxBytes + 1, 'a')), 422, '20 Mo au plus'],
    ['two files', (form) => file(words)(file(words)(form)), 422, 'un seul fichier à la fois'],
    ['a file under another name', file(words, 'a.txt', 'other'), 422, 'Ce champ n’existe pas'],
    ['a field of another form', (form) => file(words)(form.field('name', 'x')), 422, 'Ce champ n’existe pas'],
    ['a page', file(Buffer.from('<html><script>'), 'a.txt'), 422, 'Les pages web'],
    [
      'the same file again',
      file(words, 'autre.txt'),
      422,
      'Ce fichier est déjà là, sous le nom « Énergie – bilan &quot;2025&quot;.txt »',
    ],
    [
      'a field that is too long',
      (form) => file(words)(form.field('name', 'x'.repeat(70_000))),
      413,
      'L’envoi est trop grand',
    ],
    [
      'too many fields',
      (form) =>
        Array.from({ length: 20 }).reduce<supertest.Test>((all, _, i) => all.field(`f${i}`, 'x'), form),
      413,
      'L’envoi est trop grand',
    ],
  ];
  for (const [what, fill, status, sentence] of refused) {
    it(`refuses ${what}, says so, and stores nothing`, async () => {
      const before = await web.storedState();
      const answer = await draft.browser.parts(at(), fill);
      expect(answer.status).to.equal(status);
      expect(answer.text.replaceAll('\u00a0', ' ')).to.include(sentence);
      if (status === 422) expect(answer.text, 'the form again').to.include('type="file"');
      expect(await web.storedState()).to.equal(before);
    });
  }

  it('refuses a form without its token, with another one, and from another site', async () => {
    const before = await web.storedState();
    const other = tokenIn((await (await web.browser()).get('/fr/sign-in')).text);
    for (const csrf of ['', other, 'x'.repeat(32)]) {
      expect((await draft.browser.parts(at(), file(words), csrf)).status, csrf).to.equal(403);
    }
    const foreign: Fill = (form) => file(Buffer.from('b'))(form.set('Origin', 'https://elsewhere.example'));
    expect((await draft.browser.parts(at(), foreign)).status).to.equal(403);
    expect(await web.storedState()).to.equal(before);
  });

  it('reads no multipart body of a visitor, at another address, or far too long', async () => {
    const before = await web.storedState();
    const visitor = await web.browser();
    expect((await visitor.parts(at(), file(words), 'x')).status).to.equal(403);
    const late: Fill = (form) => file(words)(form.set('Origin', 'http://label.example'));
    const sent = await visitor.parts(at(), late, 'x');
    expect([sent.status, sent.headers.location]).to.deep.equal([303, '/fr/sign-in']);
    expect((await draft.browser.parts('/fr/organisations/new', file(words))).status).to.equal(403);
    expect((await draft.browser.parts(at(), file(Buffer.alloc(4 * maxBytes)))).status).to.equal(413);
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
      expect((await draft.browser.send(at(), type, '--x\r\nno end')).status, type).to.equal(400);
    }
    expect(await web.storedState()).to.equal(before);
  });

  it('belongs to the organisation: a reader reads, a stranger gets not found, staff only what was sent', async () => {
    const other = await web.completeDraft();
    await other.browser.parts(`${other.at}/evidence`, file(words));
    const link = linkIn((await other.browser.get(`${other.at}/evidence`)).text);
    const status = async (browser: Browser, path: string) => (await browser.get(path)).status;
    const reader = await web.colleague(other, 'reader');
    expect(await status(reader.browser, link)).to.equal(200);
    expect((await reader.browser.get(`${other.at}/evidence`)).text).to.not.include('type="file"');
    const token = tokenIn((await reader.browser.get('/fr/organisations/new')).text);
    expect(
      (await reader.browser.parts(`${other.at}/evidence`, file(Buffer.from('c')), token)).status,
    ).to.equal(404);
    expect(await status(draft.browser, link)).to.equal(404);
    expect(await status(draft.browser, `${other.at}/evidence`)).to.equal(404);
    expect(await status(await web.browser(), link), 'a visitor signs in first').to.equal(302);
    const officer = await web.browser(await web.person('officer', 'officer'));
    expect(await status(officer, link), 'a draft').to.equal(404);
    await submitApplication(web.deps, other.owner, { applicationId: other.id, ...declarations });
    expect(await status(officer, link)).to.equal(200);
    expect(await status(officer, '/fr/evidence/nothing')).to.equal(404);
    const tied = await web.person('tied', 'officer');
    const organisationId = other.owner.memberships[0]?.organisationId ?? '';
    const tie = {
      personId: tied.id,
      organisationId,
      kind: 'board',
      share: null,
      since: '2026-01-01',
      note: '',
    } as const;
    await declareTie(web.deps, tied, tie);
    expect(await status(await web.browser(tied), link), 'barred by a tie').to.equal(404);
    const both = await web.person('both', 'officer');
    await updatePerson(web.deps, both, { memberships: [{ organisationId, role: 'reader' }] });
    expect(await status(await web.browser(both), link), 'staff, but of the organisation').to.equal(200);
    const reads = (await web.deps.store.records(`evidence/${other.id}`)).filter(({ facts }) =>
      facts.includes('evidence.read'),
    );
    expect(reads.map(({ actor }) => typeof actor.request)).to.deep.equal(['string', 'string', 'string']);
  });
});

describe('evidence when something is unavailable', () => {
  const refusing = async (name: string, also: Parameters<typeof webWithApplicants>[1]) => {
    const web = await webWithApplicants(name, also);
    const draft = await web.emptyDraft();
    const before = await web.storedState();
    const answer = await draft.browser.parts(`${draft.at}/evidence`, file(words));
    expect(await web.storedState()).to.equal(before);
    expect(web.logged).to.deep.equal([]);
    await web.stop();
    return answer;
  };

  it('is refused temporarily while the virus scanner does not answer', async () => {
    const receive = async () => {
      throw new LabelError('scannerUnavailable');
    };
    const { status, text } = await refusing('evidence-no-scanner', {
      intake: { receive, receivePhoto: receive, readTable: receive },
    });
    expect(status).to.equal(503);
    expect(text).to.include('Le contrôle antivirus ne répond pas');
  });

  it('is refused before reading when a person sent too many', async () => {
    const take = async (name: string) => {
      if (name === 'uploadsOfPerson')
        throw new LabelError('tooManyRequests', { params: { retryAfter: 60, minutes: 1, hours: 0 } });
      return null;
    };
    const { status, headers } = await refusing('evidence-too-many', { limits: { take, rules: limitRules } });
    expect([status, headers['retry-after']]).to.deep.equal([429, '60']);
  });
});
