import { expect } from 'chai';
import { createReadiness } from '../../src/telemetry/createReadiness.ts';

describe('createReadiness', () => {
  /** A clock that a test moves, and a database that writes, refuses or hangs. */
  const scene = (limitMs?: number) => {
    let now = 0;
    let writes = 0;
    let write: () => Promise<null> = async () => null;
    const readiness = createReadiness(() => now, limitMs);
    return {
      readiness,
      begin: () =>
        readiness.begin(() => {
          writes += 1;
          return write();
        }),
      pass: (ms: number) => {
        now += ms;
      },
      answerBy: (by: () => Promise<null>) => {
        write = by;
      },
      writes: () => writes,
    };
  };
  const refuse = () => Promise.reject(new Error('no majority'));

  it('says in which part of its life a process is', async () => {
    const { readiness, begin } = scene();
    expect(await readiness.ask()).to.equal('starting');
    begin();
    expect(await readiness.ask()).to.equal(null);
    expect(readiness.isEnding()).to.equal(false);
    readiness.end();
    expect(await readiness.ask()).to.equal('stopping');
    expect(readiness.isEnding()).to.equal(true);
  });

  it('stays with the end when the start is over later', async () => {
    const { readiness, begin } = scene();
    readiness.end();
    begin();
    expect(await readiness.ask()).to.equal('stopping');
  });

  it('asks the database once for all who ask within a second', async () => {
    const { readiness, begin, pass, answerBy, writes } = scene();
    begin();
    await Promise.all([readiness.ask(), readiness.ask(), readiness.ask()]);
    pass(999);
    expect([await readiness.ask(), writes()]).to.deep.equal([null, 1]);
    answerBy(refuse);
    pass(1);
    expect([await readiness.ask(), writes()]).to.deep.equal(['database', 2]);
    answerBy(async () => null);
    pass(1000);
    expect([await readiness.ask(), writes()]).to.deep.equal([null, 3]);
  });

  it('waits for a write that hangs no longer than its limit, and begins no second one beside it', async () => {
    const { readiness, begin, pass, answerBy, writes } = scene(1);
    let heard = () => {};
    answerBy(
      () =>
        new Promise((resolve) => {
          heard = () => resolve(null);
        }),
    );
    begin();
    expect(await Promise.all([readiness.ask(), readiness.ask()])).to.deep.equal(['database', 'database']);
    pass(5000);
    expect([await readiness.ask(), writes()]).to.deep.equal(['database', 1]);
    heard();
    await new Promise(setImmediate);
    expect([await readiness.ask(), writes()]).to.deep.equal([null, 1]);
  });
});
