// Tier: all. Budget: 9 s.
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import sharp from 'sharp';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { complaintVersion, currentComplaint, reason, sendComplaint } from '../../support/complaintSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { tokenIn } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

/** The parts of an offer that its holder shows by themselves, with what of them stands on a page. */
const parts = ['photo', 'price', 'delivery', 'contact'] as const;
const texts = {
  price: '7 francs le spécimen',
  delivery: 'En brouette, le lundi',
  contact: 'https://spec.example/acheter',
};

describe('what an officer takes down of an offer', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let offerId: string;
  let desk: string;
  let own: string;
  before(async () => {
    web = await webWithCast('take-down');
    holder = await issueLabel(web, web.cast, 'holder');
    offerId = requireVisible((await label()).offers[0]).id;
    desk = `/fr/files/${holder.applicationId}/label/offers/${offerId}`;
    own = `/fr/organisations/${holder.organisationId}/labels/${holder.number}/offers/${offerId}`;
    await show('#f2b134');
    const form = { revision: String((await label()).revision), ...texts };
    expect((await (await web.browserOf(holder.owner)).post(own, form)).status).to.equal(303);
  });
  after(() => web.stop());

  const label = async () => requireVisible(await web.deps.store.label(holder.number));
  const show = async (background: string) => {
    const browser = await web.browserOf(holder.owner);
    const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background } })
      .jpeg()
      .toBuffer();
    return browser.parts(
      `${own}/photo`,
      (form) => form.attach('file', bytes, { filename: 'pain.jpg' }).field('alt', 'Un pain'),
      tokenIn((await browser.get('/fr/my')).text),
    );
  };
  const send = async (person: Person, part: string, more: Readonly<Record<string, string>> = {}) =>
    (await web.browserOf(person)).post(
      desk,
      { ...{ revision: String((await label()).revision), part, code: 'personRights', reason }, ...more },
      '/fr/account',
    );
  /** Every public place where an offer is shown, by what of it is shown there. */
  const places = () => {
    const { number, organisationId } = holder;
    const all: Readonly<Record<string, readonly (typeof parts)[number][]>> = {
      '/fr': ['photo'],
      '/api/v1/register.essglobal.jsonld': ['photo'],
      '/fr/register': ['photo', 'price', 'delivery', 'contact'],
      [`/fr/labels/${number}`]: ['photo', 'price', 'delivery', 'contact'],
      [`/fr/labels/${number}/offers/${offerId}`]: parts,
      [`/fr/organisations/${organisationId}/labels`]: ['photo', 'price'],
      [`/api/v1/labels/${number}`]: parts,
      '/api/v1/labels': parts,
      '/api/v1/register.jsonl': parts,
      '/api/v1/register.jsonld': ['photo'],
      '/api/v1/register.csv': ['photo', 'price', 'delivery', 'contact'],
      '/fr/register/offers.csv': ['price', 'delivery', 'contact'],
      [`/api/v1/murmurations/labels/${number}/offers/${offerId}`]: ['photo', 'contact'],
      [own]: parts,
      [desk]: parts,
    };
    return all;
  };
  const shownNow = async () => {
    const photo = (await label()).photos?.[offerId];
    const marks = { ...texts, photo: `/labels/${holder.number}/photos/` };
    const rows = Object.keys(places()).map(async (path) => {
      const person = path === own ? holder.owner : path === desk ? web.cast.officer : undefined;
      const { text } = await (await web.browser(person)).get(path).expect(200);
      return [path, parts.filter((part) => text.includes(marks[part]))] as const;
    });
    return { photo, rows: Object.fromEntries(await Promise.all(rows)) };
  };

  it('is the act of an officer alone who may keep the label', async () => {
    const { cast } = web;
    const tied = await web.person('tied', 'officer');
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(web.deps, tied, { ...tie, organisationId: holder.organisationId, personId: tied.id });
    const scored = await updatePerson(web.deps, cast.reviewers[0], { roles: ['officer', 'reviewer'] });
    const people: Readonly<Record<string, Person>> = {
      owner: holder.owner,
      reviewer: cast.reviewers[1],
      member: cast.committee[1],
      administrator: await web.person('administrator', 'administrator'),
      tied,
      scored,
      stranger: await web.person('stranger'),
    };
    const before = await label();
    const statuses = [];
    for (const [who, person] of Object.entries(people))
      statuses.push([who, (await send(person, 'photo')).status]);
    expect(Object.fromEntries(statuses)).to.deep.equal({
      ...{ owner: 403, reviewer: 403, member: 403, administrator: 403, stranger: 403 },
      ...{ tied: 404, scored: 404 },
    });
    expect(await label()).to.deep.equal(before);
  });

  it('asks for what, why and a reason, and keeps what was typed', async () => {
    const none = await send(web.cast.officer, '', { code: '', reason: 'Trop court' });
    expect([none.status, none.text.includes('Trop court')]).to.deep.equal([422, true]);
    for (const sent of [{ part: 'sheet' }, { part: 'name' }, { code: 'other' }, { revision: '0' }]) {
      const { status, text } = await send(web.cast.officer, 'photo', sent);
      expect([status, text.includes(reason)], JSON.stringify(sent)).to.deep.equal(
        'revision' in sent ? [409, true] : [422, true],
      );
    }
  });

  /** The label that this one took the place of, which shows the same offers. */
  const earlier = 'MIE-23-00001-X';
  const copyLabel = async () => {
    for (const name of ['labels', 'entries']) {
      const rows = web.connection.collection<{ _id: string }>(name);
      const row = requireVisible(await rows.findOne({ _id: holder.number }));
      await rows.insertOne({ ...row, _id: earlier });
    }
  };

  it('is gone at once wherever the offer is shown, and told to its holder', async () => {
    await copyLabel();
    const before = await shownNow();
    expect(before.rows).to.deep.equal(places());
    const src = parse((await (await web.browser()).get(`/fr/labels/${holder.number}`)).text)
      .querySelector('picture img')
      ?.getAttribute('src');
    for (const part of parts) {
      expect((await send(web.cast.officer, part)).headers.location).to.equal(`${desk}?saved=1`);
      expect((await send(web.cast.officer, part)).status, `${part} again`).to.equal(422);
    }
    const empty = Object.fromEntries(Object.keys(places()).map((path) => [path, []]));
    expect((await shownNow()).rows).to.deep.equal(empty);
    await (await web.browser()).get(requireVisible(src ?? null)).expect(404);
    await web.work();
    const renewed = requireVisible(await web.deps.store.label(earlier));
    expect([renewed.photos, renewed.offers, renewed.takenDown?.length]).to.deep.equal([
      {},
      (await label()).offers,
      parts.length,
    ]);
    for (const { digest } of before.photo?.files ?? [])
      expect(await web.deps.files.read(digest)).to.equal(null);
    const told = web.letters.filter(({ kind }) => kind === 'offerTakenDown');
    expect(told.map(({ to }) => to)).to.deep.equal(parts.map(() => holder.owner.email));
    expect(told[0]?.text).to.include(reason).and.include('Une personne n’a pas donné son accord');
    const { text } = await (await web.browserOf(holder.owner)).get(own);
    expect(text).to.include('Enlevé par le secrétariat').and.include(reason);
    const walk = await web.deps.store.verifyStream(`labels/${holder.number}`, 100);
    expect(walk?.fault ?? null).to.equal(null);
  });

  it('is replaced by something else, and not shown again as it was', async () => {
    const same = await show('#f2b134');
    expect([same.status, same.text.includes('Le secrétariat a enlevé exactement cela')]).to.deep.equal([
      422,
      true,
    ]);
    expect((await show('#2f7d4f')).status).to.equal(303);
    const owner = await web.browserOf(holder.owner);
    const { revision } = await label();
    const form = { revision: String(revision), price: texts.price, delivery: 'À pied', contact: '' };
    expect((await owner.post(own, form)).status).to.equal(422);
    expect((await owner.post(own, { ...form, price: '8 francs' })).status).to.equal(303);
    const { text } = await owner.get(own);
    const gone = parse(text)
      .querySelectorAll('.card strong')
      .map((one) => one.text);
    expect(gone, 'what is shown again is no more named').to.have.length(1);
  });

  it('is answered by somebody else where its holder does not agree', async () => {
    const { text } = await (await web.browserOf(holder.owner)).get(own);
    const link = parse(text).querySelector('a[href*="/report?"]')?.getAttribute('href') ?? '';
    const form = parse((await (await web.browser()).get(link.replaceAll('&amp;', '&'))).text);
    expect(form.querySelectorAll('input[name=kind][checked]'), 'nothing is chosen for anybody').to.deep.equal(
      [],
    );
    const kinds = form.querySelectorAll('input[name=kind]').map((one) => one.getAttribute('value'));
    expect(kinds).to.deep.equal(['content', 'criteria', 'service', 'other']);
    const { number } = await sendComplaint(web, { kind: 'service', number: holder.number });
    const take = async (person: Person) =>
      (await web.browserOf(person)).post(
        `/fr/complaints/${number}/take`,
        { revision: String((await complaintVersion(web, number)).revision) },
        '/fr/account',
      );
    expect((await take(web.cast.officer)).status).to.equal(409);
    expect((await take(await web.person('colleague', 'officer'))).status).to.equal(303);
  });

  it('is reached from a report, whose handler answers it all the same', async () => {
    const link = `${web.deps.publicUrl}/fr/labels/${holder.number}/offers/${offerId}`;
    const { number } = await sendComplaint(web, { kind: 'content', link });
    const handler = await web.person('handler', 'officer');
    const browser = await web.browserOf(handler);
    const act = async (end: string, form: Readonly<Record<string, string>> = {}) => {
      const { revision } = await complaintVersion(web, number);
      return browser.post(
        `/fr/complaints/${number}/${end}`,
        { revision: String(revision), ...form },
        '/fr/account',
      );
    };
    expect((await act('take')).status).to.equal(303);
    const page = parse((await browser.get(`/fr/complaints/${number}`)).text);
    expect(page.querySelector(`a[href="${desk}"]`)).to.not.equal(null);
    expect((await send(handler, 'photo')).status).to.equal(303);
    expect(
      (await act('answer', { outcome: 'founded', reason, done: 'La photo est enlevée.' })).status,
    ).to.equal(303);
    expect((await currentComplaint(web, number)).state).to.equal('answered');
  });

  it('is one click from a report of what is shown here, whatever it is', async () => {
    const { number, applicationId } = holder;
    const ours = `${web.deps.publicUrl}/fr`;
    const all = `/fr/files/${applicationId}/label#offers`;
    const leads: readonly (readonly [string, 'content' | 'service', string, string | undefined])[] = [
      [`${ours}/labels/${number}/offers/${offerId}`, 'service', '', desk],
      [`${ours}/labels/${number}`, 'content', '', all],
      [`${ours}/labels/${number}`, 'service', '', undefined],
      ['', 'content', number, all],
      [`${ours}/labels/MIE-26-00042-D/offers/O1`, 'content', number, all],
      [`${ours}/exchange/N1`, 'content', '', '/fr/exchange/N1'],
      ['https://evil.example/fr/exchange/N1', 'content', '', undefined],
    ];
    const browser = await web.browserOf(await web.person('reader', 'officer'));
    for (const [link, kind, named, href] of leads) {
      const filed = await sendComplaint(web, { kind, link, number: named });
      const page = parse((await browser.get(`/fr/complaints/${filed.number}`)).text);
      expect(page.querySelector('main p.after a')?.getAttribute('href'), `${link} ${kind}`).to.equal(href);
    }
  });
});
