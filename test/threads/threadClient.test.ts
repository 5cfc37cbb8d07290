import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { LabelError } from '../../src/errors.ts';
import { ThreadEnded, threadClient } from '../../src/threads/threadClient.ts';

/** What a thread of these tests can be asked. */
interface Served {
  twice(bytes: Buffer): Promise<Buffer>;
  count(): Promise<number>;
  refuse(): Promise<void>;
  fail(): Promise<void>;
  hang(): Promise<void>;
  leave(): Promise<void>;
}

/** A thread as it is built, speaking as serveThread does. */
const source = `
  const { parentPort } = require('node:worker_threads');
  let calls = 0;
  const served = {
    twice: (bytes) => Buffer.concat([bytes, bytes]),
    count: () => calls,
    refuse: () => null,
    fail: () => null,
    hang: () => { for (;;); },
    leave: () => process.exit(),
  };
  parentPort.on('message', ({ name, args }) => {
    calls += 1;
    const faults = [{ field: 'file', code: 'fileMissing', params: {} }];
    if (name === 'refuse') parentPort.postMessage({ faults });
    else if (name === 'fail') parentPort.postMessage({ failure: 'as it was asked to' });
    else parentPort.postMessage({ result: served[name](...args) });
  });
  parentPort.postMessage('ready');
`;
const folder = mkdtempSync(join(tmpdir(), 'threads-'));
writeFileSync(join(folder, 'served.js'), source);
const beside = pathToFileURL(join(folder, 'asker.js')).href;

const client = () => threadClient<Served>({ beside, name: 'served', timeoutMs: 300 });

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('threads/threadClient', () => {
  it('passes bytes in and out as buffers', async () => {
    const twice = await client().twice(Buffer.from('ab'));
    expect(Buffer.isBuffer(twice)).equal(true);
    expect(String(twice)).equal('abab');
  });

  it('calls the same thread again, one call after the other', async () => {
    const kept = client();
    expect(await Promise.all([kept.count(), kept.count(), kept.count()])).deep.equal([1, 2, 3]);
  });

  it('returns faults of refused calls and messages of errors; the thread goes on', async () => {
    const thread = client();
    const refused = await failureOf(thread.refuse());
    expect(refused).instanceOf(LabelError).with.nested.property('faults[0].code', 'fileMissing');
    expect(await failureOf(thread.fail()))
      .property('message')
      .include('served, fail: as it was asked to');
    expect(await thread.count()).equal(3);
  });

  for (const name of ['hang', 'leave'] as const) {
    it(`ends a thread that was asked to ${name}, and starts another for the next call`, async () => {
      const thread = client();
      expect(await failureOf(thread[name]())).instanceOf(ThreadEnded);
      expect(await thread.count()).equal(1);
    });
  }

  it('can be awaited itself', async () => {
    const thread = client();
    expect(await (await Promise.resolve(thread)).count()).equal(1);
  });
});
