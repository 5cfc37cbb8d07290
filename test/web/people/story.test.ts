import { expect } from 'chai';
import { type Body, bodyOf, publishedNeed, wanted } from '../../support/exchangeSteps.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const story = 'Nous sommes douze.\nNous cuisons du pain <b>ici</b>, la nuit. Venez voir !';

describe('the page of a holder for everybody', () => {
  let web: TestWeb;
  let body: Body;
  let visitor: Browser;
  let owner: Browser;
  let own: string;
  let page: string;
  before(async () => {
    web = await testWeb('story');
    body = await bodyOf(web, 'fournil');
    [visitor, owner] = [await web.browser(), await web.browser(body.owner)];
    own = `/fr/organisations/${body.organisationId}/story`;
    page = `/fr/organisations/${body.organisationId}/labels`;
    const organisation = { id: body.organisationId, postcode: '1205', commune: 'Genève' };
    await publishedNeed(web.deps, body);
    await insertEntries(web.connection, [
      entryNumbered(1, { offers: ['Pain d’hier'], organisation, state: 'withdrawn' }),
      entryNumbered(2, { offers: ['Pain au levain', 'Brioche'], organisation }),
      entryNumbered(3, { offers: ['Traiteur'], organisation }),
    ]);
  });
  after(() => web.stop());

  const revision = async () => String((await web.deps.store.organisation(body.organisationId))?.revision);
  const tell = async (browser: Browser, fields: Record<string, string>) =>
    browser.post(own, { revision: await revision(), ...fields }, own);

  it('has all offers of labels that hold, what it commits to, and every label', async () => {
    const { text } = await visitor.get(page);
    for (const offer of ['Pain au levain', 'Brioche', 'Traiteur']) expect(text).to.include(`>${offer}</a>`);
    expect(text).to.not.include('Pain d’hier').and.to.not.include(wanted.title);
    expect(text).to.include('Respecter les critères, version 1.0.0');
    expect(text).to.include(entryNumbered(1, {}).number);
    expect((await visitor.get(`/fr/labels/${entryNumbered(2, {}).number}`)).text).to.include(
      `href="${page}"`,
    );
    expect((await visitor.get('/fr/organisations/NOBODY/labels')).status).to.equal(404);
  });

  it('tells its story as plain text, and what it looks for only where it agreed', async () => {
    expect((await owner.get(own)).text).to.not.match(/name="showsNeeds"[^>]* checked/);
    expect((await tell(owner, { story })).status).to.equal(303);
    const told = (await visitor.get(page)).text;
    expect(told).to.include('Nous cuisons du pain &lt;b&gt;ici&lt;/b&gt;').and.to.not.include(wanted.title);
    expect((await tell(owner, { story, showsNeeds: 'yes' })).status).to.equal(303);
    expect((await visitor.get(page)).text).to.include(wanted.title);
    expect((await tell(owner, { story: '' })).status).to.equal(303);
    const silent = (await visitor.get(page)).text;
    expect(silent).to.not.include('Nous sommes douze').and.to.not.include(wanted.title);
  });

  it('is written by who may edit, in five sentences without an address', async () => {
    const six = await tell(owner, { story: 'Un. Deux. Trois. Quatre. Cinq ? Six !', showsNeeds: 'yes' });
    expect(six.status).to.equal(422);
    expect(six.text).to.include('Écrivez 5 phrases au plus').and.to.include('Un. Deux.');
    expect(six.text).to.match(/name="showsNeeds"[^>]* checked/);
    for (const leading of [
      'Voir www.ailleurs.example',
      'Écrire à nous@ailleurs.example',
      'Appeler le 022 123 45 67',
    ])
      expect((await tell(owner, { story: leading })).status, leading).to.equal(422);
    expect((await tell(owner, { story: 'a'.repeat(701) })).status).to.equal(422);
    const reader = await web.browser(body.reader);
    expect((await reader.get(own)).text).to.not.include('<textarea');
    expect((await reader.post(own, { revision: await revision(), story }, '/fr/my')).status).to.equal(409);
    const stranger = await web.browser(await web.person('stranger'));
    expect((await stranger.get(own)).status).to.equal(404);
  });
});
