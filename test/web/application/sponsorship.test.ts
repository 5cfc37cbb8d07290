import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { type InsertedLabel, insertLabel } from '../../support/insertLabel.ts';
import { specimen } from '../../support/samples/specimen.ts';
import type { Browser } from '../../support/web.ts';
import {
  type OpenDraft,
  type WebWithApplicants,
  webWithApplicants,
} from '../../support/webWithApplicants.ts';

describe('the pages of sponsorship', () => {
  let web: WebWithApplicants;
  let sponsor: InsertedLabel;
  let sponsoring: Browser;
  let draft: OpenDraft;
  before(async () => {
    web = await webWithApplicants('web-sponsorship');
    sponsor = await insertLabel(web, 'holder');
    sponsoring = await web.browser(sponsor.owner);
    draft = await web.completeDraft();
  });
  after(() => web.stop());

  const purpose = 'Pour être reconnus <au marché>.';
  const asked = async () => requireVisible((await web.deps.store.sponsorshipsFor(draft.id))[0]).id;

  it('asks by number, and shows input again when refused', async () => {
    const wrong = await draft.browser.post(`${draft.at}/sponsors`, {
      labelNumber: 'MIE-26-77777-X',
      purpose: '',
    });
    expect(wrong.status).to.equal(422);
    expect(wrong.text).to.include('value="MIE-26-77777-X"').and.include('href="#purpose"');
    const unknown = await draft.browser.post(`${draft.at}/sponsors`, { labelNumber: 'pain', purpose });
    expect(unknown.text).to.include('Aucun label ne porte ce numéro').and.include('&lt;au marché&gt;');
    const taken = await draft.browser.post(`${draft.at}/sponsors`, {
      labelNumber: ` ${sponsor.number.toLowerCase()} `,
      purpose,
    });
    expect(taken.status).to.equal(303);
    const { text } = await draft.browser.get(`${draft.at}/sponsors`);
    expect(text).to.include('Spécimen holder').and.include('En attente');
  });

  it('shows the holder the request only, and nobody else anything', async () => {
    const id = await asked();
    const space = await sponsoring.get('/fr/my');
    expect(space.text).to.include(`/fr/sponsorships/${id}`);
    const { text } = await sponsoring.get(`/fr/sponsorships/${id}`);
    expect(text).to.include(specimen.organisation.name).and.include('&lt;au marché&gt;');
    for (const { name } of specimen.offers) expect(text).to.include(name);
    expect(text).not.to.include(draft.id);
    expect(text).not.to.include('<script>');
    expect((await sponsoring.get(draft.at)).status).to.equal(404);
    const third = await web.completeDraft();
    expect((await third.browser.get(`/fr/sponsorships/${id}`)).status).to.equal(404);
    expect((await third.browser.get('/fr/my')).text).not.to.include('/fr/sponsorships/');
    expect((await draft.browser.get(`/fr/sponsorships/${id}`)).status, 'the applicant itself').to.equal(404);
  });

  it('accepts the holder’s statement, refuses one too long, and lets it be withdrawn', async () => {
    const at = `/fr/sponsorships/${await asked()}`;
    const long = await sponsoring.post(`${at}/give`, { note: 'x'.repeat(2001) }, at);
    expect(long.status).to.equal(422);
    expect(long.text).to.include('2').and.include('x'.repeat(2001));
    const given = await sponsoring.post(`${at}/give`, { note: 'Nous les connaissons <bien>.' }, at);
    expect(given.status).to.equal(303);
    const page = await draft.browser.get(`${draft.at}/sponsors`);
    expect(page.text).to.include('Nous les connaissons &lt;bien&gt;.');
    expect((await sponsoring.get(at)).text).not.to.include(`${at}/give`);
    const again = await sponsoring.post(`${at}/give`, { note: 'Encore.' }, at);
    expect(again.status).to.equal(409);
    expect((await sponsoring.post(`${at}/withdraw`, {}, at)).status).to.equal(303);
    const after = await draft.browser.get(`${draft.at}/sponsors`);
    expect(after.text).to.include('Avis retiré').and.not.include('Nous les connaissons');
  });

  it('counts for the holder on the criterion, at the level of the rule', async () => {
    const other = await web.completeDraft();
    await other.browser.post(`${other.at}/sponsors`, { labelNumber: sponsor.number, purpose });
    const id = requireVisible((await web.deps.store.sponsorshipsFor(other.id))[0]).id;
    const at = `/fr/sponsorships/${id}`;
    await sponsoring.post(`${at}/give`, { note: 'Oui.' }, at);
    const started = await sponsoring.post(
      '/fr/applications',
      { organisationId: sponsor.organisationId },
      '/fr/my',
    );
    const { text } = await sponsoring.get(`${started.headers.location}/themes/COO`);
    expect(text).to.include('Vous avez parrainé 1 dossier depuis le 1er mai 2026.');
    expect(text).to.include('niveau 3');
    const none = await draft.browser.get(`${draft.at}/themes/COO`);
    expect(none.text).not.to.include('Vous avez parrainé');
  });
});
