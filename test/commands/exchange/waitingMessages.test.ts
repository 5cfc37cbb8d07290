import { expect } from 'chai';
import { sendMessage, writeToNeed } from '../../../src/commands/exchange/conversation.ts';
import { tellWaitingMessages } from '../../../src/commands/exchange/waitingMessages.ts';
import { type Body, bodyOf, publishedNeed } from '../../support/exchangeSteps.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('messages that wait for an organisation', () => {
  let service: TestService;
  let seeks: Body;
  let others: Body[];
  before(async () => {
    service = await testService('waiting-messages');
    seeks = await bodyOf(service, 'seeks');
    others = [await bodyOf(service, 'one'), await bodyOf(service, 'two'), await bodyOf(service, 'three')];
  });
  after(() => service.stop());

  const kinds = ['messageReceived', 'messagesDigest'];
  /** Kinds of e-mails that were sent meanwhile to the owner of an organisation, with their text. */
  const sentTo = async ({ owner }: Body, act: () => Promise<unknown>) => {
    await service.work();
    const before = service.letters.length;
    await act();
    await service.work();
    return service.letters.slice(before).filter(({ to, kind }) => to === owner.email && kinds.includes(kind));
  };
  const at = (day: string, act: () => Promise<unknown>) => () => {
    service.setClock(`${day}.000Z`);
    return act();
  };
  const morning = (day: string) => tellWaitingMessages(service.deps, new Date(`${day}T06:35:00.000Z`));

  it('are told in one e-mail the next morning, after the first of a day', async () => {
    const { deps } = service;
    const need = await publishedNeed(deps, seeks, { title: 'Deux tables' });
    const write = ({ owner, organisationId }: Body) =>
      writeToNeed(deps, owner, { needId: need.id, organisationId, text: `De ${owner.id}` });
    const [one, two, three] = others as [Body, Body, Body];
    const ids: string[] = [];
    const first = await sentTo(
      seeks,
      at('2026-11-03T08:00:00', async () => ids.push(await write(one))),
    );
    expect(first.map(({ kind }) => kind)).to.deep.equal(['messageReceived']);
    for (const [hour, body] of [
      ['09', two],
      ['10', three],
    ] as const)
      expect(
        await sentTo(
          seeks,
          at(`2026-11-03T${hour}:00:00`, async () => ids.push(await write(body))),
        ),
      ).to.deep.equal([]);
    const digest = await sentTo(
      seeks,
      at('2026-11-04T06:35:00', () => morning('2026-11-04')),
    );
    expect(digest.map(({ kind }) => kind)).to.deep.equal(['messagesDigest']);
    expect(digest[0]?.text)
      .to.include('Spécimen two · Deux tables')
      .and.include('Spécimen three · Deux tables');
    expect(digest[0]?.text).to.not.include('Spécimen one');
    expect(digest[0]?.text).to.include(`/exchanges/conversations/${ids[1]}`);
    expect(await morning('2026-11-04'), 'twice in one morning').to.equal(0);
    // An answer ends the waiting, also when it comes between the fact and the e-mail.
    const reply = (conversationId = '') =>
      sendMessage(deps, seeks.owner, { conversationId, organisationId: seeks.organisationId, text: 'Oui.' });
    const answered = at('2026-11-04T07:00:00', () => Promise.all(ids.map(reply)));
    expect((await sentTo(one, answered)).map(({ kind }) => kind)).to.deep.equal(['messageReceived']);
    const again = at('2026-11-04T08:00:00', () =>
      sendMessage(deps, two.owner, {
        conversationId: ids[1] ?? '',
        organisationId: two.organisationId,
        text: 'Et mardi ?',
      }),
    );
    expect((await sentTo(seeks, again)).map(({ kind }) => kind)).to.deep.equal(['messageReceived']);
    expect(await morning('2026-11-05'), 'nothing without an e-mail of its own').to.equal(0);
  });
});
