import { expect } from 'chai';
import { systemActor } from '../../../src/commands/common/actor.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import type { JournalPlace, JournalQuery } from '../../../src/commands/ports/journalPorts.ts';
import type { Store } from '../../../src/commands/ports/ports.ts';
import { everything, nothing } from '../../../src/policies/view.ts';
import { instantsOf } from '../../../src/register/day.ts';
import { advanceToEvaluation, castOf, filledDraft } from '../../support/applicationSteps.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('storage/journalReading', () => {
  let service: TestService;
  let store: Store;
  let id: string;
  let owner: Person;
  let organisationId: string;
  let reviewId: string;
  before(async () => {
    service = await testService('journal-reading');
    store = service.deps.store;
    const cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
    organisationId = requireVisible(owner.memberships[0]).organisationId;
    [reviewId = ''] = await advanceToEvaluation(service.deps, cast, id, owner);
    const at = '2026-12-01T08:00:00.000Z';
    for (const n of [1, 2, 3, 4, 5]) {
      await store.note({
        id: `same-${n}`,
        at,
        stream: 'reads/journal',
        actor: systemActor,
        facts: ['journal.read'],
        data: {},
      });
    }
  });
  after(() => service.stop());

  const all = async (query: JournalQuery, limit: number, from: Store = store) => {
    const lines = [];
    for (let before: JournalPlace | undefined; ; ) {
      const page = await from.journal(query, limit, before);
      lines.push(...page);
      before = page.at(-1);
      if (page.length < limit) return lines;
    }
  };
  const records = () => service.connection.collection<{ _id: string }>('records');

  it('returns every line once, newest first, whatever the page size, also for many of one instant', async () => {
    const kept = await records().find({}).sort({ at: -1, _id: -1 }).toArray();
    for (const limit of [2, 7, 1000]) {
      expect(
        (await all({}, limit)).map((line) => line.id),
        `pages of ${limit}`,
      ).to.deep.equal(kept.map(({ _id }) => _id));
    }
  });

  it('filters by person, item, kind and day, and by all of these together', async () => {
    const count = (filter: object) => records().countDocuments(filter);
    const [from, to] = instantsOf('2026-11-02');
    const stream = `applications/${id}`;
    const asked: [JournalQuery, object][] = [
      [{ actor: owner.id }, { 'actor.id': owner.id }],
      [{ stream }, { stream }],
      [{ fact: 'journal.read' }, { facts: 'journal.read' }],
      [{ from: '2026-11-02', until: '2026-11-02' }, { at: { $gte: from, $lt: to } }],
      [
        { actor: owner.id, stream, fact: 'application.submitted', from: '2026-11-02', until: '2026-11-02' },
        { 'actor.id': owner.id, stream, facts: 'application.submitted', at: { $gte: from, $lt: to } },
      ],
    ];
    for (const [query, filter] of asked) {
      const lines = await all(query, 3);
      expect(lines.length, JSON.stringify(query))
        .to.equal(await count(filter))
        .and.to.be.greaterThan(0);
    }
    expect(await all({ from: '2026-11-03', until: '2026-11-03' }, 3)).to.deep.equal([]);
  });

  it('shows nothing that a view hides, on any page or in any count', async () => {
    const barred = store.seenBy({ except: [organisationId] });
    const shown = await all({}, 5, barred);
    const of = new RegExp(
      `^(organisations/${organisationId}|(applications|selfAssessments|evidence)/${id}|(reviews|scores)/)`,
    );
    expect(shown.filter(({ stream }) => of.test(stream))).to.deep.equal([]);
    // The chain of a person says to which organisation they came.
    const others = { stream: { $not: of }, 'data.organisationId': { $ne: organisationId } };
    expect(shown.length).to.equal(await records().countDocuments(others));
    const ofFile = await all({}, 5, store.seenBy({ except: [], files: [id] }));
    expect(ofFile.filter(({ stream }) => of.test(stream))).to.deep.equal([]);
    const own = await all({}, 5, store.seenBy({ only: [organisationId] }));
    expect(own.length).to.equal(await records().countDocuments({ stream: of }));
    expect(await all({}, 5, store.seenBy(nothing))).to.deep.equal([]);
    for (const stream of [`applications/${id}`, `reviews/${reviewId}`]) {
      expect(await all({ stream }, 5, barred), stream).to.deep.equal([]);
      expect(await barred.verifyStream(stream, 10), stream).to.equal(null);
      expect(await barred.lastRecord(stream), stream).to.equal(null);
    }
  });

  it('checks one chain as far as allowed, and names where it breaks', async () => {
    const stream = `applications/${id}`;
    const lines = await records().countDocuments({ stream });
    expect(await store.verifyStream(stream, 100)).to.deep.equal({ lines, whole: true, fault: null });
    expect(await store.verifyStream(stream, 2)).to.deep.equal({ lines: 2, whole: false, fault: null });
    expect(await store.verifyStream('applications/A-2026-999999', 100)).to.equal(null);
    expect(await store.verifyStream('reads/journal', 100)).to.deep.equal({
      lines: 5,
      whole: true,
      fault: null,
    });
    const { _id, at } = requireVisible(await records().findOne({ stream, seq: 2 })) as {
      _id: string;
      at?: string;
    };
    await records().updateOne({ _id }, { $set: { at: '2020-01-01T00:00:00.000Z' } });
    expect((await store.verifyStream(stream, 100))?.fault).to.deep.equal({ stream, seq: 2, why: 'changed' });
    await records().updateOne({ _id }, { $set: { at } });
  });

  it('gives the newest line of each chain that holds a fact, and of none that a view hides', async () => {
    const stream = `applications/${id}`;
    const streams = [stream, `organisations/${organisationId}`, 'applications/A-2026-999999'];
    const newest = await store.lastRecord(stream, 'application.submitted');
    expect(newest).not.to.equal(null);
    const given = await store.lastRecords(streams, 'application.submitted');
    expect([...given]).to.deep.equal([[stream, newest]]);
    for (const view of [{ except: [organisationId] }, { only: [] }])
      expect([...(await store.seenBy(view).lastRecords(streams, 'application.submitted'))]).to.deep.equal([]);
  });

  it('reads indexes only, for every filter, and so does the clock', async () => {
    const { connection } = service;
    await connection.db?.setProfilingLevel('all');
    const queries: JournalQuery[] = [
      {},
      { actor: owner.id },
      { stream: `applications/${id}` },
      { actor: [owner.id, 'system'] },
      { stream: [`applications/${id}`, `organisations/${organisationId}`, `reviews/${reviewId}`] },
      { fact: 'journal.read' },
      { from: '2026-11-02', until: '2026-11-02' },
      { actor: owner.id, fact: 'application.submitted', from: '2026-11-02', until: '2026-11-02' },
    ];
    const before = { at: '2026-11-02T09:00:00.000Z', id: 'T00000050' };
    for (const view of [everything, { except: [organisationId] }, { only: [organisationId] }]) {
      for (const query of queries) await store.seenBy(view).journal(query, 50, before);
    }
    await store.lastRecord(`applications/${id}`, 'application.submitted');
    await store.lastRecords([`applications/${id}`, 'labels/MIE-26-00001-V'], 'application.submitted');
    await store.evaluatorsOf(id);
    await store.filesOnLabelOf(requireVisible(await store.application(id)));
    await store.tiesTowards(organisationId);
    const page = { limit: 10 };
    const instant = '2027-01-01T00:00:00.000Z';
    await store.dueBefore('applications', ['agreement', 'refused'], instant, page);
    await store.dueBefore('reviews', ['invited', 'scoring'], instant, page);
    await store.dueBefore('labels', ['suspended'], instant, page);
    await store.labelsEndedBefore('until', ['active'], '2027-01-01', page);
    const next = { limit: 10, last: { due: '2026-12-01T22:59:59.999Z', id: 'A' } };
    for (const kind of ['applications', 'findings', 'reviews', 'labels', 'surveillances'] as const)
      await store.dueBefore(kind, ['refused', 'open'], instant, next);
    await store.labelsEndedBefore('until', ['active', 'extended'], '2027-01-01', {
      ...next,
      last: { due: '2026-12-01', id: 'A' },
    });
    await store.surveillancesOf(['MIE-26-00001-V']);
    await store.surveillancesTowards(organisationId);
    await store.surveillancesIn(['declared', 'overdue'], 10);
    await store.findingsOnLabels(['proofSubmitted', 'escalated'], 10);
    await store.surveillancesIn(['due'], 10, 'siteCheck');
    await store.filesWithContent(['draft', 'closed'], instant, page);
    await store.applicationsOfKind('reconsideration', ['refused', 'closed'], 10);
    await store.unseenPeople('2024-01-01', page);
    await store.digestsInUse(['a'.repeat(64)]);
    await store.removeInvitations(instant, 10, { id: 'X', at: instant });
    for (const kind of ['needs', 'complaints'] as const)
      await store.dueBefore(kind, ['open', 'answered'], instant, next);
    await store.openNeeds({ limit: 10, last: 'T00000050' });
    await store.needsOf(organisationId, 10);
    await store.countOpenNeeds(organisationId);
    await store.needsWithContent(instant, page);
    await store.conversationsAbout('N', 10);
    await store.conversationsOf(organisationId, 10);
    await store.seenBy({ only: [organisationId] }).conversationsOf(organisationId, 10);
    await store.correspondence('M');
    await store.correspondenceOn('A', 10);
    await store.correspondenceAwaiting('office', 10);
    await store.correspondenceAwaiting('applicant', 10, [organisationId]);
    await store.preparedAttachments('A', 'P', 10);
    await store.attachmentsPreparedBefore(instant, 10);
    await store.conversationsWithContent(instant, page);
    await store.conversationsToAsk(instant, page);
    await store.questionnairesOf(id);
    await store.questionnairesToClose('2027-01-01', page);
    await store.askedQuestionnaire('none');
    for (const from of [store, store.seenBy({ except: [organisationId] })]) {
      await from.casework(`files/${id}`);
      await from.recentTags(10);
      await from.caseworkOf(owner.id, 'files', 10);
      await from.ownersOf([`files/${id}`, 'labels/MIE-26-00001-V']);
      await from.seenAt(owner.id, [`files/${id}`]);
      await from.notesAbout(owner.id, [organisationId], 10);
    }
    await store.personByCalendarFeed('a'.repeat(64));
    await store.personData(owner);
    await connection.db?.setProfilingLevel('off');
    const done = await connection
      .collection('system.profile')
      .find({
        op: { $in: ['query', 'command'] },
        ns: { $not: /system\.profile/ },
        planSummary: { $exists: true },
      })
      .toArray();
    expect(done.length).to.be.greaterThan(30);
    const sorted = done.filter(
      ({ ns, hasSortStage }) => String(ns).endsWith('.records') && hasSortStage === true,
    );
    expect(sorted.map(({ command }) => JSON.stringify(command).slice(0, 300))).to.deep.equal([]);
    const scans = done.filter(({ planSummary }) => String(planSummary).includes('COLLSCAN'));
    expect(scans.map(({ command }) => JSON.stringify(command).slice(0, 200))).to.deep.equal([]);
  });
});
