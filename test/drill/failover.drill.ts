import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { type FailoverService, failoverService } from '../support/servers/failoverService.ts';
import { type Member, type ReplicaSet, startReplicaSet } from '../support/servers/replicaSet.ts';
import { report } from './support/report.ts';

/** Writing again within so many seconds is promised. */
const goalSeconds = 12;
/** Between two writes of a writer: some forty in a second are acknowledged, and what follows from them is done in the same time. */
const pauseMs = 100;
/** Fewer are for trying the drill itself. */
const kills = Number(process.env.DRILL_KILLS ?? '3');

describe('Failover', () => {
  let set: ReplicaSet;
  let service: FailoverService;
  before(async () => {
    // As the operator's guide has it.
    set = await startReplicaSet({ electionTimeoutMillis: 5000 });
    service = await failoverService(set.uri, 2000);
  });
  after(async () => {
    // What did not start is not there, and the rest is to end all the same.
    await service?.stop();
    await set?.stop();
  });

  /** The primary hangs instead of going, which no closed connection tells. */
  async function frozenPrimary() {
    const { writes, reads, stop } = await service.startLoad(pauseMs);
    const primary = await set.primary();
    try {
      await primary.freeze();
      const seconds = (await writes.nextAcknowledged()) / 1000;
      return { seconds, failed: reads.failed.length, asked: reads.count(), refused: writes.refused.length };
    } finally {
      await primary.thaw();
      await stop();
    }
  }

  it('kills primaries, has them step down and freezes a secondary, under load', async () => {
    const { writes, reads, stop } = await service.startLoad(pauseMs);
    const again: Record<string, number[]> = { killed: [], 'stepped down': [], 'a secondary frozen': [] };
    const measured = async (what: string, act: (primary: Member) => Promise<void>) => {
      const primary = await set.primary();
      await act(primary);
      again[what]?.push((await writes.nextAcknowledged()) / 1000);
      return primary;
    };
    try {
      for (let i = 0; i < kills; i += 1) {
        const killed = await measured('killed', (primary) => primary.kill());
        await killed.start();
        await set.settled();
        await measured('stepped down', (primary) => primary.stepDown());
        await set.settled();
      }
      const { host } = await set.primary();
      const frozen = set.members.find((member) => member.host !== host);
      await measured('a secondary frozen', async () => frozen?.freeze());
      await pause(15_000);
      await frozen?.thaw();
      await writes.nextAcknowledged();
    } finally {
      await stop();
    }
    const { acknowledged, ...faults } = await service.accountOf(writes);
    const hanging = await frozenPrimary();
    const slowest = Object.entries(again).map(([what, seconds]) => ({
      what: `${what}, ${seconds.length} times: writing again after, at most`,
      goal: `≤ ${goalSeconds} s`,
      measured: `${Math.max(...seconds).toFixed(1)} s`,
    }));
    await report({
      title: 'Failover',
      about:
        'A replica set of three servers with the settings of the operator’s guide, web and workers on it, four writers and two ' +
        'readers of public pages; the primary is killed (`kill -9`) and started again, then steps down, in turns; then a ' +
        'secondary is frozen (`SIGSTOP`) for a while. Last, the primary itself is frozen.',
      command: 'npm run drill -- --grep Failover',
      figures: [
        ...slowest,
        { what: 'writes acknowledged', measured: String(acknowledged) },
        { what: 'of them lost', goal: '0', measured: String(faults.lost) },
        {
          what: 'letters missing, sent twice',
          goal: '0, 0',
          measured: `${faults.lettersMissing}, ${faults.lettersTwice}`,
        },
        { what: 'broken chains of the journal', goal: '0', measured: String(faults.brokenChains) },
        { what: 'writes refused', goal: '0', measured: String(writes.refused.length) },
        { what: 'public pages read', measured: String(reads.count()) },
        { what: 'of them failed', goal: '0', measured: String(reads.failed.length) },
        { what: 'slowest of them', measured: `${(reads.slowest() / 1000).toFixed(1)} s` },
        { what: 'the primary frozen: writing again after', measured: `${hanging.seconds.toFixed(1)} s` },
        {
          what: 'meanwhile pages that failed, writes refused',
          measured: `${hanging.failed} of ${hanging.asked}, ${hanging.refused}`,
        },
      ],
    });
    expect(faults).to.deep.equal({ lost: 0, lettersMissing: 0, lettersTwice: 0, brokenChains: 0 });
    expect(reads.failed).to.deep.equal([]);
    expect(writes.refused).to.deep.equal([]);
    for (const { what, measured } of slowest)
      expect(Number.parseFloat(measured), what).to.be.most(goalSeconds);
  });
});
