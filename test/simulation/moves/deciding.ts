import { announceDecision } from '../../../src/commands/committee/decision/announceDecision.ts';
import {
  decideApplication,
  deferApplication,
} from '../../../src/commands/committee/decision/decideApplication.ts';
import { castVote, recuseMember } from '../../../src/commands/committee/session/castVote.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { labelledOffers } from '../../../src/commands/file/reviewMarks.ts';
import { type Draw, move, type Stage } from '../move.ts';
import { isExpected } from '../process.ts';
import { chairOf, isChaired, onTable, type Sitting, votedOn } from '../sittings.ts';
import { dayIn, fileAt, filesIn, reason } from '../targets.ts';

const inDeliberation = ({ label }: Sitting) => label === undefined;

/** A member's vote, as the file deserves it most often; of who may not vote, whoever chairs the file notes that they step out. */
async function vote({ at }: Stage, sitting: Sitting, personId: string, draw: Draw): Promise<void> {
  const { file, label, item } = sitting;
  const said = { applicationId: file.id, item, reason };
  try {
    const [deps, member] = await at('committee', personId);
    const isDeserved = label !== undefined || labelledOffers(await frozenFile(deps, file.id)).length > 0;
    const most = isDeserved ? 'for' : 'against';
    const choice = draw.one([most, most, most, most, 'for', 'against', 'abstain'] as const);
    await castVote(deps, member, { ...said, choice });
  } catch (error) {
    if (!isExpected(error)) throw error;
    const [deps, chair] = await at('committee', chairOf(sitting, draw));
    await recuseMember(deps, chair, { ...said, personId });
  }
}

/** Members vote, step out and put off; whoever chairs the file enters what the votes say. */
export const moves = [
  move({
    name: 'castVote',
    weight: 60,
    targets: (known) => onTable(known).filter(({ silent }) => silent.length > 0),
    act: (stage, sitting, draw) => vote(stage, sitting, draw.one(sitting.silent), draw),
  }),
  move({
    name: 'voteAnew',
    weight: 1 / 2,
    targets: onTable,
    act: (stage, sitting, draw) => vote(stage, sitting, draw.one(sitting.session.context.attended), draw),
  }),
  move({
    name: 'recuseMember',
    weight: 1 / 2,
    targets: onTable,
    act: async ({ at, staff }, { file, item }, draw) => {
      const [deps, member] = await at('committee', draw.one(staff.committee));
      await recuseMember(deps, member, { applicationId: file.id, item, personId: member.id, reason });
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
    targets: (known) => onTable(known).filter(inDeliberation).filter(isChaired),
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
