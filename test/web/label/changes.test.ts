// Tier: all. Budget: 7 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { registerOrganisation } from '../../../src/commands/people/organisations/registerOrganisation.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { assessed, changeText, fillSuccession, notifiedBy } from '../../support/changeSteps.ts';
import { decideInSessionAndAnnounce } from '../../support/committeeSession.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { advanceToCommittee } from '../../support/labelFileSteps.ts';
import { specimen } from '../../support/samples/specimen.ts';
import type { Browser } from '../../support/web.ts';
import { sendForm, type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

const reason = 'Tout le dossier est touché, il faut une nouvelle demande : spécimen.';

describe('the pages of a change at the holder of a label', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let own: Browser;
  let officer: Browser;
  let kit: string;
  let desk: string;
  before(async () => {
    web = await webWithCast('change-pages');
    holder = await issueLabel(web, web.cast, 'holder');
    own = await web.browserOf(holder.owner);
    officer = await web.browserOf(web.cast.officer);
    kit = `/organisations/${holder.organisationId}/labels/${holder.number}`;
    desk = `/files/${holder.applicationId}/label/changes`;
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const read = async (browser: Browser, path: string) => parse((await browser.get(path)).text);
  const mainOf = async (browser: Browser, path: string) =>
    (await read(browser, path)).querySelector('main')?.text ?? '';
  const reads = async (browser: Browser, path: string) => {
    for (const language of languages)
      expect((await browser.get(`/${language}${path}`)).status, `/${language}${path}`).to.equal(200);
  };
  const changes = () => web.deps.store.changesOf([holder.number]);
  const noticeFields = { 'things.legalForm': 'yes', on: '2026-11-01', text: changeText };

  it('are read by the holder and by officers, each their own', async () => {
    for (const person of [await web.person('stranger'), web.cast.officer, web.cast.reviewers[0]])
      expect((await (await web.browserOf(person)).get(`/fr${kit}/changes`)).status, person.email).to.equal(
        404,
      );
    for (const person of [holder.owner, web.cast.reviewers[0], web.cast.committee[1]])
      expect((await (await web.browserOf(person)).get(`/fr${desk}`)).status, person.email).to.equal(403);
    expect((await read(own, `/fr${kit}`)).querySelector(`a[href="/fr${kit}/changes"]`)).to.not.equal(null);
    const label = await read(officer, `/fr/files/${holder.applicationId}/label`);
    expect(label.querySelector(`a[href="/fr${desk}"]`)).to.not.equal(null);
    expect(await mainOf(officer, `/fr${desk}`)).to.include('Aucun changement n’est annoncé');
  });

  it('keep what was written of a notice that lacks something, and take one that is whole', async () => {
    const path = `/fr${kit}/changes`;
    const bad = await own.post(path, { on: '', text: 'Trop court.' });
    expect([bad.status, bad.text.includes('Trop court.')]).to.deep.equal([422, true]);
    const taken = await own.post(path, noticeFields);
    expect(taken.headers.location).to.equal(`${path}?saved=1`);
    expect(await mainOf(own, `${path}?saved=1`))
      .to.include('Le changement est annoncé')
      .and.include('La forme juridique')
      .and.include(changeText);
    await reads(own, `${kit}/changes`);
  });

  it('let an officer assess it, who reads what is missing first', async () => {
    const [{ id }] = await changes().then(([one]) => [requireVisible(one)] as const);
    const path = `/fr${desk}/${id}`;
    await reads(officer, desk);
    await reads(officer, `${desk}/${id}`);
    const without = await sendForm(officer, path, `${path}/assess`, { effect: 'application', reason });
    expect(without.status).to.equal(422);
    expect(
      parse(without.text).querySelector('details[open] [name="until.day"], details[open] [name="until"]'),
    ).to.not.equal(null);
    const filled = { effect: 'application', until: '2027-02-28', reason };
    expect((await sendForm(officer, path, `${path}/assess`, filled)).status).to.equal(303);
    expect(await mainOf(officer, path))
      .to.include('Une nouvelle demande')
      .and.include('28 février 2027');
    expect((await read(officer, path)).querySelector(`form[action="${path}/conclude"]`)).to.not.equal(null);
  });

  it('lead the holder to the application that it asks for, which begins once', async () => {
    const [{ id }] = await changes().then(([one]) => [requireVisible(one)] as const);
    const path = `/fr${kit}/changes/${id}`;
    for (const from of [`/fr${kit}`, `/fr${kit}/changes`])
      expect((await read(own, from)).querySelector(`main a[href="${path}"]`), from).to.not.equal(null);
    await reads(own, `${kit}/changes/${id}`);
    expect(await mainOf(own, path))
      .to.include(reason)
      .and.include('28 février 2027');
    const begun = await own.post(path, {});
    expect(begun.status).to.equal(303);
    const again = await own.post(path, {}, '/fr/my');
    expect(again.status).to.equal(409);
    expect((await read(own, path)).querySelector(`main a[href="${begun.headers.location}"]`)).to.not.equal(
      null,
    );
  });

  it('of an extension say what it takes, and why there is none while a draft is open', async () => {
    const path = `/fr${kit}/extension`;
    await reads(own, `${kit}/extension`);
    const page = await read(own, path);
    expect(page.querySelector('main')?.text).to.include('Vous préparez déjà une demande');
    expect(page.querySelector('main form')).to.equal(null);
    expect((await (await web.browserOf(await web.person('else'))).get(path)).status).to.equal(404);
  });

  it('hand the label over to another organisation, which sees the notice, its application and nothing else', async () => {
    const { deps, cast } = web;
    const owner = await web.person('successor');
    const identifier = 'CHE-116.281.710';
    const organisation = { ...specimen.organisation, name: 'Spécimen repreneur', identifier };
    const successorId = await registerOrganisation(deps, owner, organisation);
    const successor = requireVisible(await deps.store.person(owner.id));
    const id = await notifiedBy(web, holder, { things: ['successor'] });
    await assessed(web, cast, id, { successor: identifier });
    const their = await web.browserOf(successor);
    const path = `/organisations/${successorId}/labels/${holder.number}/changes/${id}`;
    expect((await read(their, '/fr/my')).querySelector(`main a[href="/fr${path}"]`)).to.not.equal(null);
    await reads(their, path);
    for (const closed of [`${kit}/changes/${id}`, `${kit}/changes`, kit])
      expect((await their.get(`/fr${closed}`)).status, closed).to.equal(404);
    const begun = await their.post(`/fr${path}`, {});
    const file = begun.headers.location?.split('/').at(-1) ?? '';
    expect([begun.status, (await their.get(`/fr/applications/${file}`)).status]).to.deep.equal([303, 200]);
    expect((await own.get(`/fr/applications/${file}`)).status, 'of the successor alone').to.equal(404);
    expect(await mainOf(own, `/fr${kit}/changes`))
      .to.include('Spécimen repreneur')
      .and.not.include(file);
    await fillSuccession(web, successor, file);
    await advanceToCommittee(web, cast, file, { ...holder, owner: successor }, specimen.reviews[0]);
    for (const { id: review } of await deps.store.reviewsOf(file)) {
      const statuses = await Promise.all(
        cast.reviewers.map(
          async (one) => (await (await web.browserOf(one)).get(`/fr/review/${review}`)).status,
        ),
      );
      expect(statuses, 'of one’s own, though one scored the file of the label').to.include(200);
    }
    expect((await officer.get(`/fr/files/${file}`)).status).to.equal(200);
    await decideInSessionAndAnnounce(deps, cast, file);
    const signature = { name: 'Ada Présidente', role: 'Présidence', agreed: 'yes' };
    const page = `/fr/applications/${file}`;
    expect((await sendForm(their, page, `${page}/sign`, signature)).status).to.equal(303);
    const old = requireVisible(await deps.store.label(holder.number));
    expect([old.state, requireVisible(await deps.store.change(id)).state]).to.deep.equal([
      'superseded',
      'closed',
    ]);
    const next = requireVisible(await deps.store.label(old.context.successor ?? ''));
    expect(next.context.organisationId).to.equal(successorId);
  });
});
