import { marksOf } from '../../../scoring/marks.ts';
import { type Trigger, triggersOf } from '../../../scoring/triggers.ts';
import { cycleOf } from '../../common/cycleOf.ts';
import type { FrozenFile } from '../../file/frozenFile.ts';
import { settledOf } from '../../file/reviewMarks.ts';

/** What of a frozen file demands a visit or a call, at the settled levels; nothing while the evaluation is not complete. */
export function visitsDemanded({ application, published, reviews, snapshot }: FrozenFile): Trigger[] {
  const { scheme } = published;
  const reviewed = settledOf(scheme, application, reviews, snapshot);
  if (reviewed === null) return [];
  const cycle = cycleOf(application);
  const { assessment, earlier } = snapshot.content;
  return triggersOf(scheme, {
    cycle,
    claimed: marksOf(scheme, cycle, assessment),
    reviewed,
    facts: assessment.facts,
    ...(earlier && { factsBefore: earlier.assessment.facts }),
    ...(application.lot && { ticket: application.lot.ticket }),
  });
}
