import { ids } from '../../../dist/modules/src/boot/ids.js';
import { loadRules } from '../../../dist/modules/src/boot/loadRules.js';
import { expireDeadlines } from '../../../dist/modules/src/commands/committee/expireDeadlines.js';
import { createStore } from '../../../dist/modules/src/storage/createStore.js';
import { createJobs } from '../../../dist/modules/src/storage/database/createJobs.js';
import { createLeases } from '../../../dist/modules/src/storage/database/createLeases.js';
import { connect } from '../../../dist/modules/src/storage/database/database.js';
import { advance } from '../../../dist/modules/src/workers/advance.js';

// Rehearses a night on which very many labels end, and says what is held of memory over the first and the last tenth of them. Each
// look follows a collection: what waits to be collected says nothing of what is kept.
const [uri, dbName, labels, from, until] = process.argv.slice(2);
const connection = await connect(uri, dbName);
const every = Math.ceil(Number(labels) / 100);
const samples = [];
let committed = 0;
let next = every;
const store = createStore(connection, () => []);
const counting = {
  ...store,
  commit: async (changes, parts) => {
    await store.commit(changes, parts);
    committed += changes.length;
    if (committed < next) return;
    next += every;
    gc();
    const { heapUsed, external } = process.memoryUsage();
    samples.push(heapUsed + external);
  },
};
let now = new Date(from);
const moveTo = async (instant) => {
  now = instant;
};
const deps = { ...loadRules(), store: counting, ids, clock: { now: () => now } };
const schedules = [{ name: 'deadlines', cron: '*/5 * * * *', run: expireDeadlines }];
const world = {
  deps,
  jobs: createJobs(connection),
  leases: createLeases(connection),
  schedules,
  handlers: {},
};
const failures = [];
for await (const day of advance({ ...world, holder: 'bench', moveTo }, new Date(until)))
  failures.push(...day.failures);
await connection.close();
if (failures.length > 0) throw new Error(failures.join('\n'));
const tenth = Math.ceil(samples.length / 10);
const mean = (some) => some.reduce((sum, one) => sum + one, 0) / some.length;
process.send({ first: mean(samples.slice(0, tenth)), last: mean(samples.slice(-tenth)) });
process.disconnect();
