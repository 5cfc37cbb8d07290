import { setImmediate as turn } from 'node:timers/promises';
import { expect } from 'chai';
import { enrolEarlier } from '../../../src/cli/living/accounts.ts';
import { markBegun, openDemonstration } from '../../../src/cli/living/openDemonstration.ts';
import type { AtOtherTime } from '../../../src/cli/living/playScene.ts';
import { publishFigures } from '../../../src/commands/desk/figures/publishFigures.ts';
import { figuresStream } from '../../../src/commands/exchange/views/yearFigures.ts';
import { createLeases } from '../../../src/storage/database/createLeases.ts';
import { createBulk } from '../../../src/storage/register/createBulk.ts';
import { type TestService, testService } from '../../support/run/service.ts';

/** All but the last two, which are quickly played. */
const played = 14;

describe('the growing demonstration', () => {
  let service: TestService;
  const failures: string[] = [];
  beforeEach(async () => {
    service = await testService('growing');
    failures.length = 0;
  });
  afterEach(() => service.stop());

  const atOtherTime: AtOtherTime = (clock, work) =>
    work({ ...service.deps, clock }, async () => {
      await service.work();
    });
  const open = () =>
    openDemonstration({
      bulk: createBulk(service.connection),
      leases: createLeases(service.connection),
      clock: service.deps.clock,
      log: { error: (_, message) => void failures.push(message) },
      reset: () => {},
    });
  const begun = async (scenes = 0) => {
    const bulk = createBulk(service.connection);
    await markBegun(bulk);
    await markBegun(bulk);
    await bulk.takeNumbers('demonstration', scenes);
    await enrolEarlier(service.deps);
  };
  const files = () => service.connection.collection('applications').countDocuments();
  /** Resolves once nothing is played any more. */
  const whole = async ({ demonstration }: ReturnType<typeof open>) => {
    const { of } = demonstration.state();
    while (demonstration.state().done < of) await turn();
  };

  it('goes on after the scenes that were played, each once, also where two programs share the data', async () => {
    await begun(played);
    const both = [open(), open()];
    await Promise.all(both.map(({ begin }) => begin(atOtherTime)));
    await Promise.all(both.map(whole));
    await Promise.all(both.map(({ stop }) => stop()));
    expect([await files(), failures]).to.deep.equal([2, []]);
    const again = open();
    await again.begin(atOtherTime);
    await again.stop();
    expect([await files(), again.demonstration.state()]).to.deep.equal([2, { done: 16, of: 16 }]);
  });

  it('counts the figures of the year again once it has grown, and not with the next start', async () => {
    await begun(played);
    const now = service.deps.clock.now();
    const counted = async () => (await service.deps.store.records(figuresStream(now.getFullYear()))).length;
    await publishFigures(service.deps, now);
    expect(await counted()).to.equal(1);
    for (const start of ['which plays', 'after it']) {
      const one = open();
      await one.begin(atOtherTime);
      await whole(one);
      // What is under way when it is stopped ends before.
      while (start === 'which plays' && (await counted()) < 2) await turn();
      await one.stop();
      expect(await counted(), start).to.equal(2);
    }
  });

  it('plays nothing in a database that was not begun for it', async () => {
    const other = open();
    await other.begin(atOtherTime);
    await other.stop();
    expect([await files(), other.demonstration.state()]).to.deep.equal([0, { done: 16, of: 16 }]);
  });

  it('ends early when it is stopped, and leaves what was not played to the next start', async () => {
    await begun(played);
    const first = open();
    let end: ((why: Error) => void) | undefined;
    await first.begin(
      () =>
        new Promise((_, fail) => {
          end = fail;
        }),
    );
    while (!end) await turn();
    const stopped = first.stop();
    end(new Error('the service stops'));
    await stopped;
    expect([await files(), failures, first.demonstration.state().done]).to.deep.equal([0, [], played]);
    const next = open();
    await next.begin(atOtherTime);
    await whole(next);
    expect(await files()).to.equal(2);
  });

  it('goes on without a file that cannot be made, and says so', async () => {
    await begun(played + 1);
    const other = open();
    await other.begin(() => Promise.reject(new Error('no database')));
    await whole(other);
    await other.stop();
    expect([await files(), failures]).to.deep.equal([
      0,
      ['the demonstration goes on without its file "draft"'],
    ]);
  });
});
