import { expect } from 'chai';
import type { Person } from '../../../src/commands/items/items.ts';
import { createWebhookQueues } from '../../../src/storage/register/createWebhookQueues.ts';
import { cursorOf } from '../../../src/web/schemas/changes.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type Browser, type TestWeb, testWeb } from '../../support/web.ts';

const sent = {
  name: 'Annuaire spécimen',
  address: 'https://annuaire-specimen.ch/made-in-ess',
  contact: 'annuaire@specimen.example',
  language: 'fr',
  'types.active': 'yes',
  'types.withdrawn': 'yes',
};

describe('the subscriptions to the register', () => {
  let web: TestWeb;
  let administrator: Person;
  let browser: Browser;
  before(async () => {
    web = await testWeb('webhook-pages');
    administrator = await web.person('administrator', 'administrator');
    browser = await web.browser(administrator);
  });
  after(() => web.stop());

  const all = () => web.deps.store.webhooks();
  const only = async () => {
    const [webhook] = await all();
    if (!webhook) throw new Error('there is none');
    return webhook;
  };
  const act = async (end: string, fields: Readonly<Record<string, string>> = {}) => {
    const { id, revision } = await only();
    const path = `/fr/webhooks/${id}`;
    return browser.post(`${path}${end}`, { revision: String(revision), ...fields }, path);
  };

  it('shows again what was typed, with what is wrong with it', async () => {
    const wrong = { ...sent, address: 'http://127.0.0.1/', 'types.active': '', 'types.withdrawn': '' };
    const { 'types.active': _, 'types.withdrawn': __, ...nothing } = wrong;
    const { status, text } = await browser.post('/fr/webhooks', { ...nothing, contact: 'nobody' });
    expect(status).to.equal(422);
    for (const told of ['http://127.0.0.1/', 'nobody', 'Annuaire spécimen', 'href="#contact"'])
      expect(text).to.include(told);
    const refused = await browser.post('/fr/webhooks', nothing);
    expect(refused.status).to.equal(422);
    expect(refused.text)
      .to.include('href="#address"')
      .and.include('href="#types"')
      .and.not.include(' checked');
    expect(await all()).to.deep.equal([]);
  });

  it('adds one, shows its secret in the answer alone, and says how it stands', async () => {
    const { status, text } = await browser.post('/fr/webhooks', sent);
    expect(status).to.equal(200);
    const [secret = ''] = /whsec_[A-Za-z0-9+/=]{44}/.exec(text) ?? [];
    expect(secret).to.not.equal('');
    const { id, types } = await only();
    expect(types).to.deep.equal(['label.active', 'label.withdrawn']);
    for (const path of ['/fr/webhooks', `/fr/webhooks/${id}`]) {
      const page = await browser.get(path);
      expect(page.text)
        .to.include('Annuaire spécimen')
        .and.include('annuaire-specimen.ch')
        .and.not.include('whsec_');
    }
  });

  it('changes, pauses, resumes, tests, replays and renews the secret', async () => {
    expect((await act('', { ...sent, name: 'Autre nom' })).status).to.equal(303);
    expect((await act('/pause')).status).to.equal(303);
    expect((await only()).state).to.equal('paused');
    expect((await act('/pause')).status).to.equal(409);
    expect((await act('/resume')).status).to.equal(303);
    expect((await act('/test')).status).to.equal(303);
    expect(await only()).to.include({ name: 'Autre nom', state: 'active' });
    expect((await only()).test).to.be.a('string');
    for (const [fields, status] of [
      [{}, 422],
      [{ cursor: 'nonsense' }, 422],
      [{ cursor: cursorOf(7) }, 409],
      [{ cursor: cursorOf(0) }, 303],
      [{ day: '2026-10-01' }, 303],
    ] as const)
      expect([fields, (await act('/replay', fields)).status]).to.deep.equal([fields, status]);
    const renewed = await act('/rotate');
    expect([renewed.status, /whsec_/.test(renewed.text)]).to.deep.equal([200, true]);
    const { id, revision } = await only();
    const stale = { revision: String(revision - 1) };
    expect((await browser.post(`/fr/webhooks/${id}/rotate`, stale, `/fr/webhooks/${id}`)).status).to.equal(
      409,
    );
  });

  it('shows the last tries, and of an answer nothing that acts', async () => {
    const { id } = await only();
    const queues = createWebhookQueues(web.connection);
    const delivery = { webhookId: id, at: new Date('2026-11-02T08:00:00.000Z'), tries: 2, ms: 6950 };
    await queues.log({
      ...{ ...delivery, id: 'D1', type: 'label.active', number: specimenEntry.number },
      ...{ outcome: 'refused', status: 500, excerpt: '<script>alert(1)</script>' },
    });
    await queues.log({
      ...{ ...delivery, id: 'D2', type: 'webhook.test', number: null },
      ...{ outcome: 'timedOut', status: null, excerpt: '' },
    });
    for (const language of ['fr', 'de', 'it', 'en']) {
      const { text } = await browser.get(`/${language}/webhooks/${id}`);
      expect(text).to.include('HTTP 500').and.include('6').and.include(specimenEntry.number);
      expect(text).to.include('&lt;script&gt;alert(1)').and.not.include('<script>alert(1)');
    }
  });

  it('removes one, and knows nothing more of it', async () => {
    const { id } = await only();
    const removed = await act('/remove');
    expect([removed.status, removed.headers.location]).to.deep.equal([303, '/fr/webhooks']);
    expect((await browser.get(`/fr/webhooks/${id}`)).status).to.equal(404);
    expect((await browser.get('/fr/webhooks')).text).to.not.include('Autre nom');
  });
});
