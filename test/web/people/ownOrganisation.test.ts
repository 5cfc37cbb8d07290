import { expect } from 'chai';
import { parse } from 'node-html-parser';
import type { Person } from '../../../src/commands/items/items.ts';
import { roleIn } from '../../../src/policies/organisation.ts';
import { joinByInvitation, registerSpecimen, storedPerson } from '../../support/organisations.ts';
import { specimen } from '../../support/samples/specimen.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

describe('the page of an organisation', () => {
  let web: TestWeb;
  let owner: Person;
  let editor: Person;
  let reader: Person;
  let id: string;
  let page: string;
  const browsers = new Map<string, Browser>();
  before(async () => {
    web = await testWeb('own-organisation');
    owner = await web.person('owner');
    id = await registerSpecimen(web.deps, owner);
    editor = await joinByInvitation(web.deps, owner, id, await web.person('editor'));
    reader = await joinByInvitation(web.deps, owner, id, await web.person('reader'), 'reader');
    page = `/fr/organisations/${id}`;
    for (const person of [owner, editor, reader]) browsers.set(person.id, await web.browser(person));
  });
  after(() => web.stop());

  const as = (person: Person): Browser => {
    const browser = browsers.get(person.id);
    if (!browser) throw new Error(`${person.name} has no browser`);
    return browser;
  };
  const send = (person: Person, below: string, fields: Record<string, string>) =>
    as(person).post(`${page}${below}`, fields, page);
  const revision = async () => String((await web.deps.store.organisation(id))?.revision);
  const address = { street: 'Rue Neuve 2', postcode: '1260', commune: 'Nyon', founded: '', region: '' };

  it('is visible to its own people only, whatever other roles people hold', async () => {
    const others = [
      await web.person('nobody'),
      await web.person('an-officer', 'officer'),
      await web.person('an-administrator', 'administrator'),
      await web.person('a-reviewer', 'reviewer'),
    ];
    for (const person of others) {
      const browser = await web.browser(person);
      expect((await browser.get(page)).status, person.name).to.equal(404);
      expect((await browser.post(page, { ...address, revision: '1' }, '/fr/my')).status).to.equal(404);
      const invitation = { email: 'x@specimen.example', role: 'owner' };
      expect((await browser.post(`${page}/invitations`, invitation, '/fr/my')).status).to.equal(404);
      const removal = { person: owner.id };
      expect((await browser.post(`${page}/people/remove`, removal, '/fr/my')).status).to.equal(404);
    }
    const visitor = await web.browser();
    expect((await visitor.get(page)).headers.location).to.equal('/fr/sign-in');
    for (const person of [owner, editor, reader]) {
      expect((await as(person).get(page)).status).to.equal(200);
      expect((await as(person).get('/fr/my')).text).to.include(`href="${page}"`);
    }
  });

  it('offers each person what they may do, and nothing else', async () => {
    const actions = async (person: Person) => {
      const { text } = await as(person).get(page);
      const forms = parse(text).querySelectorAll('main form');
      return [...new Set(forms.map((form) => form.getAttribute('action')?.slice(page.length)))];
    };
    expect(await actions(owner)).to.include.members([
      '',
      '/name',
      '/people/role',
      '/people/hand-over',
      '/people/remove',
      '/invitations',
    ]);
    expect(await actions(editor)).to.deep.equal(['', '/people/remove']);
    expect(await actions(reader)).to.deep.equal(['/people/remove']);
  });

  it('refuses what they may not do, with a message', async () => {
    const rename = { name: 'Nouveau nom', revision: await revision() };
    expect((await send(reader, '', { ...address, revision: await revision() })).status).to.equal(409);
    for (const person of [editor, reader]) {
      for (const [below, fields] of [
        ['/name', rename],
        ['/invitations', { email: 'x@specimen.example', role: 'reader' }],
        ['/people/role', { person: reader.id, newRole: 'owner' }],
        ['/people/remove', { person: owner.id }],
        ['/people/hand-over', { person: person.id }],
      ] as const) {
        const answer = await send(person, below, fields);
        expect(answer.status, below).to.equal(409);
        expect(answer.text, below).to.include('Seule une personne responsable');
      }
    }
    const alone = await send(owner, '/people/remove', { person: owner.id });
    expect(alone.text).to.include('Il faut toujours une personne responsable');
  });

  it('shows faults at their field, and keeps input', async () => {
    const seen = await revision();
    const wrong = await send(editor, '', { ...address, revision: seen, postcode: 'GE', commune: 'Carouge' });
    expect(wrong.status).to.equal(422);
    expect(wrong.text).to.include('href="#postcode"').and.include('value="GE"').and.include('<details');
    expect(parse(wrong.text).querySelector('input[name=acceptsLeman]')?.hasAttribute('checked')).to.equal(
      false,
    );
    const foreign = await send(editor, '', { ...address, revision: seen, specimen: 'no' });
    expect(foreign.status).to.equal(422);
    const stale = await send(editor, '', { ...address, revision: '1' });
    expect(stale.status).to.equal(409);
    expect(stale.text).to.include('Rue Neuve 2');
    expect((await send(owner, '/invitations', { email: 'not an address', role: 'reader' })).text).to.include(
      'href="#email"',
    );
  });

  it('saves the address and the region, and the name with the former one', async () => {
    expect((await send(editor, '', { ...address, revision: await revision() })).status).to.equal(303);
    const renamed = { name: 'Boulangerie du Spécimen', revision: await revision() };
    expect((await send(owner, '/name', renamed)).status).to.equal(303);
    const { text } = await as(reader).get(page);
    expect(text)
      .to.include('Rue Neuve 2, 1260 Nyon')
      .and.include('District de Nyon')
      .and.include('Boulangerie du Spécimen')
      .and.include(`${specimen.organisation.name}, jusqu’au`);
  });

  it('accepts a website, shows its host, and explains an invalid one', async () => {
    const change = async (website: string) =>
      send(editor, '', { ...address, website, revision: await revision() });
    expect((await change(' Mühle.example ')).status).to.equal(303);
    const { text } = await as(reader).get(page);
    expect(text).to.include('<a href="https://xn--mhle-0ra.example/" rel="noopener">mühle.example</a>');
    expect((await as(editor).get(page)).text).to.include('value="https://mühle.example"');
    for (const [website, sentence] of [
      ['https://mühle.example/brot', 'l’adresse du site seul'],
      ['https://user:secret@specimen.example', 'l’adresse publique'],
      ['<b>', 'l’adresse publique'],
    ] as const) {
      const refused = await change(website);
      expect([refused.status, refused.text.includes('href="#website"')], website).to.deep.equal([422, true]);
      expect(refused.text).to.include(sentence);
      expect(parse(refused.text).querySelector('#website')?.getAttribute('value')).to.equal(website);
    }
  });

  describe('an invitation', () => {
    const invite = (email: string, role = 'editor') => send(owner, '/invitations', { email, role });

    it('is accepted from the invited person’s start page, with the same address', async () => {
      const guest = await web.person('guest');
      const browser = await web.browser(guest);
      expect((await invite(guest.email.toUpperCase())).status).to.equal(303);
      expect((await as(owner).get(page)).text)
        .to.include(guest.email)
        .and.include('en attente');
      expect((await as(editor).get(page)).text, 'an editor sees no invitation').not.to.include(guest.email);
      const space = await browser.get('/fr/my');
      expect(space.text).to.include('Rejoindre Boulangerie').and.include(owner.name);
      expect((await browser.get(page)).status, 'nothing of it before').to.equal(404);
      const action = parse(space.text).querySelector('form[action$="/join"]')?.getAttribute('action') ?? '';
      const other = await web.browser(await web.person('gues'));
      expect((await other.get('/fr/my')).text).not.to.include('Rejoindre');
      expect((await other.post(action, {}, '/fr/my')).status).to.equal(404);
      const joining = await browser.post(action, {}, '/fr/my');
      expect(joining.headers.location).to.equal(`${page}?saved=1`);
      expect((await browser.get(page)).status).to.equal(200);
      const again = await browser.post(action, {}, '/fr/my');
      expect(again.status).to.equal(409);
      expect(again.text).to.include('a déjà sa réponse');
    });

    it('is refused with a message for an address that is invited, a member, or one’s own', async () => {
      expect((await invite('once@specimen.example')).status).to.equal(303);
      for (const [email, sentence] of [
        ['once@specimen.example', 'attend déjà une réponse'],
        [owner.email, 'votre propre adresse'],
        [editor.email, 'fait déjà partie'],
      ] as const) {
        const answer = await invite(email);
        expect(answer.status).to.equal(409);
        expect(answer.text).to.include(sentence).and.include(`value="${email}"`);
      }
    });

    it('gives the same answer whether an address has an account or not', async () => {
      const known = await invite((await web.person('with-account')).email);
      const unknown = await invite('nobody-yet@specimen.example');
      for (const answer of [known, unknown]) {
        expect([answer.status, answer.headers.location]).to.deep.equal([303, `${page}?saved=1`]);
      }
      const text = (await as(owner).get(page)).text;
      const row = (email: string) =>
        parse(text)
          .querySelectorAll('.task')
          .find((task) => task.text.includes(email))
          ?.text.replaceAll(email, '')
          .replaceAll(/\s+/g, ' ');
      expect(row('with-account@specimen.example'))
        .to.include('en attente')
        .and.to.equal(row('nobody-yet@specimen.example'));
    });

    it('can be withdrawn: the invited person is told so', async () => {
      const late = await web.person('late');
      const browser = await web.browser(late);
      await invite(late.email);
      const action =
        parse((await browser.get('/fr/my')).text)
          .querySelector('form[action$="/decline"]')
          ?.getAttribute('action') ?? '';
      const [invitation] = await web.deps.store.invitationsTo(late.email);
      await send(owner, '/invitations/withdraw', { invitation: invitation?.id ?? '' });
      const answer = await browser.post(action, {}, '/fr/account');
      expect(answer.status).to.equal(409);
      expect(answer.text).to.include('a retiré cette invitation');
      expect((await browser.get('/fr/my')).text).not.to.include('/decline');
    });
  });

  describe('finally', () => {
    it('changes roles, hands over and lets people go', async () => {
      const [first, second] = [await web.person('first'), await web.person('second')];
      await joinByInvitation(web.deps, owner, id, first);
      await joinByInvitation(web.deps, owner, id, second);
      const roleOf = async (person: Person) => roleIn(await storedPerson(web.deps, person), id);
      expect((await send(owner, '/people/role', { person: first.id, newRole: 'owner' })).status).to.equal(
        303,
      );
      expect(await roleOf(first)).to.equal('owner');
      expect((await send(owner, '/people/hand-over', { person: second.id })).status).to.equal(303);
      expect([await roleOf(owner), await roleOf(second)]).to.deep.equal(['editor', 'owner']);
      const left = await send(owner, '/people/remove', { person: owner.id });
      expect(left.headers.location).to.equal('/fr/my');
      expect((await as(owner).get(page)).status).to.equal(404);
    });
  });
});
