// Begins the replica set of compose.yaml and makes its two accounts; run again, it changes nothing but a password that was changed.
// It shares the network of the first member: who asks from the same machine may do this while there is no account yet (the
// localhost exception, https://www.mongodb.com/docs/manual/core/localhost-exception/).
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';

const { MEMBERS = '', MONGODB_NAME = 'made-in-ess', SECRETS = '/run/secrets' } = process.env;
const members = MEMBERS.split(',');
const secret = (name) => readFileSync(`${SECRETS}/${name}`, 'utf8').trim();
/** Why these: docs/guides/operator.md#failover. */
const settings = { electionTimeoutMillis: 5000, chainingAllowed: false };
const root = { user: 'root', pwd: secret('mongo-root-password') };
/** What the service may do (docs/operation.md#before-and-behind-the-service). */
const program = {
  user: 'made-in-ess',
  pwd: secret('mongo-password'),
  roles: [
    { role: 'readWrite', db: MONGODB_NAME },
    { role: 'clusterMonitor', db: 'admin' },
  ],
};

await openFirst(async (admin) => {
  const { setName } = await admin.command({ hello: 1 });
  if (setName !== undefined) return;
  const config = { _id: 'rs0', members: members.map((host, _id) => ({ _id, host })), settings };
  await admin.command({ replSetInitiate: config });
  await until(async () => (await admin.command({ hello: 1 })).isWritablePrimary);
  await admin.command({ createUser: root.user, pwd: root.pwd, roles: ['root'] });
});
await openSet(async (admin) => {
  const { users } = await admin.command({ usersInfo: program.user });
  const { user, ...rest } = program;
  await admin.command(users.length === 0 ? { createUser: user, ...rest } : { updateUser: user, ...rest });
});
console.log(`The replica set of ${members.join(', ')} is ready.`);

function openFirst(work) {
  return withAdmin(`mongodb://127.0.0.1:${members[0].split(':')[1] ?? 27017}/?directConnection=true`, work);
}

function openSet(work) {
  return withAdmin(
    `mongodb://${root.user}:${root.pwd}@${members.join(',')}/?replicaSet=rs0&authSource=admin`,
    work,
  );
}

async function withAdmin(uri, work) {
  const connection = await mongoose.createConnection(uri).asPromise();
  try {
    await work(connection.getClient().db('admin'));
  } finally {
    await connection.close();
  }
}

async function until(holds) {
  while (!(await holds())) await wait(200);
}
