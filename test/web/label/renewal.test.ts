import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { addDays } from '../../../src/register/day.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the page on which a label is renewed', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let until: string;
  let at: string;
  before(async () => {
    web = await webWithCast('renewal-page');
    holder = await issueLabel(web, web.cast, 'renewing');
    until = requireVisible(await web.deps.store.label(holder.number)).context.until;
    at = `/fr/organisations/${holder.organisationId}/labels/${holder.number}`;
  });
  after(() => web.stop());

  it('says a year before under which criteria, what becomes mandatory, and which scores are needed', async () => {
    web.setClock(`${addDays(until, -366)}T08:00:00.000Z`);
    const browser = await web.browser(holder.owner);
    expect((await browser.get(at)).text).to.not.include('Préparer le renouvellement');
    web.setClock(`${addDays(until, -365)}T08:00:00.000Z`);
    expect((await browser.get(at)).text)
      .to.include(`${at}/renewal`)
      .and.include('Préparer le renouvellement');
    const { text } = await browser.get(`${at}/renewal`);
    expect(text)
      .to.include('/fr/criteria/1.1.0')
      .and.include('dès le 5 mai 2029')
      .and.not.include('method="post" novalidate');
    for (const criterion of ['LUC-04', 'ENV-01']) expect(text).to.include(`/fr/criteria/1.1.0/${criterion}`);
    expect(text.match(/Devient obligatoire/g)).to.have.length(2);
    expect(text)
      .to.match(/<td>50<\/td><td><strong>60<\/strong>/)
      .and.match(/<td>30<\/td><td><strong>40<\/strong>/);
  });

  it('starts the renewal within its window, and then leads to what was started', async () => {
    web.setClock(`${addDays(until, -120)}T08:00:00.000Z`);
    const browser = await web.browser(holder.owner);
    const begun = await browser.post(`${at}/renewal`, {}, `${at}/renewal`);
    expect(begun.status).to.equal(303);
    const renewal = requireVisible(begun.headers.location);
    const { text } = await browser.get(`${at}/renewal`);
    expect(text).to.include(`href="${renewal}"`).and.include('est commencée');
    expect((await browser.post(`${at}/renewal`, {}, `${at}/renewal`)).status).to.equal(409);
  });

  it('is there for nobody else', async () => {
    for (const stranger of [await web.person('stranger'), web.cast.officer]) {
      const browser = await web.browser(stranger);
      expect((await browser.get(`${at}/renewal`)).status).to.equal(404);
    }
    const browser = await web.browser(holder.owner);
    const other = `/fr/organisations/${holder.organisationId}/labels/MIE-26-99999-X/renewal`;
    expect((await browser.get(other)).status).to.equal(404);
  });
});
