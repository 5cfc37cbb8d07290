import { notifyChange } from '../../../src/commands/label/changes/notifyChange.ts';
import { renameOrganisation } from '../../../src/commands/people/organisations/changeOrganisation.ts';
import { dayOf } from '../../../src/register/day.ts';
import { move } from '../move.ts';
import { labelsIn, ownerOf, reason } from '../targets.ts';

/** What changes at a holder, and what they tell of it. */
export const moves = [
  move({
    name: 'notifyChange',
    targets: labelsIn('active', 'extended', 'suspended', 'withdrawn'),
    act: async ({ at, known }, label, draw) => {
      if (!draw.once(3)) return;
      const [deps, owner] = await at('organisations', ownerOf(known, label));
      const on = dayOf(deps.clock.now().toISOString());
      const things = [draw.one(['place', 'activity', 'board'] as const)];
      await notifyChange(deps, owner, { number: label.id, things, on, text: reason });
    },
  }),
  move({
    name: 'renameOrganisation',
    targets: (known) => known.all('organisations'),
    act: async ({ at, known }, { id, revision }, draw) => {
      if (!draw.once(8)) return;
      const [deps, owner] = await at('organisations', ownerOf(known, { context: { organisationId: id } }));
      const name = `Spécimen ${draw.whole(1000)}, coopérative`;
      await renameOrganisation(deps, owner, { organisationId: id, revision, name });
    },
  }),
];
