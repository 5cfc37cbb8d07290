import { expect } from 'chai';
import type { Person } from '../../../src/commands/items/items.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { newest } from '../../../src/commands/review/views/readEvaluations.ts';
import {
  viewCalibration,
  viewPersonCalibration,
} from '../../../src/commands/review/views/viewCalibration.ts';
import { refusalOf } from '../../support/refusal.ts';
import { profiled } from '../../support/run/profiled.ts';
import { queryPlan } from '../../support/run/queryPlan.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { manyEvaluations, type Scoring } from '../../support/samples/manyEvaluations.ts';
import { organisationOf } from '../../support/samples/manyFiles.ts';

const even: Scoring = (file, criterion) => ((file + criterion) % 5) as 0 | 1 | 2 | 3 | 4;
/** One level stricter wherever that can be. */
const strict: Scoring = (file, criterion) => Math.max(0, ((file + criterion) % 5) - 1) as 0 | 1 | 2 | 3;

describe('calibration', () => {
  let service: TestService;
  let deps: Deps;
  let administrator: Person;
  let people: readonly [Person, Person, Person];
  before(async () => {
    service = await testService('calibration');
    deps = service.deps;
    administrator = await service.person('administrator', 'administrator');
    people = [
      await service.person('even', 'reviewer'),
      await service.person('strict', 'reviewer'),
      await service.person('newcomer', 'reviewer'),
    ];
    const [a, b, c] = people;
    await manyEvaluations(service.connection, { files: 12, people: [a.id, b.id], scoring: [even, strict] });
    // Three more that are scored alike, in one of which neither the other nor the settled level is known yet.
    const alike = { people: [c.id, a.id], scoring: [even, even] } as const;
    await manyEvaluations(service.connection, {
      ...alike,
      files: 2,
      from: 12,
      days: ['2026-04-02', '2026-04-10'],
    });
    await manyEvaluations(service.connection, { ...alike, files: 1, from: 100, state: 'moderation' });
    await manyEvaluations(service.connection, { ...alike, files: 1, from: 104, state: 'evaluation' });
  });
  after(() => service.stop());

  it('is visible to administrators, and to each reviewer for themselves', async () => {
    const [a, b] = people;
    const others = [
      await service.person('officer', 'officer'),
      await service.person('chair', 'chair', 'committee'),
      await service.person('nobody'),
    ];
    for (const person of [a, ...others]) {
      expect(await refusalOf(viewCalibration(deps, person))).to.equal('forbidden');
      expect(await refusalOf(viewPersonCalibration(deps, person, { personId: b.id }))).to.equal('forbidden');
    }
    for (const person of others) {
      const own = viewPersonCalibration(deps, person, { personId: person.id });
      expect(await refusalOf(own)).to.equal('forbidden');
    }
    const none = viewPersonCalibration(deps, administrator, { personId: 'none' });
    expect(await refusalOf(none)).to.equal('notFound');
  });

  it('shows agreement, severity and time of every reviewer over finished reviews', async () => {
    const { all, people: lines, criteria } = await viewCalibration(deps, administrator);
    const [a, b, c] = people;
    expect([all.files, all.places]).to.deep.equal([14, 14 * 30]);
    expect(criteria).to.have.length(30);
    expect(lines.map(({ person, files }) => [person.id, files])).to.deep.equal([
      [a.id, 14],
      [b.id, 12],
      [c.id, 2],
    ]);
    const [, stricter, newcomer] = lines;
    expect(stricter?.towardsOther).to.be.closeTo(-0.8, 1e-9);
    expect(stricter?.towardsSettled, 'the lower one counts').to.equal(0);
    expect(stricter?.duration).to.deep.equal({ median: 5, max: 5 });
    expect([newcomer?.same, newcomer?.kappa, newcomer?.towardsOther]).to.deep.equal([1, { value: 1 }, 0]);
    // From Thursday before Easter to Friday after it: Good Friday and Easter Monday are no working days of Geneva.
    expect(newcomer?.duration).to.deep.equal({ median: 4, max: 4 });
  });

  it('shows a reviewer the same row that administrators see', async () => {
    const [a, b] = people;
    const own = await viewPersonCalibration(deps, b, { personId: b.id });
    const { people: lines } = await viewCalibration(deps, administrator);
    expect(own.all).to.deep.equal(lines.find(({ person }) => person.id === b.id));
    expect(own.criteria).to.have.length(30);
    expect(own.criteria[0]?.line.files).to.equal(12);
    expect(JSON.stringify(own)).not.to.include(a.id).and.not.to.include(a.name);
  });

  it('excludes files that the viewer is barred from', async () => {
    const barred = { ...deps, store: deps.store.seenBy({ except: [organisationOf(0)] }) };
    expect((await viewCalibration(barred, administrator)).all.files).to.equal(10);
    const [, b] = people;
    expect((await viewPersonCalibration(barred, b, { personId: b.id })).all.files).to.equal(8);
  });

  it('uses the levels that a moderator settled', async () => {
    const [a] = people;
    const before = await viewPersonCalibration(deps, a, { personId: a.id });
    const of = (view: typeof before) => view.criteria.find(({ criterion }) => criterion === 'GOU-01')?.line;
    const applications = service.connection.collection<{ _id: string }>('applications');
    const score = { offerId: '', criterion: 'GOU-01', level: 4, comment: 'Tous les statuts le disent.' };
    await applications.updateOne({ _id: 'A-2026-000000' }, { $set: { moderation: [score] } });
    const after = await viewPersonCalibration(deps, a, { personId: a.id });
    expect(of(after)?.towardsSettled).to.be.below(of(before)?.towardsSettled ?? 0);
    expect(of(after)?.towardsOther).to.equal(of(before)?.towardsOther);
    await applications.updateOne({ _id: 'A-2026-000000' }, { $set: { moderation: [] } });
  });

  it('reads from indexes, the newest reviews only, with a constant number of reads', async () => {
    const [a, b, c] = people;
    const questions = async () => {
      const asked = await profiled(service.connection, async () => {
        await viewCalibration(deps, administrator);
        await viewPersonCalibration(deps, c, { personId: c.id });
      });
      return asked.filter(({ op }) => op !== 'getmore');
    };
    const few = await questions();
    await manyEvaluations(service.connection, {
      files: 700,
      people: [a.id, b.id],
      scoring: [even, strict],
      from: 1000,
    });
    const many = await questions();
    expect(many.map(({ ns }) => ns)).to.deep.equal(few.map(({ ns }) => ns));
    for (const question of many) {
      const { question: asked, stages, documents, returned } = await queryPlan(service.connection, question);
      expect(
        stages.filter((stage) => /COLLSCAN|^SORT$/.test(stage)),
        asked,
      ).to.deep.equal([]);
      expect(documents, asked).to.be.at.most(returned + 8);
    }
    const { all } = await viewCalibration(deps, administrator);
    expect(all.files).to.equal(newest / 2);
  });
});
