import { labelFiles } from '../../../src/commands/file/labelFiles.ts';
import type { Surveillance } from '../../../src/commands/items/surveillance.ts';
import { askedOf, figuresBefore } from '../../../src/commands/label/surveillance/askedOf.ts';
import { declareSurveillance } from '../../../src/commands/label/surveillance/declareSurveillance.ts';
import {
  confirmSurveillance,
  raiseSurveillanceFindings,
  recordSiteCheck,
} from '../../../src/commands/label/surveillance/judgeSurveillance.ts';
import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { dayIn, ownerOf, reason } from '../targets.ts';

const tasksIn =
  (...states: readonly Surveillance['state'][]) =>
  (known: Known) =>
    known.all('surveillances').filter(({ state }) => states.includes(state));
const taskAt = ({ id, revision }: Surveillance) => ({ surveillanceId: id, revision });

/** Holders declare what their label owes, in time, late or never; officers look at it. */
export const moves = [
  move({
    name: 'declareSurveillance',
    weight: 5,
    targets: tasksIn('due', 'findings', 'overdue'),
    act: async ({ at, known }, task) => {
      const [deps, owner] = await at('organisations', ownerOf(known, task));
      const { labelNumber: number } = task.context;
      const files = await labelFiles(deps, { context: { ...task.context, number } });
      const { figures, mandatory } = askedOf(task, files[0].published.scheme);
      const before = figuresBefore(files, await deps.store.surveillancesOf([number]), task);
      await declareSurveillance(deps, owner, {
        ...taskAt(task),
        facts: Object.fromEntries(figures.map(({ id }) => [id, before[id] ?? 0])),
        stillMet: Object.fromEntries(mandatory.map(({ id }) => [id, 'yes' as const])),
        ...{ text: reason, accounts: 'https://specimen.example/', name: owner.name, role: 'Présidence' },
      });
    },
  }),
  move({
    name: 'confirmSurveillance',
    weight: 4,
    targets: tasksIn('declared'),
    act: async ({ at, staff }, task, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await confirmSurveillance(deps, officer, { ...taskAt(task), reason });
    },
  }),
  move({
    name: 'raiseSurveillanceFindings',
    targets: tasksIn('declared'),
    act: async ({ at, staff }, task, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      const until = dayIn(deps, 10 + draw.whole(30));
      await raiseSurveillanceFindings(deps, officer, { ...taskAt(task), reason, until });
    },
  }),
  move({
    name: 'recordSiteCheck',
    weight: 2,
    targets: (known) =>
      tasksIn('due', 'overdue')(known).filter(({ context }) => context.task === 'siteCheck'),
    act: async ({ at, staff }, task, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      const on = dayIn(deps, 0);
      await recordSiteCheck(deps, officer, {
        ...taskAt(task),
        kind: 'call',
        on,
        people: 'Spécimen',
        notes: reason,
      });
    },
  }),
];
