// Tier: night. Budget: 5 s.
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { certifyKey } from '../../src/issuing/seal/certifyKey.ts';
import { connect } from '../../src/storage/database/database.ts';
import { testFolder } from '../support/run/folders.ts';
import { type ReplicaSet, startReplicaSet } from '../support/servers/replicaSet.ts';

/** More than a server that is frozen takes into its buffers, and less than a document may hold. */
const large = 'x'.repeat(15_000_000);

describe('a database server that is frozen', () => {
  let certificate: string;
  let set: ReplicaSet;
  before(async () => {
    const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const [from, until] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)];
    const self = { name: 'localhost', key };
    certificate = join(await testFolder(), 'certificate.pem');
    const pem = certifyKey({ ...self, usage: 'sealing', from, until }, self);
    await writeFile(certificate, `${key.export({ type: 'pkcs8', format: 'pem' })}${pem}`);
    const also = ['--tlsMode', 'allowTLS', '--tlsCertificateKeyFile', certificate];
    set = await startReplicaSet({ size: 1, electionTimeoutMillis: 5000, also });
  });
  after(() => set.stop());

  for (const [how, options] of [
    ['without TLS', ''],
    ['with TLS', '&tls=true&tlsAllowInvalidHostnames=true&tlsCAFile='],
  ] as const) {
    it(`leaves no command without an answer once it wakes, whatever was being sent when its line was given up, ${how}`, async () => {
      const waits = '&connectTimeoutMS=2000&heartbeatFrequencyMS=500';
      const tls = options && `${options}${encodeURIComponent(certificate)}`;
      const connection = await connect(`${set.uri}${waits}${tls}`, 'frozen');
      const people = connection.collection<{ _id: string; name: string }>('people');
      // Each on a line of its own, so that they are open before.
      await Promise.all(Array.from({ length: 8 }, () => people.findOne({ _id: 'SPECIMEN' })));
      const [only] = set.members;
      const givenUp = once(connection.getClient(), 'connectionPoolCleared');
      await only?.freeze();
      const asked = Promise.allSettled([
        people.replaceOne({ _id: 'SPECIMEN' }, { name: large }, { upsert: true }),
        people.findOne({ _id: 'SPECIMEN', name: { $ne: large } }),
        people.updateOne({ _id: 'OTHER' }, { $set: { name: 'small' } }, { upsert: true }),
        people.findOne({ _id: 'OTHER' }),
      ]);
      await givenUp;
      await only?.thaw();
      // Done, or refused when its line was given up once more: what counts is that nobody waits for ever.
      await asked;
      await people.replaceOne({ _id: 'SPECIMEN' }, { name: large }, { upsert: true });
      expect((await people.findOne({ _id: 'SPECIMEN' }))?.name).to.have.length(large.length);
      await connection.dropDatabase();
      await connection.close();
    });
  }
});
