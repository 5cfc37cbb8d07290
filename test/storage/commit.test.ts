import { expect } from 'chai';
import { acceptApplication } from '../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../src/commands/application/selfAssessment/submitApplication.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { traceOf } from '../../src/commands/common/traceOf.ts';
import type { Change } from '../../src/commands/ports/ports.ts';
import { LabelError } from '../../src/errors.ts';
import { firstBreak } from '../../src/workflow/record.ts';
import {
  type Cast,
  castOf,
  currentApplication,
  declarations,
  filledDraft,
} from '../support/applicationSteps.ts';
import { type TestService, testService } from '../support/run/service.ts';

describe('storage/commit', () => {
  let service: TestService;
  let cast: Cast;
  before(async () => {
    service = await testService('commit');
    cast = await castOf(service);
  });
  after(() => service.stop());

  /** A change of the file that no machine rules: enough to race for its revision. */
  const touch = async (id: string, recordId = service.deps.ids.next()): Promise<readonly Change[]> => {
    const before = await currentApplication(service.deps, id);
    const { revision: _, head: __, ...after } = before;
    const at = service.deps.clock.now().toISOString();
    const actor = { id: 'system', roles: ['system'] } as const;
    const record = {
      id: recordId,
      at,
      actor,
      event: null,
      facts: ['label.opened'],
      data: { recordId },
    } as const;
    return [{ kind: 'applications', before, after, record }];
  };

  const submitted = async (): Promise<string> => {
    const owner = await service.person(`owner-${service.deps.ids.next()}`);
    const draft = await filledDraft(service.deps, owner);
    await submitApplication(service.deps, draft.owner, { applicationId: draft.id, ...declarations });
    return draft.id;
  };

  const codeOf = async (work: Promise<unknown>): Promise<string> => {
    const error = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    return error instanceof LabelError ? error.code : String(error);
  };

  it('reports the loser of a race as stale, and writes nothing of it', async () => {
    const id = await submitted();
    const revision = (await currentApplication(service.deps, id)).revision;
    const other = await touch(id);
    await acceptApplication(service.deps, cast.officer, { applicationId: id, revision });
    expect(await codeOf(service.deps.store.commit(other))).to.equal('stale');
    const after = await currentApplication(service.deps, id);
    expect(after.revision).to.equal(revision + 1);
    expect(await service.deps.store.records(`applications/${id}`)).to.have.length(after.head.seq);
    expect(
      await service.connection.collection('jobs').countDocuments({ recordId: other[0]?.record.id }),
    ).to.equal(0);
  });

  it('gives exactly one winner per revision to 100 commits at once', async () => {
    const id = await submitted();
    const start = await currentApplication(service.deps, id);
    const commits = await Promise.all(Array.from({ length: 100 }, () => touch(id)));
    const codes = await Promise.all(commits.map((commit) => codeOf(service.deps.store.commit(commit))));
    expect(codes.filter((code) => code === 'null')).to.have.length(1);
    expect(codes.filter((code) => code === 'stale')).to.have.length(99);
    const end = await currentApplication(service.deps, id);
    expect(end.revision).to.equal(start.revision + 1);
    const records = await service.deps.store.records(`applications/${id}`);
    expect(records).to.have.length(end.head.seq);
    expect(firstBreak(records, end.head)).to.equal(null);
  });

  it('leaves nothing when it fails in the middle', async () => {
    const id = await submitted();
    const before = await currentApplication(service.deps, id);
    const first = requireVisible((await touch(id))[0]);
    const broken = { ...first, kind: 'reviews', before: { ...first.before, id: 'nowhere' } } as Change;
    expect(await codeOf(service.deps.store.commit([first, broken]))).to.equal('stale');
    expect(await currentApplication(service.deps, id)).to.deep.equal(before);
    expect(await service.deps.store.records(`applications/${id}`)).to.have.length(before.head.seq);
    expect(
      await service.connection.collection('jobs').countDocuments({ recordId: first.record.id }),
    ).to.equal(0);
  });

  it('treats a retry of the same commit as done', async () => {
    const id = await submitted();
    const commit = await touch(id, 'same-record');
    await service.deps.store.commit(commit);
    const once = await currentApplication(service.deps, id);
    const jobs = () => service.connection.collection('jobs').countDocuments({ recordId: 'same-record' });
    const queued = await jobs();
    expect(queued).to.be.above(0);
    await service.deps.store.commit(commit);
    expect(await currentApplication(service.deps, id)).to.deep.equal(once);
    expect(await jobs()).to.equal(queued);
  });

  it('refuses a submission whose working copy changed after it was read', async () => {
    const { deps } = service;
    const { id, owner } = await filledDraft(deps, await service.person('owner-slow'));
    const slow = {
      ...deps,
      store: {
        ...deps.store,
        applicationsOf: async (ids: readonly string[]) => {
          await deps.store.editSelfAssessment(
            id,
            { part: 'showScores', showScores: false },
            traceOf(deps, owner, ''),
          );
          return deps.store.applicationsOf(ids);
        },
      },
    };
    expect(await codeOf(submitApplication(slow, owner, { applicationId: id, ...declarations }))).to.equal(
      'stale',
    );
    expect((await currentApplication(deps, id)).state).to.equal('draft');
    expect(await deps.store.snapshot(id, 1)).to.equal(null);
  });
});
