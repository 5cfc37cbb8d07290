// Tier: all. Budget: 13 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import {
  changeOrganisation,
  renameOrganisation,
} from '../../../src/commands/people/organisations/changeOrganisation.ts';
import { addDays, dayOf } from '../../../src/register/day.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import type { Browser } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

/** What is done on the page of its proceedings. */
const sanctioning = ['suspend', 'restore'];
const grounds = {
  suspendCode: 'misuse',
  suspendReason: 'Enquête spécimen sur des macarons collés sur d’autres produits.',
  suspendTodo: 'Enlever ces macarons.',
  how: 'urgent',
};

describe('a label on the officers’ desk', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let officer: Browser;
  let page: string;
  before(async () => {
    web = await webWithCast('staff-label');
    holder = await issueLabel(web, web.cast, 'holder');
    officer = await web.browserOf(web.cast.officer);
    page = `/fr/files/${holder.applicationId}/label`;
  });
  after(() => web.stop());
  afterEach(() => expect(web.logged, 'nothing here is an error of ours').to.deep.equal([]));

  const label = async () => requireVisible(await web.deps.store.label(holder.number));
  const publicly = async () => (await officer.get(`/api/v1/labels/${holder.number}`)).body;
  const badge = async () => String((await officer.get(`/badges/${holder.number}.svg`)).body);
  const act = async (what: string, fields: Readonly<Record<string, string>>) => {
    const { revision } = await label();
    const at = sanctioning.includes(what) ? `${page}/sanctions` : page;
    return officer.post(`${at}/${what}`, { revision: String(revision), ...fields }, at);
  };

  it('is open to officers who may work on the file, and linked from it', async () => {
    for (const person of [web.cast.rapporteur, holder.owner, web.cast.reviewers[0]]) {
      const { status } = await (await web.browserOf(person)).get(page);
      expect(status).to.equal(person === web.cast.rapporteur ? 200 : 403);
    }
    expect((await (await web.browser()).get(page)).status).to.equal(302);
    expect((await officer.get(`/fr/files/${holder.applicationId}`)).text).to.include(`href="${page}"`);
    const { text } = await officer.get(page);
    expect(text).to.include('Retirer une offre').and.include(`href="${page}/sanctions"`);
    const sanctions = (await officer.get(`${page}/sanctions`)).text;
    expect(sanctions).to.include('>Suspendre<').and.not.include('>Rétablir<');
  });

  it('is suspended with a reason and a day, at once for everyone; the reason stays internal', async () => {
    const refused = await act('suspend', { ...grounds, until: '2020-01-01' });
    expect(refused.status).to.equal(422);
    expect(refused.text)
      .to.include('Choisissez aujourd’hui ou un jour à venir.')
      .and.include('Enquête spécimen');
    expect((await act('suspend', { ...grounds, suspendReason: '', until: '2027-01-31' })).status).to.equal(
      422,
    );
    expect(await publicly()).to.include({ status: 'active', valid: true });
    expect((await act('suspend', { ...grounds, until: '31.01.2027' })).status).to.equal(303);
    expect(await publicly()).to.include({ status: 'suspended', valid: false });
    expect(JSON.stringify(await publicly())).to.not.include('Enquête');
    expect(await badge()).to.include('suspendu');
    const { text } = await officer.get(`${page}/sanctions`);
    expect(text).to.include('Enquête spécimen').and.include('31 janvier 2027').and.include('>Rétablir<');
  });

  it('is restored with a new certificate, which the page announces', async () => {
    expect((await act('restore', { checked: 'Preuve reçue' })).status).to.equal(303);
    const waiting = (await officer.get(page)).text;
    // What officers note beside a label can be written at any time.
    expect(waiting)
      .to.include('en préparation')
      .and.not.match(/ action="\/fr\/files\/[^"]*\/label\/(?!casework)/);
    const recorded = (await officer.get(`${page}/sanctions`)).text;
    expect(recorded)
      .to.include('Le rétablissement est enregistré')
      .and.not.include(`${page}/sanctions/restore`);
    await web.work();
    expect(await publicly()).to.include({ status: 'active', valid: true });
    const own = await web.browserOf(holder.owner);
    const kit = `/fr/organisations/${holder.organisationId}/labels/${holder.number}`;
    const pages = [
      await officer.get(`/fr/labels/${holder.number}`),
      await own.get(kit),
      await officer.get(page),
      await officer.get(`${page}/sanctions`),
    ].map(({ text }) => parse(text).querySelector('.verdict__word')?.text ?? '');
    for (const word of [...pages, await badge()])
      expect(word)
        .to.match(/valable|actif/i)
        .and.not.match(/suspendu/i);
    expect(await web.deps.store.statusBits('suspension', 1), 'the status list').to.deep.equal([]);
    const { text } = await officer.get(page);
    expect(text).to.include('Label rétabli').and.include('Label accordé').and.not.include('en préparation');
  });

  it('gets a certificate in the organisation’s new name after an officer confirms', async () => {
    const { id: organisationId, revision } = requireVisible(
      await web.deps.store.organisation(holder.organisationId),
    );
    const owner = requireVisible(await web.deps.store.person(holder.owner.id));
    await renameOrganisation(web.deps, owner, { organisationId, revision, name: 'Fournil Spécimen' });
    expect((await publicly()).organisation.name).to.not.equal('Fournil Spécimen');
    expect((await officer.get(page)).text).to.include('Fournil Spécimen');
    expect((await act('rename', {})).status).to.equal(303);
    await web.work();
    expect((await publicly()).organisation.name).to.equal('Fournil Spécimen');
    expect((await officer.get(page)).text).to.not.include('Délivrer au nouveau nom');
  });

  it('names the organisation’s website once an officer checked it, also in a later certificate', async () => {
    const certificate = (await publicly()).files.digests.length;
    const change = async (website: string) => {
      const {
        id: organisationId,
        revision,
        ...place
      } = requireVisible(await web.deps.store.organisation(holder.organisationId));
      const owner = requireVisible(await web.deps.store.person(holder.owner.id));
      await changeOrganisation(web.deps, owner, { ...place, organisationId, revision, website });
    };
    const button = 'Reprendre dans le registre';
    const first = 'https://www.boulangerie-specimen.example/';
    expect((await publicly()).organisation.website).to.equal(first);
    expect((await officer.get(page)).text).to.not.include(button);
    expect((await act('website', { website: first })).text).to.include('donne déjà ce site');
    await change('https://fournil.example');
    expect((await publicly()).organisation.website, 'nobody looked yet').to.equal(first);
    const { text } = await officer.get(page);
    expect(text).to.include(button).and.include('href="https://fournil.example/" rel="noopener"');
    const other = await act('website', { website: 'https://elsewhere.example/' });
    expect(other.status, 'only what was looked at is taken').to.equal(409);
    expect((await act('website', { website: 'https://fournil.example/' })).status).to.equal(303);
    expect((await publicly()).organisation.website).to.equal('https://fournil.example/');
    expect((await publicly()).files.digests).to.have.length(certificate);
    expect((await officer.get('/api/v1/labels?q=fournil.example')).body.labels).to.have.length(1);
    expect((await officer.get('/api/v1/labels?q=boulangerie-specimen.example')).body.site.named).to.equal(
      false,
    );
    expect((await act('suspend', { ...grounds, until: '2027-01-31' })).status).to.equal(303);
    expect((await act('restore', { checked: 'Preuve reçue' })).status).to.equal(303);
    await web.work();
    expect((await publicly()).organisation.website).to.equal('https://fournil.example/');
    await change('');
    expect((await act('website', { website: '' })).status).to.equal(303);
    expect((await publicly()).organisation).to.not.have.property('website');
    expect((await createJournal(web.connection).verify()).faults).to.deep.equal([]);
  });

  it('covers the offers that stay checked', async () => {
    const [first] = (await label()).offers;
    expect((await act('reduce', { reason: 'Spécimen' })).text).to.include('Gardez au moins une offre');
    expect((await act('reduce', { 'offer.none': 'yes' })).status).to.equal(422);
    const reason = 'Le pain spécial n’est plus fait ici.';
    const kept = { reason, [`offer.${requireVisible(first).id}`]: 'yes' };
    expect((await act('reduce', kept)).status).to.equal(303);
    await web.work();
    expect((await publicly()).offers.map(({ id }: { id: string }) => id)).to.deep.equal([first?.id]);
    expect((await officer.get(page)).text)
      .to.include('Offres retirées')
      .and.not.include('Retirer une offre');
  });

  it('says where its badge was displayed in the last thirty days, if anywhere', async () => {
    const title = 'Où le macaron est montré';
    expect((await officer.get(page)).text).to.not.include(title);
    const today = dayOf(web.deps.clock.now().toISOString());
    const shown = (ago: number, host: string, n: number) =>
      web.deps.store.addBadgeHosts({
        number: holder.number,
        day: addDays(today, -ago),
        hosts: [{ host, n }],
      });
    await shown(30, 'long-ago.example', 1);
    expect((await officer.get(page)).text).to.not.include(title);
    await shown(3, 'shop.example', 800);
    await shown(2, 'shop.example', 34);
    await shown(0, 'other.example', 5);
    const tables = parse((await officer.get(page)).text).querySelectorAll('table');
    const table = tables.find((one) => one.querySelector('.host'));
    const rows = table?.querySelectorAll('tbody tr').map((row) => row.childNodes.map(({ text }) => text));
    const inWords = new Intl.DateTimeFormat('fr-CH', { dateStyle: 'long', timeZone: 'UTC' });
    const word = (day: string) => inWords.format(new Date(day));
    expect(rows).to.deep.equal([
      ['shop.example', '834', word(addDays(today, -2))],
      ['other.example', '5', word(today)],
    ]);
  });

  it('refuses an action on stale data', async () => {
    const late = { revision: '1', ...grounds, until: '2027-01-31' };
    const at = `${page}/sanctions`;
    const { status, text } = await officer.post(`${at}/suspend`, late, at);
    expect(status).to.equal(409);
    expect(text).to.include(grounds.suspendReason);
  });
});
