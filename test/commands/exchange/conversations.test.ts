import { expect } from 'chai';
import { blockCounterpart } from '../../../src/commands/exchange/blockCounterpart.ts';
import { sendMessage, writeToNeed } from '../../../src/commands/exchange/conversation.ts';
import { withdrawNeed } from '../../../src/commands/exchange/endNeed.ts';
import { listExchanges } from '../../../src/commands/exchange/views/listExchanges.ts';
import { viewConversation } from '../../../src/commands/exchange/views/viewConversation.ts';
import { viewNeed } from '../../../src/commands/exchange/views/viewNeed.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import type { Need } from '../../../src/commands/items/need.ts';
import { carryOutRetention } from '../../../src/commands/privacy/carryOutRetention.ts';
import { exportOrganisation } from '../../../src/commands/privacy/views/exportOrganisation.ts';
import { type Body, bodyOf, needNow, ownAt, publishedNeed } from '../../support/exchangeSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('what two organisations write to each other', () => {
  let service: TestService;
  let seeks: Body;
  let has: Body;
  let third: Body;
  let need: Need;
  let conversationId: string;
  before(async () => {
    service = await testService('conversations');
    [seeks, has, third] = [
      await bodyOf(service, 'seeks'),
      await bodyOf(service, 'has'),
      await bodyOf(service, 'third'),
    ];
    need = await publishedNeed(service.deps, seeks);
  });
  after(() => service.stop());

  const as = (body: Body, text: string) => ({ organisationId: body.organisationId, text });
  /** What a person of an organisation reads, through the store as it shows itself there. */
  const read = (by: Person, { organisationId }: Body) => {
    const store = service.deps.store.seenBy({ only: by.memberships.map((one) => one.organisationId) });
    return viewConversation({ store }, by, { organisationId, conversationId });
  };

  it('begins by somebody who writes for another organisation, without an address', async () => {
    const { deps } = service;
    const write = (by: Person, body: Body, text = 'Nous livrons à vélo.') =>
      writeToNeed(deps, by, { needId: need.id, ...as(body, text) });
    for (const by of [has.reader, seeks.owner, await service.person('officer', 'officer')])
      expect(await refusalOf(write(by, has))).to.equal('notFound');
    expect(await refusalOf(write(seeks.owner, seeks))).to.equal('refused needOfOthers');
    expect(await refusalOf(write(has.editor, has, 'www.specimen'))).to.equal('invalid text:contactInText');
    conversationId = await write(has.editor, has);
    expect(await write(has.editor, has)).to.equal(conversationId);
    expect((await read(has.editor, has)).messages.map(({ text }) => text)).to.deep.equal([
      'Nous livrons à vélo.',
    ]);
    expect((await needNow(deps, need.id)).state).to.equal('answered');
    await service.work();
    const told = service.letters.filter(({ kind }) => kind === 'messageReceived');
    expect(told.map(({ to }) => to)).to.have.members([seeks.owner.email, seeks.editor.email]);
  });

  it('is read by the people of both sides and nobody else', async () => {
    for (const by of [seeks.reader, seeks.owner])
      expect((await read(by, seeks)).other.name).to.equal('Spécimen has');
    for (const by of [has.reader, has.owner])
      expect((await read(by, has)).other.name).to.equal('Spécimen seeks');
    for (const [by, side] of [
      [third.owner, third],
      [third.owner, seeks],
      [has.owner, seeks],
      [seeks.owner, has],
    ] as const)
      expect(await refusalOf(read(by, side))).to.equal('notFound');
    const { deps } = service;
    const answer = (by: Person, body: Body) =>
      refusalOf(sendMessage(deps, by, { conversationId, ...as(body, 'Oui.') }));
    for (const [by, side] of [
      [third.owner, third],
      [seeks.reader, seeks],
      [has.owner, seeks],
    ] as const)
      expect(await answer(by, side)).to.equal('notFound');
  });

  it('is listed on the page of the need for the people of who published it alone', async () => {
    const answers = async (by: Person, needId = need.id) => {
      const store = service.deps.store.seenBy({ only: by.memberships.map((one) => one.organisationId) });
      return (await viewNeed({ ...service.deps, store }, by, needId)).answers;
    };
    const other = await publishedNeed(service.deps, seeks, { title: 'Deux tables' });
    for (const by of [seeks.owner, seeks.editor, seeks.reader]) {
      expect(await answers(by)).to.deep.equal([{ id: conversationId, name: 'Spécimen has' }]);
      expect(await answers(by, other.id)).to.deep.equal([]);
    }
    const officer = await service.person('reads', 'officer');
    for (const by of [has.owner, has.editor, third.owner, officer])
      expect(await answers(by)).to.deep.equal([]);
  });

  it('shows who writes, and where, once both have written', async () => {
    const { deps } = service;
    const before = await read(seeks.owner, seeks);
    expect([before.address, before.messages[0]?.name]).to.deep.equal([null, '']);
    const again = sendMessage(deps, has.owner, { conversationId, ...as(has, '+41 22 345 67 89') });
    expect(await refusalOf(again)).to.equal('invalid text:contactInText');
    await sendMessage(deps, seeks.owner, { conversationId, ...as(seeks, 'Appelez le 022 345 67 89.') });
    expect((await read(seeks.owner, seeks)).address).to.equal(has.editor.email);
    expect((await read(has.reader, has)).address).to.equal(seeks.owner.email);
    await service.work();
    const told = service.letters.filter(({ kind }) => kind === 'messageReceived').slice(2);
    expect(told.map(({ to }) => to)).to.have.members([has.owner.email, has.editor.email]);
    const lists = await Promise.all([
      listExchanges(deps, has.owner, has.organisationId),
      listExchanges(deps, seeks.owner, seeks.organisationId),
    ]);
    expect(lists.map(({ conversations }) => conversations[0]?.isTheirTurn)).to.deep.equal([true, false]);
  });

  it('is told once a day while it waits, and anew once the reader has written', async () => {
    const { deps } = service;
    const told = async (by: Person, side: Body, text: string) => {
      const before = service.letters.length;
      await sendMessage(deps, by, { conversationId, ...as(side, text) });
      await service.work();
      return service.letters.slice(before).filter(({ kind }) => kind === 'messageReceived').length;
    };
    service.setClock('2026-11-03T08:00:00.000Z');
    expect(await told(has.owner, has, 'Lundi ?')).to.equal(2);
    service.setClock('2026-11-03T09:00:00.000Z');
    for (const text of ['Ou mardi ?', 'Ou mercredi ?']) expect(await told(has.owner, has, text)).to.equal(0);
    expect(await told(seeks.owner, seeks, 'Mardi.')).to.equal(2);
    service.setClock('2026-11-03T10:00:00.000Z');
    expect(await told(has.owner, has, 'Entendu.')).to.equal(2);
    service.setClock('2026-11-04T11:00:00.000Z');
    expect(await told(has.owner, has, 'Encore une question.')).to.equal(2);
  });

  it('is stopped by either side, in every conversation, until that side lets it go on', async () => {
    const { deps } = service;
    const other = await publishedNeed(deps, seeks, { title: 'Spécimen : autre besoin' });
    const block = (by: Person, { organisationId }: Body, blocks: boolean) =>
      blockCounterpart(deps, by, { organisationId, conversationId, block: blocks });
    const tries = (text: string) =>
      Promise.all([
        refusalOf(sendMessage(deps, seeks.owner, { conversationId, ...as(seeks, text) })),
        refusalOf(writeToNeed(deps, has.owner, { needId: other.id, ...as(has, text) })),
      ]);
    for (const [by, side] of [
      [seeks.reader, seeks],
      [third.owner, third],
      [has.owner, seeks],
    ] as const)
      expect(await refusalOf(block(by, side, true))).to.equal('notFound');
    await block(seeks.editor, seeks, true);
    await block(seeks.editor, seeks, true);
    expect((await read(seeks.reader, seeks)).isBlocked).to.equal(true);
    expect((await read(has.owner, has)).isBlocked).to.equal(false);
    expect(await tries('Bloqué.')).to.deep.equal([
      'refused counterpartBlocked',
      'refused blockedByCounterpart',
    ]);
    await block(has.owner, has, true);
    await block(seeks.owner, seeks, false);
    expect(await tries('Encore.')).to.deep.equal([
      'refused blockedByCounterpart',
      'refused counterpartBlocked',
    ]);
    await block(has.owner, has, false);
    expect(await tries('Enfin.')).to.deep.equal(['taken', 'taken']);
  });

  it('goes on after the need has ended, and begins no more', async () => {
    const { deps } = service;
    await withdrawNeed(deps, seeks.owner, ownAt(await needNow(deps, need.id)));
    await sendMessage(deps, has.owner, { conversationId, ...as(has, 'Merci.') });
    const late = writeToNeed(deps, third.owner, { needId: need.id, ...as(third, 'Trop tard ?') });
    expect(await refusalOf(late)).to.equal('refused wrongState');
  });

  it('is exported to both, and goes after its time', async () => {
    const { deps } = service;
    for (const { owner, organisationId } of [seeks, has]) {
      const { parts } = await exportOrganisation(deps, owner, { organisationId });
      const part = parts.find(({ name }) => name === 'conversations.json');
      expect(JSON.stringify(part)).to.include('Merci.').and.not.include(owner.id);
    }
    service.setClock('2028-12-01T08:00:00.000Z');
    await carryOutRetention(deps, new Date('2028-12-01T08:00:00.000Z'));
    expect((await read(has.owner, has)).isErased).to.equal(true);
    expect((await read(has.owner, has)).messages).to.deep.equal([]);
    expect((await needNow(deps, need.id)).text).to.equal('');
    const more = sendMessage(deps, has.owner, { conversationId, ...as(has, 'Encore ?') });
    expect(await refusalOf(more)).to.equal('refused conversationErased');
  });
});
