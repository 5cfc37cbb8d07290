import { expect } from 'chai';
import { aheadIn, createClock } from '../../../src/storage/database/createClock.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const dayMs = 86_400_000;

describe('the clock of development', () => {
  let service: TestService;
  beforeEach(async () => {
    service = await testService('clock-of-development');
  });
  afterEach(() => service.stop());
  /** In days; never -0, which a millisecond that passes meanwhile would round to. */
  const ahead = (now: Date) => Math.round((now.getTime() - Date.now()) / dayMs) + 0;

  it('is that of the machine until it is moved, and keeps how far it was moved', async () => {
    const clock = await createClock(service.connection);
    expect([ahead(clock.now()), clock.movedTo()]).to.deep.equal([0, null]);
    await clock.moveTo(new Date(Date.now() + 400 * dayMs));
    expect(ahead(clock.now())).to.equal(400);
    expect(clock.movedTo()).to.match(/^20\d\d-\d\d-\d\d$/);
    clock.stop();
    const again = await createClock(service.connection);
    expect(ahead(again.now())).to.equal(400);
    expect(Math.round((await aheadIn(service.connection)) / dayMs)).to.equal(400);
    again.stop();
  });

  it('never goes back, and another process that shares the data goes by it', async () => {
    const [clock, other] = [await createClock(service.connection), await createClock(service.connection)];
    await clock.moveTo(new Date(Date.now() + 3 * dayMs));
    await clock.moveTo(new Date(Date.now() + dayMs));
    expect(ahead(clock.now())).to.equal(3);
    while (ahead(other.now()) === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(ahead(other.now())).to.equal(3);
    clock.stop();
    other.stop();
  });
});
