import { fork } from 'node:child_process';
import { once } from 'node:events';
import { testDatabase } from '../../support/run/server.ts';
import { dayAfter, lastDay, writeEndingLabels } from '../endingLabels.ts';
import type { Row, Side } from '../row.ts';

/** What a rehearsal holds of memory: mean of bytes in use after a collection, over the first and the last tenth of its labels. */
interface TenthsHeld {
  readonly first: number;
  readonly last: number;
}

const usual = 100_000;

/** Whether memory stays flat while a rehearsal goes through very many labels; measured once, in a process of its own. */
export const rehearsalMemory: Row = {
  n: 20,
  product: `memory held over the last tenth of the labels that a rehearsal lets end, ${usual.toLocaleString('en')} or as many as asked for`,
  base: 'over the first tenth',
  goal: { atMost: 1.1 },
  cost: 'memory',
  open: async ({ labels }) => {
    const database = await testDatabase('bench-rehearsal');
    const count = labels ?? usual;
    await writeEndingLabels(database, count);
    const args = [database.uri, database.dbName, String(count), `${lastDay}T12:00:00.000Z`, dayAfter];
    const rehearsal = fork(new URL('../servers/rehearsal.mjs', import.meta.url), args, {
      execArgv: ['--expose-gc', '--import', 'tsx'],
    });
    const [message] = (await once(rehearsal, 'message')) as [TenthsHeld];
    const held = (bytes: number): Side => ({ slice: async () => ({ calls: 1, ms: 1, cpuMs: 1, bytes }) });
    return { base: held(message.first), product: held(message.last), close: () => database.drop() };
  },
};
