import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { cpuDeadline } from '../../src/threads/cpuDeadline.ts';

const timeoutMs = 200;

describe('whenLate', () => {
  const spent = () => {
    const [worked, begun] = [process.cpuUsage(), performance.now()];
    return () => {
      const { user, system } = process.cpuUsage(worked);
      return { worked: (user + system) / 1000, stood: performance.now() - begun };
    };
  };

  it('waits for a thread without progress, but not forever', async () => {
    const since = spent();
    await new Promise<void>((resolve) => cpuDeadline(timeoutMs, resolve));
    const { worked, stood } = since();
    expect(worked >= timeoutMs || stood >= 10 * timeoutMs, `${worked} ms of work in ${stood}`).to.equal(true);
  });

  it('fires as soon as so much CPU time was used', async () => {
    let called = false;
    cpuDeadline(timeoutMs, () => {
      called = true;
    });
    // From here on, so that what was worked is not taken for more than what is counted.
    const since = spent();
    while (since().worked < timeoutMs || since().stood < timeoutMs);
    // One whole turn of the loop, in which what is due is done.
    await setImmediate();
    await setImmediate();
    expect(called).to.equal(true);
  });

  it('can be cancelled', async () => {
    let called = false;
    const callOff = cpuDeadline(timeoutMs, () => {
      called = true;
    });
    callOff();
    await new Promise<void>((resolve) => cpuDeadline(timeoutMs, resolve));
    expect(called).to.equal(false);
  });
});
