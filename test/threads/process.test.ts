import { expect } from 'chai';
import { LabelError } from '../../src/errors.ts';
import { ThreadEnded, threadClient } from '../../src/threads/threadClient.ts';
import type { Served } from './served.ts';

/** A process alone takes some sixty megabytes. */
const maxMemoryMb = 300;
const client = (name = 'served', timeoutMs = 300) =>
  threadClient<Served>({ beside: import.meta.url, name, timeoutMs, maxMemoryMb });

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('threads/threadClient, of processes', () => {
  it('passes bytes in and out as buffers, and faults as they are', async () => {
    const worker = client();
    const twice = await worker.twice(Buffer.from('ab'));
    expect(Buffer.isBuffer(twice)).equal(true);
    expect(String(twice)).equal('abab');
    expect(await failureOf(worker.refuse()))
      .instanceOf(LabelError)
      .with.nested.property('faults[0].code', 'fileMissing');
  });

  it('calls the same process again, which knows no environment', async () => {
    const worker = client();
    expect(await Promise.all([worker.count(), worker.count()])).deep.equal([1, 2]);
    process.env.SPECIMEN_SECRET = 'specimen';
    expect(await client().environment()).not.include('SPECIMEN_SECRET');
    delete process.env.SPECIMEN_SECRET;
  });

  for (const [what, misbehave] of [
    ['allocates outside of its engine', (worker: Served) => worker.allocate(2000)],
    ['hangs', (worker: Served) => worker.hang()],
    ['leaves', (worker: Served) => worker.leave()],
  ] as const) {
    it(`ends a process that ${what}, and starts another for the next call`, async () => {
      const worker = client();
      expect(await worker.count()).equal(1);
      expect(await failureOf(misbehave(worker))).instanceOf(ThreadEnded);
      expect(await worker.count()).equal(1);
    });
  }

  it('replaces a process that holds much memory after a call, so that the next one has its share', async () => {
    // A slow machine works longer than most calls here may to take that memory.
    const worker = client('served', 60_000);
    await worker.allocate(150);
    expect(await worker.count()).equal(1);
    await worker.allocate(150);
    expect(await worker.count()).equal(1);
  });

  it('counts the work of each call alone', async () => {
    const worker = client();
    const begun = process.cpuUsage();
    while (process.cpuUsage(begun).user < 600_000);
    expect(await worker.count()).equal(1);
  });

  it('says what a process could not start for', async () => {
    expect(
      await failureOf(
        threadClient<Served>({
          beside: 'file:///nowhere/a.js',
          name: 'missing',
          timeoutMs: 300,
          maxMemoryMb,
        }).count(),
      ),
    )
      .property('message')
      .include('missing ended as it started');
  });
});
