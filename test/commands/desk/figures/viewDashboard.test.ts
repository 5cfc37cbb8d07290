import { expect } from 'chai';
import { type Dashboard, viewDashboard } from '../../../../src/commands/desk/figures/viewDashboard.ts';
import type { Application, Person } from '../../../../src/commands/items/items.ts';
import { barredFrom } from '../../../../src/commands/review/ties/barredFrom.ts';
import { declareTie } from '../../../../src/commands/review/ties/declareTie.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { profiled } from '../../../support/run/profiled.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { manyFiles, organisationOf } from '../../../support/samples/manyFiles.ts';

const evaluating = ['assignment', 'evaluation', 'moderation', 'verification'];

describe('the dashboard with 5,000 files and 50,000 labels, for an officer barred from some', () => {
  let service: TestService;
  let officer: Person;
  let files: readonly Application[];
  let barred: readonly string[];

  before(async () => {
    service = await testService('view-dashboard');
    const { connection, deps } = service;
    files = await manyFiles(connection, 5_000);
    officer = await service.person('officer', 'officer');
    for (const organisationId of [1, 4, 2_500].map(organisationOf)) {
      const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
      await declareTie(deps, officer, { ...tie, personId: officer.id, organisationId });
    }
    barred = await barredFrom(deps, officer);
    const rows = (name: string) => connection.collection<{ _id: string }>(name);
    await rows('records').insertMany(
      files.flatMap(({ id, submittedAt }) =>
        ['submitted', 'accepted'].map((fact, i) => ({
          ...{
            _id: `${id} ${fact}`,
            stream: `applications/${id}`,
            seq: i + 1,
            facts: [`application.${fact}`],
          },
          at: submittedAt ?? '2026-01-01T00:00:00.000Z',
        })),
      ),
    );
    const labels = Array.from({ length: 50_000 }, (_, n) => ({
      _id: `L${n}`,
      state: n % 5 === 0 ? 'suspended' : 'active',
      context: { organisationId: organisationOf(n % 5_000), applicationId: `A${n}`, until: '2027-03-31' },
    }));
    await rows('labels').insertMany(labels);
    await rows('complaints').insertMany(
      [organisationOf(1), organisationOf(9), null].map((organisationId, n) => ({
        ...{ _id: `C${n}`, state: 'received', receivedAt: '2026-10-01T00:00:00.000Z' },
        context: { organisationId, applicationId: null, dueAt: '2026-10-15T00:00:00.000Z' },
      })),
    );
  });
  after(() => service.stop());

  const as = (view: { except: readonly string[]; files?: readonly string[] }): Promise<Dashboard> =>
    viewDashboard({ ...service.deps, store: service.deps.store.seenBy(view) }, officer);
  const sent = ({ passed }: Dashboard) =>
    passed.reduce((sum, { name, count }) => (name === 'sent' ? sum + count : sum), 0);
  const inStep = ({ ages }: Dashboard, name: string) => {
    const row = ages.find(({ step }) => step === name);
    return row && row.inTime + row.late + row.veryLate + row.waiting;
  };

  it('counts what the officer may see, and nothing of an organisation or a file that they are barred from', async () => {
    const [all, own] = [await as({ except: [] }), await as({ except: barred })];
    const hidden = files.filter(({ context }) => barred.includes(context.organisationId));
    expect(barred).to.have.length(3);
    expect(sent(all) - sent(own)).to.equal(hidden.length);
    const open = hidden.filter(({ state, submittedAt }) => submittedAt && evaluating.includes(state));
    expect(open).to.have.length.greaterThan(0);
    const before = files.filter(
      ({ state, submittedAt, context }) =>
        submittedAt &&
        [...evaluating, 'correction'].includes(state) &&
        !barred.includes(context.organisationId),
    );
    expect(inStep(own, 'evaluation')).to.equal(before.length);
    const labelsOf = ({ labels }: Dashboard) => labels.reduce((sum, { count }) => sum + count, 0);
    expect([labelsOf(all), labelsOf(own)]).to.deep.equal([50_000, 50_000 - 10 * hidden.length]);
    expect(own.renewals.find(({ month }) => month === '2027-03')?.count).to.equal(
      own.labels.find(({ state }) => state === 'active')?.count,
    );
    expect([all.complaints.open, own.complaints.open, own.complaints.late]).to.deep.equal([3, 2, 2]);
    expect([all.complaints.received, own.complaints.received]).to.deep.equal([3, 2]);
    expect(own.officers.map(({ files, labels, late }) => [files, labels, late])).to.deep.equal([[0, 0, 0]]);
    const one = before[0] as Application;
    await service.connection
      .collection<{ _id: string }>('complaints')
      .insertOne({
        ...{ _id: 'C-file', state: 'received', receivedAt: '2026-10-01T00:00:00.000Z' },
        context: { organisationId: null, applicationId: one.id, dueAt: '2026-10-15T00:00:00.000Z' },
      } as never);
    const apart = await as({ except: barred, files: [one.id] });
    expect([apart.complaints.open, apart.complaints.received]).to.deep.equal([2, 2]);
    expect([sent(own) - sent(apart), inStep(apart, 'evaluation')]).to.deep.equal([1, before.length - 1]);
  });

  it('reads along indexes, and the labels from their index alone', async () => {
    const asked = await profiled(service.connection, () => as({ except: barred }));
    for (const { command, planSummary = '' } of asked) {
      expect(planSummary, JSON.stringify(command).slice(0, 300)).not.to.include('COLLSCAN');
    }
    const labels = asked.filter(({ ns }) => ns.endsWith('.labels'));
    expect(labels.map((one) => (one as { docsExamined?: number }).docsExamined)).to.deep.equal([0]);
  });

  it('is not there for who decides or reviews', async () => {
    for (const role of ['committee', 'chair', 'reviewer'] as const) {
      const person = await service.person(`only-${role}`, role);
      expect(await refusalOf(viewDashboard(service.deps, person)), role).to.equal('forbidden');
    }
  });
});
