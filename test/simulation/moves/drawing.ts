import { drawSiteChecks } from '../../../src/commands/label/surveillance/drawSiteChecks.ts';
import { move } from '../move.ts';

/** Once a year officers draw whose label is looked at on site. */
export const moves = [
  move({
    name: 'drawSiteChecks',
    weight: 1 / 10,
    targets: () => [null],
    act: async ({ at, staff }, _, draw) => {
      const [deps, officer] = await at('follow-up', draw.one(staff.officers));
      await drawSiteChecks(deps, officer);
    },
  }),
];
