import { expect } from 'chai';
import { publishFigures } from '../../../src/commands/desk/figures/publishFigures.ts';
import { listExchanges } from '../../../src/commands/exchange/views/listExchanges.ts';
import { publishedFigures, viewYearFigures } from '../../../src/commands/exchange/views/yearFigures.ts';
import { bodyOf, publishedNeed } from '../../support/exchangeSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';

describe('the figures of a year', () => {
  let service: TestService;
  before(async () => {
    service = await testService('year-figures');
    const scores = [{ theme: 'TRV', score: 60 }];
    await insertEntries(service.connection, [
      ...[1, 2, 3, 4, 5].map((n) => entryNumbered(n, { offers: ['Pain', 'Miel'], scores })),
      entryNumbered(6, { offers: ['Pain'], until: '2026-10-01', scores }),
      entryNumbered(7, { offers: ['Pain'], state: 'withdrawn', scores }),
    ]);
  });
  after(() => service.stop());

  /** So many deals of a need with organisations of their own. */
  const deals = async (needId: string, buyer: string, count: number, at: string) => {
    const { connection } = service;
    const sellers = await Promise.all(
      Array.from({ length: count }, (_, n) => bodyOf(service, `${needId}-${n}`)),
    );
    const talks = connection.collection<{ _id: string }>('conversations');
    await talks.insertMany(
      sellers.map(({ organisationId: writerId }) => ({
        ...{ _id: `${needId}-${writerId}`, needId, organisationId: buyer, writerId, answeredAt: at },
        ...{ openedAt: at, messages: [] },
        outcomes: [{ organisationId: writerId, outcome: 'deal', value: 1000, at }],
      })),
    );
    return sellers.map(({ organisationId }) => organisationId);
  };
  const publish = (day: string) => publishFigures(service.deps, new Date(`${day}T04:15:00.000Z`));

  it('are told from five on, of this year alone, by sectors and without projects', async () => {
    const { deps } = service;
    const buyer = await bodyOf(service, 'buyer');
    const { organisationId, owner } = buyer;
    const { sector } = (await deps.store.organisation(organisationId)) ?? { sector: null };
    const need = await publishedNeed(deps, buyer);
    const project = await publishedNeed(deps, buyer, { kind: 'project', title: 'Un four partagé' });
    const sellers = await deals(need.id, organisationId, 5, '2026-11-02T09:00:00.000Z');
    const held = sellers.map((id, n) => entryNumbered(20 + n, { organisation: { id, sector }, scores: [] }));
    await insertEntries(service.connection, held);
    await deals(project.id, organisationId, 1, '2026-11-02T09:00:00.000Z');
    await deals('last-year', organisationId, 1, '2025-11-02T09:00:00.000Z');
    expect(await refusalOf(viewYearFigures(deps, 2026))).to.equal('notFound');
    expect(await publish('2026-11-09')).to.equal(1);
    const { procedure, ...published } = (await publishedFigures(deps, 2026)) ?? {};
    expect(procedure?.files.sent, 'none was sent').to.equal(null);
    expect(published).to.deep.equal({
      on: '2026-11-09',
      register: { labels: 10, offers: 10, communes: 1 },
      themes: [{ theme: 'TRV', average: 60, labels: 5 }],
      exchanges: { needs: null, found: null, conversations: 5, deals: 5, value: 5000 },
      flows: [{ buyer: sector, seller: sector, deals: 5 }],
      medians: [{ sector, median: 1, organisations: 5 }],
    });
    const own = await listExchanges(deps, owner, organisationId);
    expect(own.deals).to.deep.equal({ year: 2026, count: 6, value: null, median: 1 });
    expect(JSON.stringify(await viewYearFigures(deps, 2026))).not.to.include(owner.id);
  });

  it('are counted anew each week, a last time when the year is over, and then never', async () => {
    const { deps } = service;
    expect(await publish('2026-11-12')).to.equal(0);
    expect(await publish('2026-11-16')).to.equal(1);
    expect(await publish('2027-01-01')).to.equal(2);
    const closed = await publishedFigures(deps, 2026);
    expect(closed?.on).to.equal('2026-12-31');
    await insertEntries(service.connection, [entryNumbered(8, { offers: ['Pain'] })]);
    expect(await publish('2027-01-20')).to.equal(1);
    expect(await publishedFigures(deps, 2026)).to.deep.equal(closed);
    expect((await viewYearFigures(deps, 2026)).next).to.equal(2027);
  });
});
