import { appealFile } from '../../../src/commands/committee/appeal/appealFile.ts';
import { formPanel, listPanelists } from '../../../src/commands/committee/appeal/formPanel.ts';
import {
  admitAppeal,
  appealOutcomes,
  findInadmissible,
  settleAppeal,
  voteOnAppeal,
} from '../../../src/commands/committee/appeal/judgeAppeal.ts';
import { lodgeAppeal } from '../../../src/commands/committee/appeal/lodgeAppeal.ts';
import { lodgeLabelAppeal } from '../../../src/commands/committee/appeal/lodgeLabelAppeal.ts';
import { askForStay, grantUrgentStay } from '../../../src/commands/committee/appeal/stay.ts';
import type { Appeal } from '../../../src/commands/items/decidingItems.ts';
import { dayOf } from '../../../src/register/day.ts';
import type { Known } from '../known.ts';
import { move } from '../move.ts';
import { fileAt, filesIn, labelAt, ownerOf, reason } from '../targets.ts';

const appealsIn =
  (...states: readonly Appeal['state'][]) =>
  (known: Known) =>
    known.all('appeals').filter(({ state }) => states.includes(state));
const appealAt = ({ id, revision }: Appeal) => ({ appealId: id, revision });

/** Labels with a decision that may be contested, or might have been. */
const contestable = (known: Known) =>
  known
    .all('labels')
    .filter(({ context }) => context.appealable.some(({ until }) => dayOf(until) >= known.today()));

/** An owner appeals against the decision on a file or on a label; people who had no part in the file judge it. */
export const moves = [
  move({
    name: 'lodgeAppeal',
    weight: 3,
    targets: filesIn('refused', 'agreement'),
    act: async ({ at, known }, file) => {
      const [deps, owner] = await at('applications', ownerOf(known, file));
      await lodgeAppeal(deps, owner, { ...fileAt(file), ground: 'evidence', grounds: reason, documents: [] });
    },
  }),
  move({
    name: 'lodgeLabelAppeal',
    weight: 2,
    targets: contestable,
    act: async ({ at, known }, label, draw) => {
      const [deps, owner] = await at('organisations', ownerOf(known, label));
      const { against } = draw.one(label.context.appealable);
      const said = {
        against,
        ground: draw.one(['process', 'evidence'] as const),
        grounds: reason,
        documents: [],
      };
      await lodgeLabelAppeal(deps, owner, { ...labelAt(label), ...said });
    },
  }),
  move({
    name: 'admitAppeal',
    weight: 12,
    targets: appealsIn('lodged'),
    act: async ({ at, staff }, appeal, draw) => {
      const [deps, member] = await at('appeals', draw.one(staff.committee));
      const judge = draw.once(5) ? findInadmissible : admitAppeal;
      await judge(deps, member, { ...appealAt(appeal), reason });
    },
  }),
  move({
    name: 'formPanel',
    weight: 12,
    targets: appealsIn('admitted'),
    act: async ({ at, staff }, appeal, draw) => {
      const [deps, officer] = await at('appeals', draw.one(staff.officers));
      const all = await listPanelists(deps, await appealFile(deps, appeal.id));
      const free = all.filter(({ blocker }) => blocker === null).map(({ person }) => person.id);
      const panel = (draw.once(6) ? [...staff.committee] : free).slice(0, appeal.context.panelSize);
      await formPanel(deps, officer, { ...appealAt(appeal), panel });
    },
  }),
  move({
    name: 'voteOnAppeal',
    weight: 32,
    targets: appealsIn('panelFormed'),
    act: async ({ at }, { id: appealId, context: { panel, votes } }, draw) => {
      const silent = panel.filter((id) => !votes.some(({ personId }) => personId === id));
      const [deps, member] = await at('appeals', draw.one(silent.length > 0 ? silent : panel));
      const agreed = draw.once(4) ? undefined : votes[0]?.outcome;
      await voteOnAppeal(deps, member, { appealId, outcome: agreed ?? draw.one(appealOutcomes) });
    },
  }),
  move({
    name: 'askForStay',
    weight: 2,
    targets: appealsIn('panelFormed'),
    act: async ({ at }, appeal, draw) => {
      const [deps, member] = await at('appeals', draw.one(appeal.context.panel));
      const { stayed, dueAt } = appeal.context;
      const step = stayed && (dueAt === null || draw.once(2)) ? 'askToLiftStay' : 'askStay';
      await askForStay(deps, member, { ...appealAt(appeal), step, reason });
    },
  }),
  move({
    name: 'grantUrgentStay',
    targets: appealsIn('panelFormed'),
    act: async ({ at }, appeal) => {
      const [deps, chair] = await at('appeals', appeal.context.panel[0] ?? '');
      await grantUrgentStay(deps, chair, { ...appealAt(appeal), reason });
    },
  }),
  move({
    name: 'settleAppeal',
    weight: 16,
    targets: appealsIn('panelFormed'),
    act: async ({ at }, appeal, draw) => {
      const [deps, member] = await at('appeals', draw.one(appeal.context.panel));
      await settleAppeal(deps, member, { ...appealAt(appeal), reason });
    },
  }),
];
