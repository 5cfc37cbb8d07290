import { schedules } from '../../../src/workers/schedules.ts';
import { ownConnection } from '../../support/run/ownConnection.ts';
import { move } from '../move.ts';

/** Every schedule at one instant twice, as of two processes of which one lost its lease: the second time nothing is left to do. */
export const moves = [
  move({
    name: 'the clock strikes twice',
    weight: 1 / 2,
    targets: () => [null],
    act: async ({ deps }) => {
      const now = deps.clock.now();
      const strike = async () => {
        for (const { run } of schedules) await run(deps, now);
        return ownConnection(deps.store).collection('records').countDocuments();
      };
      const once = await strike();
      const twice = await strike();
      if (twice !== once) throw new Error(`9: the clock did ${twice - once} things more the second time`);
    },
  }),
];
