import type { Server } from 'node:http';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import supertest from 'supertest';
import { sendMessage, writeToNeed } from '../../../src/commands/exchange/conversation.ts';
import { askOutcomes } from '../../../src/commands/exchange/outcomes.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { type Body, bodyOf, publishedNeed } from '../../support/exchangeSteps.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

describe('what came of a conversation, said from a letter', () => {
  let web: TestWeb;
  let seeks: Body;
  let has: Body;
  let conversationId: string;
  let link: URL;
  before(async () => {
    web = await testWeb('outcome-link');
    seeks = await bodyOf(web, 'seeks');
    has = await bodyOf(web, 'has');
    const { id: needId } = await publishedNeed(web.deps, seeks, { title: 'Livrer <b>200</b> paniers' });
    const text = 'Parlons-en.';
    const { organisationId } = has;
    conversationId = await writeToNeed(web.deps, has.owner, { needId, organisationId, text });
    await sendMessage(web.deps, seeks.owner, {
      ...{ conversationId, organisationId: seeks.organisationId, text },
    });
    web.setClock('2026-12-03T09:00:00.000Z');
    await askOutcomes(web.deps, web.deps.clock.now());
    await web.work();
    link = linkTo(has.owner);
  });
  after(() => web.stop());

  function linkTo({ email }: Person): URL {
    const letter = web.letters.find(({ kind, to }) => kind === 'outcomeAsked' && to === email);
    const links = parse(letter?.html ?? '').querySelectorAll('a');
    return new URL(
      links.map((a) => a.getAttribute('href') ?? '').find((href) => href.includes('/outcome?')) ?? '',
    );
  }
  /** Who follows a link: a person without a session, or a mail scanner. */
  const agent = () => supertest(web.server as unknown as Server);
  const pathOf = ({ pathname, search }: URL) => `${pathname}${search}`;
  const say = (outcome: string, at = link) => agent().post(pathOf(at)).type('form').send({ outcome });
  const said = async () =>
    (await web.deps.store.conversation(conversationId))?.outcomes.map(
      ({ organisationId, outcome, value }) => [
        organisationId === has.organisationId ? 'has' : 'seeks',
        outcome,
        value,
      ],
    );
  const mainOf = async (at = link) => parse((await agent().get(pathOf(at))).text).querySelector('main');
  const change = (fields: object) =>
    web.connection
      .collection<{ _id: string }>('conversations')
      .updateOne({ _id: conversationId }, { $set: fields });

  it('is not said by who only opens the link, as scanners do, in any language', async () => {
    for (const language of ['fr', 'de', 'it', 'en']) {
      const path = pathOf(link).replace('/fr/', `/${language}/`);
      const page = await agent().get(path);
      await agent().head(path);
      expect(page.headers['set-cookie'], language).to.equal(undefined);
      expect(page.headers['cache-control']).to.equal('no-store');
      const form = parse(page.text).querySelector('main form');
      expect(form?.getAttribute('action')).to.equal(path);
      expect(form?.querySelectorAll('button').map((one) => one.getAttribute('value'))).to.deep.equal([
        ...['deal', 'talking', 'nothing'],
      ]);
    }
    expect((await mainOf())?.text).to.include('Livrer <b>200</b> paniers');
    expect(await said()).to.deep.equal([]);
  });

  it('is said by one click of each side, changed by another one, and keeps the value that was said', async () => {
    const sent = await say('deal');
    expect([sent.status, sent.headers.location]).to.deep.equal([303, `${pathOf(link)}&said=1`]);
    await change({ 'outcomes.0.value': 900 });
    await say('deal');
    expect(await said()).to.deep.equal([['has', 'deal', 900]]);
    await say('talking', linkTo(seeks.editor));
    await say('nothing');
    expect(await said()).to.have.deep.members([
      ['has', 'nothing', null],
      ['seeks', 'talking', null],
    ]);
    expect((await mainOf())?.text).to.include('Vous avez dit');
    const line = (await web.deps.store.records(`conversations/${conversationId}`)).at(-1);
    expect(line?.actor.id).to.equal(has.owner.id);
  });

  it('is refused to links that the service did not write, and to what is no answer', async () => {
    const forged = (name: string, value: string) => {
      const url = new URL(link);
      url.searchParams.set(name, value);
      return url;
    };
    const before = await said();
    for (const url of [
      forged('person', seeks.owner.id),
      forged('organisation', seeks.organisationId),
      forged('conversation', `${conversationId}x`),
      forged('token', ''),
      new URL(`${link.origin}${link.pathname}?conversation[$ne]=x&person[$ne]=x&token=x`),
    ]) {
      expect((await agent().get(pathOf(url))).status).to.equal(404);
      expect((await say('deal', url)).status).to.equal(404);
    }
    for (const outcome of ['', 'toString', 'DEAL']) expect((await say(outcome)).status).to.equal(422);
    expect(await said()).to.deep.equal(before);
  });

  it('works in whatever became of the need and of what was written, for sixty days, for who still may write', async () => {
    const works = async () => ((await mainOf())?.querySelector('form') ?? null) !== null;
    const needs = web.connection.collection<{ _id: string }>('needs');
    const [needId = ''] = conversationId.split('-');
    for (const state of ['closed', 'withdrawn', 'expired', 'removed']) {
      await needs.updateOne({ _id: needId }, { $set: { state } });
      expect(await works(), state).to.equal(true);
    }
    await change({ contentErasedAt: '2026-12-04T08:00:00.000Z', messages: [] });
    expect(await works(), 'erased').to.equal(true);
    web.setClock('2027-02-01T08:00:00.000Z');
    expect(await works(), 'the sixtieth day').to.equal(true);
    web.setClock('2027-02-02T10:00:00.000Z');
    expect(await works(), 'after it').to.equal(false);
    expect((await mainOf())?.text).to.include('Cette adresse ne sert plus');
    expect((await say('deal')).status).to.equal(404);
    web.setClock('2026-12-05T08:00:00.000Z');
    const { organisationId } = has;
    await updatePerson(web.deps, has.owner, { memberships: [{ organisationId, role: 'reader' }] });
    expect(await works(), 'a reader').to.equal(false);
    await updatePerson(web.deps, has.owner, { removedAt: '2026-12-05T08:00:00.000Z' });
    expect(await works(), 'who was removed').to.equal(false);
  });
});
