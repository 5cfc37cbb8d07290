import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Person } from '../../../src/commands/items/items.ts';
import { joinByInvitation, registerSpecimen, storedPerson } from '../../support/organisations.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';
import { formOf, sendForm } from '../../support/webWithCast.ts';

describe('the administrators’ pages of people', () => {
  let web: TestWeb;
  let admin: Person;
  let browser: Browser;
  before(async () => {
    web = await testWeb('people-pages');
    admin = await web.person('admin', 'administrator');
    browser = await web.browser(admin);
  });
  after(() => web.stop());

  const pageOf = ({ id }: Person) => `/fr/people/${id}`;

  it('are for administrators only', async () => {
    const others = [
      await web.person('applicant'),
      await web.person('reviewer', 'reviewer'),
      await web.person('officer', 'officer'),
      await web.person('chair', 'chair', 'committee'),
    ];
    for (const person of others) {
      const other = await web.browser(person);
      for (const page of ['/fr/people', pageOf(admin)]) {
        expect((await other.get(page)).status, `${person.name} ${page}`).to.equal(403);
      }
      for (const [below, fields] of [
        ['', { revision: '1', administrator: 'yes' }],
        ['/remove', { revision: '1' }],
        ['/let-back', { revision: '1' }],
        ['/confirm-roles', { revision: '1' }],
        ['/decline-roles', { revision: '1' }],
      ] as const) {
        const answer = await other.post(`${pageOf(person)}${below}`, fields, '/fr/my');
        expect(answer.status, below).to.equal(403);
      }
      expect((await storedPerson(web.deps, person)).roles).to.deep.equal(person.roles);
    }
    expect((await browser.get('/fr/people')).status).to.equal(200);
    expect((await browser.get('/fr/my')).text)
      .to.include('href="/fr/people"')
      .and.include('href="/fr/journal"');
  });

  it('say that no reviewer is admitted, and whose page admits one, where My day leads', async () => {
    const reviewer = await web.person('evaluating', 'reviewer');
    const profiles = web.connection.collection('reviewers');
    expect((await browser.get('/fr/people')).text, 'admitted').not.to.include('id="admit"');
    await profiles.updateMany({}, { $set: { suspendedOn: '2026-01-01' } });
    const day = parse((await browser.get('/fr/day')).text);
    const link = day.querySelector('section[aria-labelledby=waits] a[href="/fr/people#admit"]');
    expect([link?.textContent, day.textContent.includes('Bonne journée')]).to.deep.equal([
      'Personne n’est admis à évaluer',
      false,
    ]);
    const section = parse((await browser.get('/fr/people')).text).querySelector('#admit');
    const pages = section?.querySelectorAll('a').map((one) => one.getAttribute('href'));
    expect(pages).to.include(pageOf(reviewer));
    await profiles.updateMany({}, { $set: { suspendedOn: null } });
  });

  it('find people by a prefix of name or address', async () => {
    await web.person('finder-one', 'reviewer');
    await web.person('seeker-two');
    const { text } = await browser.get('/fr/people?q=specimen+finder');
    expect(text).to.include('finder-one@specimen.example').and.include('Évaluateur·trice');
    expect(text).not.to.include('seeker-two@specimen.example');
    expect((await browser.get('/fr/people?q=seeker-two%40')).text).to.include('seeker-two@specimen.example');
    expect((await browser.get('/fr/people?q=zzz')).text).to.include('Personne n’a ce nom');
    expect((await browser.get('/fr/people?q=%24ne&q=x&after=nobody')).status).to.equal(200);
  });

  it('are paged', async () => {
    for (let i = 0; i < 55; i += 1) await web.person(`zz-${String(i).padStart(2, '0')}`);
    const first = await browser.get('/fr/people?q=zz-');
    const next = parse(first.text).querySelector('a[rel=next]')?.getAttribute('href') ?? '';
    const second = await browser.get(next.replaceAll('&amp;', '&'));
    const names = (html: string) => parse(html).querySelectorAll('.offer__name').length;
    expect([names(first.text), names(second.text)]).to.deep.equal([50, 5]);
    expect(second.text).to.include('Première page');
  });

  it('propose roles, and change them when another administrator confirms', async () => {
    const second = await web.browser(await web.person('second-admin', 'administrator'));
    const someone = await web.person('someone');
    const page = pageOf(someone);
    expect((await browser.get('/fr/people')).text).not.to.include('qui attendent une confirmation');
    const proposed = await sendForm(browser, page, page, { reviewer: 'yes', officer: 'yes' });
    expect(proposed.headers.location).to.equal(`${page}?saved=1`);
    expect((await storedPerson(web.deps, someone)).roles).to.deep.equal([]);
    expect((await browser.get('/fr/people')).text).to.include('qui attendent une confirmation');
    const own = (await browser.get(page)).text;
    expect(own).to.include('Une autre personne de l’administration doit confirmer');
    expect(own).to.include('Évaluateur·trice, Secrétariat').and.not.to.include('confirm-roles');
    const self = await browser.post(`${page}/confirm-roles`, { revision: '2' }, page);
    expect(self.status).to.equal(409);
    expect(self.text).to.include('Vous avez proposé ce changement');
    expect((await sendForm(second, page, `${page}/confirm-roles`)).status).to.equal(303);
    expect((await storedPerson(web.deps, someone)).roles).to.deep.equal(['reviewer', 'officer']);
    expect(formOf((await browser.get(page)).text, page)).to.include({ reviewer: 'yes', officer: 'yes' });
    const stale = await browser.post(page, { revision: '1', chair: 'yes' });
    expect(stale.status).to.equal(409);
    expect(parse(stale.text).querySelector('#chair')?.hasAttribute('checked')).to.equal(true);
    expect((await browser.post(page, { revision: '3', owner: 'yes' })).status).to.equal(422);
    await sendForm(browser, page, page, { chair: 'yes' });
    expect((await sendForm(second, page, `${page}/decline-roles`)).status).to.equal(303);
    expect((await storedPerson(web.deps, someone)).roles).to.deep.equal(['reviewer', 'officer']);
  });

  it('show administrators their own roles, without a way to change them', async () => {
    const { text } = await browser.get(pageOf(admin));
    expect(text).to.include('Vos propres rôles sont l’affaire de deux autres');
    const revision = String((await storedPerson(web.deps, admin)).revision);
    const given = await browser.post(pageOf(admin), { revision, administrator: 'yes', chair: 'yes' });
    expect(given.status).to.equal(409);
    expect((await storedPerson(web.deps, admin)).roles).to.deep.equal(['administrator']);
  });

  it('explain that a second administrator is needed, and how to create one', async () => {
    const alone = await testWeb('people-alone');
    try {
      const only = await alone.browser(await alone.person('only', 'administrator'));
      const page = pageOf(await alone.person('other'));
      expect((await only.get(page)).text).to.include('made-in-ess grant-role ADRESSE administrator');
      const refused = await only.post(page, { revision: '1', chair: 'yes' });
      expect(refused.status).to.equal(409);
      expect(refused.text).to.include('made-in-ess grant-role ADRESSE administrator');
    } finally {
      await alone.stop();
    }
  });

  it('remove access at once, with every session, and restore it', async () => {
    const someone = await web.person('removed-one');
    const theirs = await web.browser(someone);
    expect((await theirs.get('/fr/my')).status).to.equal(200);
    const page = pageOf(someone);
    expect((await sendForm(browser, page, `${page}/remove`)).status).to.equal(303);
    expect((await theirs.get('/fr/my')).headers.location).to.equal('/fr/sign-in');
    expect(await web.deps.sessions.of(someone.id)).to.deep.equal([]);
    expect((await browser.get(page)).text)
      .to.include('Sans accès')
      .and.include('Rendre l’accès');
    expect((await sendForm(browser, page, `${page}/let-back`)).status).to.equal(303);
    expect((await (await web.browser(await storedPerson(web.deps, someone))).get('/fr/my')).status).to.equal(
      200,
    );
    const own = await browser.post(
      `${pageOf(admin)}/remove`,
      { revision: String((await storedPerson(web.deps, admin)).revision) },
      '/fr/people',
    );
    expect(own.text).to.include('Vous ne pouvez pas vous retirer l’accès');
  });

  it('remove every passkey of someone else who lost theirs, with their sessions', async () => {
    const { passkeys } = web.deps.access;
    const person = await web.person('lost-key', 'officer');
    const other = await web.browser(person);
    const key = {
      personId: person.id,
      publicKey: 'x',
      counter: 0,
      transports: [],
      usedAt: null,
      device: 'x',
    };
    await passkeys.add({ ...key, id: 'key-1', createdAt: '2026-11-02T08:00:00.000Z' });
    await passkeys.add({ ...key, id: 'key-2', createdAt: '2026-11-02T08:00:00.000Z' });
    expect((await sendForm(browser, pageOf(person), `${pageOf(person)}/reset-passkeys`)).status).to.equal(
      303,
    );
    expect(await passkeys.of(person.id)).to.deep.equal([]);
    expect((await other.get('/fr/lists/files')).headers.location).to.equal('/fr/sign-in');
    const [line] = (await web.deps.store.records(`people/${person.id}`)).slice(-1);
    expect(line?.facts).to.deep.equal(['person.passkeysReset']);
    expect(line?.actor.id).to.equal(admin.id);
    const own = await browser.post(`${pageOf(admin)}/reset-passkeys`, { revision: '1' }, '/fr/people');
    expect(own.status).to.equal(409);
    const officer = await web.browser(person);
    const refused = await officer.post(`${pageOf(admin)}/reset-passkeys`, { revision: '1' }, '/fr/my');
    expect(refused.status).to.equal(403);
  });

  it('keep the only owner of an organisation with others, and say why', async () => {
    const owner = await web.person('sole-owner');
    const id = await registerSpecimen(web.deps, owner);
    await joinByInvitation(web.deps, owner, id, await web.person('colleague'));
    const page = pageOf(owner);
    expect((await browser.get(page)).text).to.include('Boulangerie Spécimen');
    const answer = await sendForm(browser, page, `${page}/remove`);
    expect(answer.status).to.equal(409);
    expect(answer.text).to.include('seule responsable d’une organisation');
    expect((await storedPerson(web.deps, owner)).removedAt).to.equal(null);
  });

  it('do not name an organisation of the administrator', async () => {
    const owner = await web.person('tied-owner');
    const id = await registerSpecimen(web.deps, owner, { name: 'Atelier du Spécimen' });
    const tied = await joinByInvitation(
      web.deps,
      owner,
      id,
      await web.person('tied-admin', 'administrator'),
      'reader',
    );
    const { text, status } = await (await web.browser(tied)).get(pageOf(owner));
    expect(status).to.equal(200);
    expect(text).not.to.include('Atelier du Spécimen');
    expect((await browser.get('/fr/people/unknown')).status).to.equal(404);
  });
});
