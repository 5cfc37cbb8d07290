// Tier: night. Budget: 26 s.
import { expect } from 'chai';
import { type FailoverService, failoverService } from '../support/servers/failoverService.ts';
import { type ReplicaSet, startReplicaSet } from '../support/servers/replicaSet.ts';

describe('a service whose database loses its primary', () => {
  let set: ReplicaSet;
  let service: FailoverService;
  before(async () => {
    set = await startReplicaSet({ electionTimeoutMillis: 2000 });
    // However slow the machine: here it is about what is lost, and the drill measures how long it takes.
    service = await failoverService(`${set.uri}&serverSelectionTimeoutMS=60000`, 300);
  });
  after(async () => {
    // What did not start is not there, and the rest is to end all the same.
    await service?.stop();
    await set?.stop();
  });

  it('loses no write that it acknowledged, does none twice, and answers the public throughout', async () => {
    const { writes, reads, stop } = await service.startLoad();
    try {
      const primary = await set.primary();
      await primary.kill();
      const before = reads.count();
      await writes.nextAcknowledged();
      expect(reads.count()).to.be.greaterThan(before);
      expect((await set.primary()).host).to.not.equal(primary.host);
      await primary.start();
      await set.settled();
      await writes.nextAcknowledged();
    } finally {
      await stop();
    }
    expect(writes.refused).to.deep.equal([]);
    expect(reads.failed).to.deep.equal([]);
    const { acknowledged, ...faults } = await service.accountOf(writes);
    expect(acknowledged).to.be.greaterThan(0);
    expect(faults).to.deep.equal({ lost: 0, lettersMissing: 0, lettersTwice: 0, brokenChains: 0 });
  });
});
