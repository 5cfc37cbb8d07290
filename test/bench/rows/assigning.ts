import { assigningRound, greedy } from '../../support/assigningRound.ts';
import { built } from '../built.ts';
import { concurrent, synchronous } from '../inProcess.ts';
import type { Row } from '../row.ts';

/** What a proven best plan costs in time over one made by hand; what both plans cost in points is said beside it. */
export const assigning: Row = {
  n: 17,
  product: 'best plan of 40 files for 25 reviewers',
  base: 'greedy plan of the same',
  goal: { atMost: 500 },
  cost: 'time',
  open: async () => {
    const { plan } = await built<typeof import('../../../src/assignment/plan.ts')>('assignment/plan.js');
    const round = assigningRound(20_261_125);
    const [best, byHand] = [await plan(round), greedy(round)];
    const cost = best.reduce((sum, one) => sum + one.cost, 0);
    const left = round.fileIds.length - new Set(best.map(({ fileId }) => fileId)).size;
    process.stderr.write(
      `points: best ${cost} (${left} left), greedy ${byHand.cost} (${byHand.unserved} left)\n`,
    );
    return {
      base: synchronous(() => void greedy(round)),
      product: concurrent(1, async () => void (await plan(round))),
      close: async () => {},
    };
  },
};
