import { expect } from 'chai';
import type { Store } from '../../../src/commands/ports/ports.ts';
import { stagesOnceSent } from '../../../src/policies/stages.ts';
import { advanceToEvaluation, castOf, filledDraft } from '../../support/applicationSteps.ts';
import { sendComplaint } from '../../support/complaintSteps.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('a store at one instant', () => {
  let service: TestService;
  before(async () => {
    service = await testService('one-instant');
  });
  after(() => service.stop());

  it('reads what was there then, by queries, aggregations and the driver, whatever is written meanwhile', async () => {
    const { deps } = service;
    const cast = await castOf(service);
    const { id, owner } = await filledDraft(deps, cast.owner);
    const read = async (store: Store) => ({
      roles: (await store.person(cast.officer.id))?.roles,
      counts: [...(await store.countIn(stagesOnceSent))],
      files: (await store.submittedIn(stagesOnceSent, 10)).length,
      complaints: (await store.complaints({ limit: 10 })).length,
      states: (await store.applicationsIn(['draft', 'evaluation'], { limit: 10 })).map(({ state }) => state),
      lines: (await store.journal({}, 1000)).length,
      seen: (await store.seenBy({ except: ['none'] }).submittedIn(stagesOnceSent, 10)).length,
    });
    const before = await read(deps.store);
    await deps.store.atOneInstant(async (store) => {
      await advanceToEvaluation(deps, cast, id, owner);
      await updatePerson(deps, cast.officer, { roles: ['officer', 'reviewer'] });
      await sendComplaint(service);
      expect(await read(store)).to.deep.equal(before);
      const now = await read(deps.store);
      for (const name of Object.keys(before) as (keyof typeof before)[]) {
        expect(now[name], name).not.to.deep.equal(before[name]);
      }
    });
  });

  it('passes on what failed', async () => {
    const failed = service.deps.store.atOneInstant(async () => {
      throw new Error('a fault of the list');
    });
    expect(await failed.catch(({ message }: Error) => message)).to.equal('a fault of the list');
  });
});
