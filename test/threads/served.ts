import { setImmediate } from 'node:timers/promises';
import { invalid } from '../../src/errors.ts';
import { serveThread } from '../../src/threads/serveThread.ts';

const megabyte = 1024 * 1024;
const held: Buffer[] = [];
let calls = 0;

/** What a process of the tests can be asked. */
const served = {
  twice: async (bytes: Buffer) => Buffer.concat([bytes, bytes]),
  count: async () => {
    calls += 1;
    return calls;
  },
  environment: async () => Object.keys(process.env),
  refuse: async () => {
    throw invalid('file', 'fileMissing');
  },
  /** As libraries in C do: outside of what the engine counts. */
  allocate: async (megabytes: number) => {
    for (let n = 0; n < megabytes; n += 1) {
      held.push(Buffer.alloc(megabyte, 1));
      await setImmediate();
    }
  },
  hang: async () => {
    for (;;);
  },
  leave: async () => process.exit(),
};
export type Served = typeof served;

serveThread(served);
