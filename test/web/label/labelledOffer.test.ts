import { expect } from 'chai';
import { parse } from 'node-html-parser';
import sharp from 'sharp';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { exportOrganisation } from '../../../src/commands/privacy/views/exportOrganisation.ts';
import { digestOf } from '../../../src/workflow/canonicalJson.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { tokenIn } from '../../support/web.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('an offer under a valid label', () => {
  let web: WebWithCast;
  let holder: IssuedLabel;
  let id: string;
  let path: string;
  let shown: string;
  before(async () => {
    web = await webWithCast('labelled-offer');
    holder = await issueLabel(web, web.cast, 'holder');
    id = (await label()).offers[0]?.id ?? '';
    path = `/fr/organisations/${holder.organisationId}/labels/${holder.number}/offers/${id}`;
    shown = `/fr/labels/${holder.number}/offers/${id}`;
  });
  after(() => web.stop());

  const label = async () => requireVisible(await web.deps.store.label(holder.number));
  const picture = (background: string) =>
    sharp({ create: { width: 800, height: 600, channels: 3, background } })
      .jpeg()
      .toBuffer();
  const bring = async (person: Person, bytes: Buffer, alt: string) => {
    const browser = await web.browserOf(person);
    const { text } = await browser.get('/fr/my');
    const parts = { filename: 'pain.jpg' };
    return browser.parts(
      `${path}/photo`,
      (form) => form.attach('file', bytes, parts).field('alt', alt),
      tokenIn(text),
    );
  };
  const publicPage = async () => parse((await (await web.browser()).get(shown).expect(200)).text);
  const json = async () =>
    (await (await web.browser()).get(`/api/v1/labels/${holder.number}`)).body.offers.find(
      (one: { id: string }) => one.id === id,
    );
  const frozen = async () => digestOf(requireVisible(await web.deps.store.snapshot(holder.applicationId, 1)));

  it('gets a price and a contact at once, where everybody reads them, and keeps what was assessed', async () => {
    const before = { offer: (await label()).offers[0], snapshot: await frozen() };
    const own = await web.browserOf(holder.owner);
    const { revision } = await label();
    const sent = { revision: String(revision), price: '7 francs le pain', contact: '', delivery: 'À pied' };
    const named = await own.post(path, { ...sent, name: 'Autre nom' });
    expect([named.status, (await label()).offers[0]]).to.deep.equal([422, before.offer]);
    expect((await own.post(path, sent)).headers.location).to.equal(`${path}?saved=1`);
    const { contact: _, ...kept } = requireVisible(before.offer ?? null);
    expect((await label()).offers[0]).to.deep.equal({
      ...kept,
      price: '7 francs le pain',
      delivery: 'À pied',
    });
    expect((await publicPage()).text)
      .to.include('7 francs le pain')
      .and.not.include(before.offer?.price ?? '?');
    expect(await json())
      .to.include({ price: '7 francs le pain' })
      .and.not.have.property('contact');
    const late = await own.post(path, { ...sent, price: '8 francs' });
    expect([late.status, late.text.includes('8 francs')], 'what was typed is there').to.deep.equal([
      409,
      true,
    ]);
    expect(await frozen()).to.equal(before.snapshot);
    const line = await web.deps.store.lastRecord(`labels/${holder.number}`);
    expect(line?.data.changed).to.deep.equal(['price', 'delivery', 'contact']);
  });

  it('shows a photograph in the directory, on its page and in the data, at addresses that stay', async () => {
    const snapshot = await frozen();
    expect(
      (await bring(holder.owner, await picture('#f2b134'), '')).status,
      'without what it shows',
    ).to.equal(422);
    expect((await bring(holder.owner, await picture('#f2b134'), 'Un pain doré')).headers.location) //
      .to.equal(`${path}?saved=1`);
    const anyone = await web.browser();
    const img = (await publicPage()).querySelector('picture img');
    expect(img?.attributes).to.include({ alt: 'Un pain doré', width: '800', height: '600' });
    const shared = (await publicPage()).querySelector('meta[property="og:image"]')?.getAttribute('content');
    expect(new URL(shared ?? '').pathname).to.equal(img?.getAttribute('src'));
    const row = parse((await anyone.get(`/fr/register?q=${encodeURIComponent('pain')}`)).text);
    expect(row.querySelector('.found picture img')?.attributes).to.include({
      alt: 'Un pain doré',
      loading: 'lazy',
    });
    const src = img?.getAttribute('src') ?? '';
    const sources = (await publicPage()).querySelectorAll('picture source');
    const addresses = sources
      .flatMap((one) => (one.getAttribute('srcset') ?? '').split(', '))
      .map((one) => one.split(' ')[0]);
    expect(addresses).to.have.length(6);
    for (const address of [src, ...addresses]) {
      const { status, headers } = await anyone.get(address ?? '');
      const type = `image/${address?.split('.').at(-1)}`;
      expect([status, headers['content-type'], headers['cache-control']], address) //
        .to.deep.equal([200, type, 'public, max-age=31536000, s-maxage=300, immutable']);
    }
    expect(await json()).to.have.nested.include({ 'photo.alt': 'Un pain doré' });
    expect(new URL((await json()).photo.address).pathname).to.equal(src);
    expect(await frozen(), 'reviewers read what they read before').to.equal(snapshot);
    await anyone.get(src.replace(/-\d+\./, '-1.')).expect(404);
    const { parts } = await exportOrganisation(web.deps, holder.owner, holder);
    expect(parts.filter(({ name }) => name.startsWith('photos/'))).to.have.length(1);
  });

  it('has one photograph: another takes its place, and the bytes of the first go', async () => {
    const first = (await publicPage()).querySelector('picture img')?.getAttribute('src') ?? '';
    const files = (await label()).photos?.[id]?.files ?? [];
    await bring(holder.owner, await picture('#2f7d4f'), 'Un pain vert');
    await web.work();
    await (await web.browser()).get(first).expect(404);
    for (const { digest } of files) expect(await web.deps.files.read(digest)).to.equal(null);
    const next = (await publicPage()).querySelector('picture img')?.getAttribute('src') ?? '';
    await (await web.browser()).get(next).expect(200);
  });

  it('is changed by the people who write for its holder alone', async () => {
    for (const person of [web.cast.officer, web.cast.reviewers[0]]) {
      expect((await bring(person, await picture('#f2b134'), 'Pain')).status).to.equal(404);
      expect((await (await web.browserOf(person)).get(path)).status).to.equal(404);
    }
  });

  it('loses its photograph when its holder says so, and its journal holds', async () => {
    const own = await web.browserOf(holder.owner);
    await own.post(`${path}/photo/remove`, {}, path);
    await web.work();
    expect((await publicPage()).querySelector('picture')).to.equal(null);
    expect(await json()).to.not.have.property('photo');
    const walk = await web.deps.store.verifyStream(`labels/${holder.number}`, 100);
    expect(walk?.fault ?? null).to.equal(null);
  });
});
