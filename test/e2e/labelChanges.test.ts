// Tier: night. Budget: 16 s.
import { expect } from 'chai';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { registerOrganisation } from '../../src/commands/people/organisations/registerOrganisation.ts';
import { currentApplication } from '../support/applicationSteps.ts';
import { type Desks, desksOf, mainOf, sends } from '../support/browser/desks.ts';
import { looksRight } from '../support/browser/looksRight.ts';
import { changeText, fillSuccession } from '../support/changeSteps.ts';
import { closeAndApprove, openSessionOn } from '../support/committeeSession.ts';
import { insertAnswers } from '../support/insertAnswers.ts';
import { advanceToIssuedLabel, type IssuedLabel, issueLabel } from '../support/issueLabel.ts';
import { advanceToCommittee } from '../support/labelFileSteps.ts';
import { inSteps } from '../support/run/inSteps.ts';
import { answersOf, specimen } from '../support/samples/specimen.ts';
import { openSite, type Site } from '../support/servers/site.ts';
import { morningOf } from '../support/surveillanceSteps.ts';
import { type WebWithCast, webWithCast } from '../support/webWithCast.ts';

const reason = 'Nous avons regardé ce qui change et le dossier du label : spécimen.';
const doubtedOfOffers = ['OFR-03', 'OFR-04', 'OFR-05'];

describe('a change at the holder of a label, in a real browser', () => {
  inSteps();
  let site: Site<WebWithCast>;
  let web: WebWithCast;
  let holder: IssuedLabel;
  let at: Desks['at'];
  let publicly: Desks['publicly'];
  before(async () => {
    site = await openSite((publicUrl) => webWithCast('label-changes-e2e', { publicUrl }));
    web = site.web;
    ({ at, publicly } = desksOf(site));
    holder = await issueLabel(web, web.cast, 'holder');
  });
  after(() => site?.stop());
  afterEach(() => expect(web.logged.splice(0), 'nothing here is an error of ours').to.deep.equal([]));

  const kit = () => `/organisations/${holder.organisationId}/labels/${holder.number}`;
  const latest = async () => requireVisible((await web.deps.store.changesOf([holder.number]))[0]);
  /** The holder tells of a change on the page that its label leads to. */
  const tells = async (thing: string) => {
    const own = await at(holder.owner, kit());
    await own.click(`main a[href$="/changes"]`);
    await sends(own, '/changes', { [`things.${thing}`]: 'yes', on: '2026-11-01', text: changeText });
    await web.work();
    return own;
  };
  /** An officer finds the change in what waits, and says what it leads to. */
  const assesses = async (values: Readonly<Record<string, string>>) => {
    const office = await at(web.cast.officer, '/follow-up');
    await looksRight(office, 'follow-up');
    await office.click('main a[href*="/label/changes/"]');
    await looksRight(office, 'change to be assessed');
    await sends(office, '/assess', { reason, ...values });
    await looksRight(office, 'change assessed');
    await web.work();
    return office;
  };

  it('is told by an edit of the organisation’s page, and put in the register, which the public reads', async () => {
    const own = await at(holder.owner, `/organisations/${holder.organisationId}`);
    await looksRight(own, 'organisation');
    await sends(own, `/organisations/${holder.organisationId}`, { commune: 'Lancy' });
    expect((await latest()).by).to.equal('edit');
    await web.work();
    const office = await assesses({ effect: 'register' });
    expect(await mainOf(office))
      .to.include('Lancy')
      .and.include('Une mise à jour du registre');
    await own.goto(`${site.origin}/fr${kit()}/changes`);
    await looksRight(own, 'changes of the holder');
    const label = await publicly(`/labels/${holder.number}`);
    await looksRight(label, 'public label');
    expect(await mainOf(label)).to.include('Lancy');
  });

  it('is told by the holder, evaluated in part, and takes off the label what does not pass any more', async () => {
    const own = await tells('activity');
    await looksRight(own, 'change told');
    const ticks = doubtedOfOffers.map((id) => [`criteria.${id}`, 'yes'] as const);
    await assesses({ effect: 'evaluation', ...Object.fromEntries(ticks) });
    const id = requireVisible((await latest()).followedBy);
    await own.goto(`${site.origin}/fr${kit()}`);
    await looksRight(own, 'label with a reconsideration');
    await own.click(`main a[href*="${id}"]`);
    await looksRight(own, 'reconsideration of the holder');
    const { offers } = requireVisible(await web.deps.store.label(holder.number));
    for (const { id: offerId, name } of offers) {
      const { answers } = requireVisible(specimen.offers.find((one) => one.name === name));
      const asked = answersOf(answers).filter(({ criterion }) => doubtedOfOffers.includes(criterion));
      const place = { applicationId: id, organisationId: holder.organisationId, offerId };
      await insertAnswers(web.deps, holder.owner, place, asked);
    }
    const [kept, lost] = offers.map(requireVisible);
    await advanceToCommittee(web, web.cast, id, holder, (place) =>
      place.offerId === lost?.id ? { level: 0, comment: 'La fiche n’a pas été montrée : spécimen.' } : {},
    );
    const warning = 'le label confirmé ne couvre plus ces offres';
    const office = await at(web.cast.rapporteur, `/files/${id}`);
    await looksRight(office, 'file of a reconsideration');
    expect(await mainOf(office)).to.include(warning);
    const session = await openSessionOn(web.deps, web.cast, id);
    const [chair, ...members] = web.cast.committee;
    const table = await at(chair, '/committee');
    await looksRight(table, 'committee');
    for (const member of members)
      await sends(await at(member, `/committee/${id}`), '/vote', { choice: 'for', word: reason });
    await table.goto(`${site.origin}/fr/committee/${id}`);
    await sends(table, '/vote', { choice: 'for' });
    await looksRight(table, 'reconsideration in session');
    expect(await mainOf(table))
      .to.include(warning)
      .and.include('Label confirmé')
      .and.not.include('Label accordé');
    const preview = await table.locator('main a[href$="/certificate.pdf"]').getAttribute('href');
    expect((await table.request.get(`${site.origin}${preview}`)).status()).to.equal(200);
    await sends(table, '/decide', { outcome: 'granted', reason });
    await closeAndApprove(web.deps, web.cast, session);
    await table.goto(`${site.origin}/fr/sessions/${session}`);
    await looksRight(table, 'minutes');
    expect(await mainOf(table))
      .to.include('Label confirmé')
      .and.not.include('Label accordé');
    await sends(await at(web.cast.officer, `/files/${id}`), '/announce');
    await web.work();
    await own.goto(`${site.origin}/fr/applications/${id}`);
    await looksRight(own, 'reconsideration decided');
    expect(await mainOf(own))
      .to.include('confirmé, sans ces offres')
      .and.include(lost?.name ?? '-');
    const label = await publicly(`/labels/${holder.number}`);
    await looksRight(label, 'public label with fewer offers');
    const named = label.locator('main a[href*="/offers/"]');
    expect(await named.allInnerTexts()).to.deep.equal([kept?.name]);
    expect((await latest()).state).to.equal('closed');
  });

  it('that asks for a new application and gets none stays where everybody sees it, until an officer decides', async () => {
    await tells('ownership');
    await assesses({ effect: 'application', until: '2026-12-31' });
    const { id } = await latest();
    const own = await at(holder.owner, `${kit()}/changes/${id}`);
    await looksRight(own, 'application asked for');
    expect(await mainOf(own)).to.include('31 décembre 2026');
    await morningOf(web, '2027-01-04');
    await own.goto(`${site.origin}/fr${kit()}`);
    await looksRight(own, 'label with an application that is late');
    await own.click(`main a[href$="/changes/${id}"]`);
    await looksRight(own, 'application that is late');
    const office = await at(web.cast.officer, '/follow-up');
    expect(await mainOf(office)).to.include('Nouvelle demande après un changement, en retard');
    await office.click(`main a[href$="/changes/${id}"]`);
    await looksRight(office, 'change that is late');
    await sends(office, '/conclude', { reason });
    expect((await latest()).state).to.equal('closed');
    expect(requireVisible(await web.deps.store.label(holder.number)).state).to.equal('active');
  });

  it('leads the holder of another legal form to an application with what is known, which replaces the label', async () => {
    await tells('legalForm');
    await assesses({ effect: 'application', until: '2027-03-31' });
    const { id } = await latest();
    const own = await at(holder.owner, `${kit()}/changes`);
    await own.locator('main').getByRole('link', { name: 'Nouvelle demande' }).click();
    await own.locator('main form button').click();
    await own.waitForURL(/\/applications\/A-/);
    const file = requireVisible((await latest()).followedBy);
    await looksRight(own, 'application after a change');
    expect(await mainOf(own)).to.include(holder.number);
    await own.goto(`${site.origin}/fr/applications/${file}/themes/GOU`);
    await looksRight(own, 'theme with the answers of the label');
    await own.goto(`${site.origin}/fr${kit()}/changes/${id}`);
    await looksRight(own, 'application begun');
    await fillSuccession(web, holder.owner, file);
    const number = await advanceToIssuedLabel(web, web.cast, { id: file, owner: holder.owner });
    const office = await at(web.cast.officer, `/files/${file}`);
    await looksRight(office, 'file after a change');
    expect(await mainOf(office)).to.include(`remplace le label ${holder.number}`);
    const replaced = await publicly(`/labels/${holder.number}`);
    await looksRight(replaced, 'label replaced');
    expect(await mainOf(replaced)).to.include(number);
    holder = { ...holder, number, applicationId: file };
  });

  it('hands the label over to another organisation, which accepts with its application', async () => {
    const owner = await web.person('successor');
    const identifier = 'CHE-116.281.710';
    const organisation = { ...specimen.organisation, name: 'Spécimen repreneur', identifier };
    const organisationId = await registerOrganisation(web.deps, owner, organisation);
    const successor = requireVisible(await web.deps.store.person(owner.id));
    await tells('successor');
    await assesses({ effect: 'application', until: '2027-05-31', successor: identifier });
    const { id } = await latest();
    const theirs = await at(successor, '/my');
    await looksRight(theirs, 'space of a successor');
    await theirs.click(`main a[href$="/changes/${id}"]`);
    await looksRight(theirs, 'label to be taken over');
    await theirs.locator('main form button').click();
    await theirs.waitForURL(/\/applications\/A-/);
    const file = requireVisible((await latest()).followedBy);
    await web.work();
    await looksRight(theirs, 'application of a successor');
    const own = await at(holder.owner, `${kit()}/changes`);
    await looksRight(own, 'changes of a holder that hands over');
    expect(await mainOf(own))
      .to.include('Spécimen repreneur')
      .and.not.include(file);
    await fillSuccession(web, successor, file);
    const number = await advanceToIssuedLabel(web, web.cast, { id: file, owner: successor });
    expect((await currentApplication(web.deps, file)).context.organisationId).to.equal(organisationId);
    const replaced = await publicly(`/labels/${holder.number}`);
    await looksRight(replaced, 'label handed over');
    await replaced.click(`main a[href$="/labels/${number}"]`);
    await replaced.waitForURL(`**/labels/${number}`);
    expect(await mainOf(replaced)).to.include('Spécimen repreneur');
    await own.goto(`${site.origin}/fr${kit()}`);
    await looksRight(own, 'kit of a label handed over');
  });
});
