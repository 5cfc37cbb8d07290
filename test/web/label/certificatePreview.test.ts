import { expect } from 'chai';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { readNumber } from '../../../src/register/number.ts';
import { wordsOf } from '../../issuing/readPdf.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the preview of a certificate', () => {
  let web: WebWithCast;
  before(async () => {
    web = await webWithCast('certificate-preview');
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const committee = (id: string) => `/fr/committee/${id}/certificate.pdf`;
  const files = (id: string) => `/fr/files/${id}/certificate.pdf`;

  it('is visible to free members of the committee while they deliberate, and to the rapporteur', async () => {
    const { cast, deps } = web;
    const id = await web.evaluatedFile();
    expect((await (await web.browser()).get(committee(id))).headers.location).to.equal('/fr/sign-in');
    for (const person of [cast.owner, cast.reviewers[0]]) {
      const browser = await web.browserOf(person);
      for (const path of [committee(id), files(id)])
        expect((await browser.get(path)).status, path).to.equal(403);
    }
    const member = await web.browserOf(cast.committee[1]);
    expect((await member.get(committee(id))).status, 'not before them yet').to.equal(404);
    const rapporteur = await web.browserOf(cast.rapporteur);
    expect((await rapporteur.get(files(id))).status, 'may recommend').to.equal(200);
    expect((await rapporteur.get(`/fr/files/${id}`)).text).to.include(files(id));
    const revision = (await currentApplication(deps, id)).revision;
    const draft = { draft: 'granted', reason: 'Les critères sont remplis.' } as const;
    await recommendApplication(deps, cast.rapporteur, { applicationId: id, revision, ...draft });
    expect((await rapporteur.get(files(id))).status, 'recommended it').to.equal(200);
    const officer = await web.browserOf(cast.officer);
    expect((await officer.get(files(id))).status, 'another officer').to.equal(404);
    expect((await officer.get(`/fr/files/${id}`)).text).to.not.include(files(id));
    expect((await member.get(`/fr/committee/${id}`)).text).to.include(committee(id));
    const insider = await web.person('insider', 'committee');
    const { organisationId } = (await currentApplication(deps, id)).context;
    await updatePerson(deps, insider, { memberships: [{ organisationId, role: 'reader' as const }] });
    expect((await (await web.browserOf(insider)).get(committee(id))).status, 'their own').to.equal(404);
  });

  it('shows what would be issued today, under a placeholder number', async () => {
    const id = await web.fileInDeliberation();
    const member = await web.browserOf(web.cast.committee[1]);
    const answer = await member.get(committee(id)).responseType('blob');
    expect(answer.type).to.equal('application/pdf');
    const text = wordsOf(answer.body as Buffer);
    expect(text)
      .to.include('APERÇU')
      .and.include(specimen.organisation.name)
      .and.include('Critères version 1.1.0');
    for (const { name } of specimen.offers) expect(text).to.include(name);
    const number = /MIE-\d\d-\d{5}-./.exec(text)?.[0] ?? '';
    expect(readNumber(number).kind).to.equal('mistyped');
    const german = await member.get(committee(id).replace('/fr/', '/de/')).responseType('blob');
    expect(wordsOf(german.body as Buffer)).to.include('VORSCHAU');
  });

  it('does not exist where no offer can bear the label', async () => {
    const low = Object.fromEntries(
      Object.keys(specimen.answers).map((criterion) => [
        criterion,
        { level: 0, comment: 'Rien ne le montre.' },
      ]),
    );
    const id = await web.evaluatedFile(low as Parameters<WebWithCast['evaluatedFile']>[0]);
    expect((await (await web.browserOf(web.cast.rapporteur)).get(files(id))).status).to.equal(404);
  });
});
