import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { whenLate } from '../../src/threads/whenLate.ts';

const patience = 200;

describe('whenLate', () => {
  const spent = () => {
    const [worked, begun] = [process.cpuUsage(), performance.now()];
    return () => {
      const { user, system } = process.cpuUsage(worked);
      return { worked: (user + system) / 1000, stood: performance.now() - begun };
    };
  };

  it('waits for a thread that gets no work done, and not for ever', async () => {
    const since = spent();
    await new Promise<void>((resolve) => whenLate(patience, resolve));
    const { worked, stood } = since();
    expect(worked >= patience || stood >= 10 * patience, `${worked} ms of work in ${stood}`).to.equal(true);
  });

  it('is late as soon as so much work was done', async () => {
    let called = false;
    whenLate(patience, () => {
      called = true;
    });
    // From here on, so that what was worked is not taken for more than what is counted.
    const since = spent();
    while (since().worked < patience || since().stood < patience);
    // One whole turn of the loop, in which what is due is done.
    await setImmediate();
    await setImmediate();
    expect(called).to.equal(true);
  });

  it('is called off', async () => {
    let called = false;
    const callOff = whenLate(patience, () => {
      called = true;
    });
    callOff();
    await new Promise<void>((resolve) => whenLate(patience, resolve));
    expect(called).to.equal(false);
  });
});
