import type { Label, RevisionAsk } from '../../../src/commands/items/items.ts';
import { askRevision } from '../../../src/commands/label/askRevision.ts';
import { labelActor, takeWebsite } from '../../../src/commands/label/changeLabel.ts';
import type { Draw, Stage } from '../move.ts';
import { move } from '../move.ts';
import { labelAt, labelsIn, reason } from '../targets.ts';

/** Asks for another certificate, as the officer's form does. */
async function ask({ at, staff }: Stage, label: Label, draw: Draw, asked: RevisionAsk): Promise<void> {
  const [deps, officer] = await at('files', draw.one(staff.officers));
  await askRevision(deps, await labelActor(deps, officer, label), { ...labelAt(label), ...asked });
}

/** Officers keep a label: they suspend it, restore it, and have its certificate made anew. */
export const moves = [
  move({
    name: 'restoreLabel',
    weight: 4,
    targets: labelsIn('suspended', 'withdrawalPending'),
    act: (stage, label, draw) => ask(stage, label, draw, { cause: 'restored', reason }),
  }),
  move({
    name: 'reduceScope',
    targets: (known) => labelsIn('active')(known).filter(({ offers }) => offers.length > 1),
    act: (stage, label, draw) =>
      ask(stage, label, draw, { cause: 'scope', reason, offers: label.offers.slice(1).map(({ id }) => id) }),
  }),
  move({
    name: 'renameOnLabel',
    targets: labelsIn('active', 'extended'),
    act: (stage, label, draw) =>
      ask(stage, label, draw, { cause: 'name', name: `Spécimen ${draw.whole(1000)}, coopérative` }),
  }),
  move({
    name: 'takeWebsite',
    targets: labelsIn('active', 'suspended'),
    act: async ({ at, staff, known }, label, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      const website = known.one('organisations', label.context.organisationId)?.website ?? '';
      await takeWebsite(deps, officer, { ...labelAt(label), website });
    },
  }),
];
