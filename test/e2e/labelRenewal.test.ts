// Tier: night. Budget: 11 s.
import { expect } from 'chai';
import { setFacts } from '../../src/commands/application/selfAssessment/setFacts.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { PublishedScheme } from '../../src/criteria/scheme.ts';
import { addDays } from '../../src/register/day.ts';
import { type Desks, desksOf, mainOf, sends } from '../support/browser/desks.ts';
import { looksRight } from '../support/browser/looksRight.ts';
import { decideInSession } from '../support/committeeSession.ts';
import { insertAnswers } from '../support/insertAnswers.ts';
import { advanceToIssuedLabel, type IssuedLabel, issueLabel } from '../support/issueLabel.ts';
import { advanceToCommittee, newOffer } from '../support/labelFileSteps.ts';
import { repeatAnswers } from '../support/renewalSteps.ts';
import { inSteps } from '../support/run/inSteps.ts';
import { comingScheme } from '../support/samples/comingScheme.ts';
import { answersOf } from '../support/samples/specimen.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { type WebWithCast, webWithCast } from '../support/webWithCast.ts';

describe('a label that grows and is renewed, in a real browser', () => {
  inSteps();
  let site: Site<WebWithCast>;
  let web: WebWithCast;
  let at: Desks['at'];
  let publicly: Desks['publicly'];
  let holder: IssuedLabel;
  let kit: string;
  before(async () => {
    site = await openSite((publicUrl) => webWithCast('label-renewal-e2e', { publicUrl }));
    web = site.web;
    ({ at, publicly } = desksOf(site));
    holder = await issueLabel(web, web.cast, 'holder');
    kit = `/organisations/${holder.organisationId}/labels/${holder.number}`;
  });
  after(() => site?.stop());
  afterEach(() => expect(web.logged.splice(0), 'nothing here is an error of ours').to.deep.equal([]));

  const label = async () => requireVisible(await web.deps.store.label(holder.number));

  it('takes one more offer between two renewals, which the public then reads', async () => {
    const own = await at(holder.owner, kit);
    await own.click('main a[href$="/extension"]');
    await looksRight(own, 'extension');
    await own.locator('main form button').click();
    await own.waitForURL(/\/offers$/);
    const id = requireVisible(/A-\d+-\d+/.exec(own.url()))[0];
    const { facts, answers, name, type, sheet } = newOffer;
    await sends(own, '/offers', { name, type, sheet });
    await looksRight(own, 'new offer');
    const [added] = requireVisible(await web.deps.store.selfAssessment(id)).offersNamed;
    const offerId = requireVisible(added).id;
    await setFacts(web.deps, holder.owner, { applicationId: id, offerId, facts });
    const place = { applicationId: id, organisationId: holder.organisationId, offerId };
    await insertAnswers(web.deps, holder.owner, place, answersOf(answers));
    await own.goto(`${site.origin}/fr/applications/${id}`);
    await looksRight(own, 'tasks of an extension');
    await own.goto(`${site.origin}/fr/applications/${id}/submit`);
    await looksRight(own, 'submission of an extension');
    await advanceToCommittee(web, web.cast, id, holder);
    const [chair] = web.cast.committee;
    const session = await decideInSession(web.deps, web.cast, id);
    const table = await at(chair, `/committee/${id}`);
    await looksRight(table, 'extension decided');
    expect(await mainOf(table))
      .to.include('Extension accordée')
      .and.not.include('Label accordé');
    await table.goto(`${site.origin}/fr/sessions/${session}`);
    await looksRight(table, 'minutes of an extension');
    expect(await mainOf(table))
      .to.include('Extension accordée')
      .and.not.include('Label accordé');
    await sends(await at(web.cast.officer, `/files/${id}`), '/announce');
    await web.work();
    await own.goto(`${site.origin}/fr/applications/${id}`);
    await looksRight(own, 'extension granted');
    expect(await mainOf(own))
      .to.include('Extension accordée')
      .and.not.include('Label accordé');
    const extended = await publicly(`/labels/${holder.number}`);
    await looksRight(extended, 'public label with one more offer');
    expect(await mainOf(extended)).to.include(name);
    expect((await label()).context.revision).to.equal(2);
  });

  it('says to administrators what a coming version would cost, and tells the holder once it is released', async () => {
    const schemes = web.deps.schemes as Map<string, PublishedScheme>;
    schemes.set('1.2.0', comingScheme('draft'));
    const page = await at(await web.person('administrator', 'administrator'), '/criteria-changes');
    await looksRight(page, 'coming criteria');
    await sends(page, '/dry-run');
    await looksRight(page, 'dry run waits');
    await web.work();
    await page.reload();
    await page.locator('main details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    await looksRight(page, 'dry run');
    expect(await mainOf(page))
      .to.include(holder.number)
      .and.include('Seuils')
      .and.include('les e-mails attendent le vote');
    const told = () => web.letters.filter(({ kind }) => kind === 'criteriaForLabel').map(({ to }) => to);
    expect(told()).to.deep.equal([]);
    schemes.set('1.2.0', comingScheme('published'));
    await page.reload();
    await sends(page, '/release');
    await looksRight(page, 'letters released');
    await web.work();
    expect(told()).to.deep.equal([holder.owner.email]);
    schemes.delete('1.2.0');
  });

  it('is renewed with what changed, from what is known, and replaced by the new one at its signature', async () => {
    const { until } = (await label()).context;
    web.setClock(`${addDays(until, -120)}T08:00:00.000Z`);
    const own = await at(holder.owner, kit);
    await own.click('main a[href$="/renewal"]');
    await looksRight(own, 'renewal');
    await own.locator('main form button').click();
    await own.waitForURL(/\/applications\/A-/);
    const id = requireVisible(/A-\d+-\d+/.exec(own.url()))[0];
    await looksRight(own, 'tasks of a renewal');
    await own.goto(`${site.origin}/fr/applications/${id}/themes/GOU`);
    await looksRight(own, 'theme of a renewal');
    await repeatAnswers(web.deps, holder.owner, id);
    await own.goto(`${site.origin}/fr/applications/${id}/figures`);
    await looksRight(own, 'figures of a renewal');
    await own.fill('[name="F10"]', '9 999');
    const save = own.locator('main form button[type=submit]').first();
    await Promise.all([own.waitForEvent('load'), save.click()]);
    const { facts } = requireVisible(await web.deps.store.selfAssessment(id));
    expect(facts.F10).to.equal(9999);
    await own.goto(`${site.origin}/fr/applications/${id}/submit`);
    await looksRight(own, 'submission of a renewal');
    const number = await advanceToIssuedLabel(web, web.cast, { id, owner: holder.owner }, []);
    const office = await at(web.cast.officer, `/files/${id}`);
    await looksRight(office, 'file of a renewal');
    await own.goto(`${site.origin}/fr/applications/${id}`);
    await looksRight(own, 'renewal granted');
    expect(await mainOf(own))
      .to.include('Label renouvelé')
      .and.not.include('Label accordé');
    const replaced = await publicly(`/labels/${holder.number}`);
    await looksRight(replaced, 'label replaced by its renewal');
    await replaced.click(`main a[href$="/labels/${number}"]`);
    await replaced.waitForURL(`**/labels/${number}`);
    expect(await mainOf(replaced)).to.include(newOffer.name);
  });
});
