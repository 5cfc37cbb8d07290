import { expect } from 'chai';
import { sendMessage, writeToNeed } from '../../../src/commands/exchange/conversation.ts';
import { askOutcomes, sayOutcome } from '../../../src/commands/exchange/outcomes.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { type Body, bodyOf, publishedNeed } from '../../support/exchangeSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('what came of conversations', () => {
  let service: TestService;
  let seeks: Body;
  let has: Body;
  let conversationId: string;
  before(async () => {
    service = await testService('outcomes');
    seeks = await bodyOf(service, 'seeks');
    has = await bodyOf(service, 'has');
    conversationId = await talk(seeks, has, 'Premier besoin');
  });
  after(() => service.stop());

  async function talk(from: Body, to: Body, title: string): Promise<string> {
    const { deps } = service;
    const { id: needId } = await publishedNeed(deps, from, { title });
    const { organisationId } = to;
    return writeToNeed(deps, to.owner, { needId, organisationId, text: 'Nous le faisons.' });
  }

  const answer = ({ owner, organisationId }: Body, id: string) =>
    sendMessage(service.deps, owner, { conversationId: id, organisationId, text: 'Parlons-en.' });
  const say = (
    by: Person,
    { organisationId }: Body,
    id: string,
    outcome: 'deal' | 'nothing',
    value: number | null = null,
  ) => sayOutcome(service.deps, by, { conversationId: id, organisationId, outcome, value });

  it('are said by those who write for a side, once both have written', async () => {
    expect(await refusalOf(say(seeks.owner, seeks, conversationId, 'deal'))).to.equal(
      'refused notAnsweredYet',
    );
    await answer(seeks, conversationId);
    for (const [by, side] of [
      [seeks.reader, seeks],
      [has.owner, seeks],
      [await service.person('stranger'), has],
    ] as const)
      expect(await refusalOf(say(by, side, conversationId, 'deal'))).to.equal('notFound');
    await say(has.owner, has, conversationId, 'nothing', 5000);
    await say(has.editor, has, conversationId, 'deal', 5000);
    await say(seeks.owner, seeks, conversationId, 'nothing', 7000);
    const outcomes = (await service.deps.store.conversation(conversationId))?.outcomes;
    expect(outcomes?.map(({ outcome, value }) => [outcome, value])).to.deep.equal([
      ['deal', 5000],
      ['nothing', null],
    ]);
  });

  it('are asked once, after thirty days, of both sides', async () => {
    const { deps } = service;
    expect(await askOutcomes(deps, new Date('2026-12-02T07:00:00.000Z'))).to.equal(0);
    expect(await askOutcomes(deps, new Date('2026-12-03T09:00:00.000Z'))).to.equal(1);
    expect(await askOutcomes(deps, new Date('2026-12-04T09:00:00.000Z'))).to.equal(0);
    service.setClock('2026-12-03T09:00:00.000Z');
    await service.work();
    const told = service.letters.filter(({ kind }) => kind === 'outcomeAsked');
    const people = [seeks.owner, seeks.editor, has.owner, has.editor];
    expect(told.map(({ to }) => to)).to.have.members(people.map(({ email }) => email));
    const own = told.find(({ to }) => to === has.owner.email);
    const about = `conversation=${conversationId}&organisation=${has.organisationId}`;
    expect(own?.text).to.include(`/fr/outcome?${about}&person=${has.owner.id}&token=`);
  });

  it('are counted with the smaller of two values, and those that were said last', async () => {
    for (let n = 2; n <= 5; n += 1) {
      const other = await bodyOf(service, `other-${n}`);
      const id = await talk(other, has, `Besoin ${n}`);
      await answer(other, id);
      service.setClock(`2026-12-0${n + 2}T09:00:00.000Z`);
      await say(has.owner, has, id, 'deal', n * 1000);
      if (n === 2) await say(other.owner, other, id, 'deal', 800);
    }
    const counted = await service.deps.store.countYear('2026-01-01T00:00Z', '2027-01-01T00:00Z');
    expect(counted).to.deep.include({
      ...{ needs: 5, found: 0, conversations: 5, deals: 5, valued: 5 },
      ...{ value: 17_800, lastValues: [5000, 4000, 3000, 800] },
    });
  });
});
