import { announceDecision } from '../../../src/commands/committee/decision/announceDecision.ts';
import {
  decideApplication,
  deferApplication,
} from '../../../src/commands/committee/decision/decideApplication.ts';
import { castVote, recuseMember } from '../../../src/commands/committee/session/castVote.ts';
import { move } from '../move.ts';
import { chairOf, onTable, type Sitting, votedOn } from '../sittings.ts';
import { dayIn, fileAt, filesIn, reason } from '../targets.ts';

const inDeliberation = ({ label }: Sitting) => label === undefined;

/** Members vote, step out and put off; whoever chairs the file enters what the votes say. */
export const moves = [
  move({
    name: 'castVote',
    weight: 60,
    targets: onTable,
    act: async ({ at }, { session: { context }, file }, draw) => {
      const silent = context.present.filter(
        (id) => !context.votes.some((vote) => vote.applicationId === file.id && vote.personId === id),
      );
      const [deps, member] = await at('committee', draw.one(silent.length > 0 ? silent : context.attended));
      const choice = draw.one(['for', 'for', 'for', 'for', 'against', 'abstain'] as const);
      await castVote(deps, member, { applicationId: file.id, choice, reason });
    },
  }),
  move({
    name: 'recuseMember',
    weight: 2,
    targets: onTable,
    act: async ({ at, staff }, { file }, draw) => {
      const [deps, member] = await at('committee', draw.one(staff.committee));
      await recuseMember(deps, member, { applicationId: file.id, personId: member.id, reason });
    },
  }),
  move({
    name: 'decideApplication',
    weight: 28,
    targets: (known) => votedOn(known).filter(inDeliberation),
    act: async ({ at }, sitting, draw) => {
      const { file, count } = sitting;
      const [deps, chair] = await at('committee', chairOf(sitting, draw));
      const carried =
        count('for') > count('against') ? draw.one(['granted', 'grantedWithConditions'] as const) : 'refused';
      const outcome = draw.once(8) ? draw.one(['granted', 'refused'] as const) : carried;
      const due = dayIn(deps, 90 + draw.whole(180));
      const conditions = outcome === 'grantedWithConditions' ? [{ text: 'Publier les statuts.', due }] : [];
      await decideApplication(deps, chair, { ...fileAt(file), outcome, reason, conditions });
    },
  }),
  move({
    name: 'deferApplication',
    weight: 1 / 4,
    targets: (known) => onTable(known).filter(inDeliberation),
    act: async ({ at }, sitting, draw) => {
      const [deps, chair] = await at('committee', chairOf(sitting, draw));
      await deferApplication(deps, chair, { ...fileAt(sitting.file), reason });
    },
  }),
  move({
    name: 'announceDecision',
    weight: 16,
    targets: filesIn('decided'),
    act: async ({ at, staff }, file, draw) => {
      const [deps, officer] = await at('files', draw.one(staff.officers));
      await announceDecision(deps, officer, fileAt(file));
    },
  }),
];
