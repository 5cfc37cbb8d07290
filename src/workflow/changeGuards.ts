import type { ChangeEvent } from './changeEvents.ts';
import { all, branch, checksFor } from './guards.ts';
import type { ChangeContext } from './storedChange.ts';

const { check, on, role, notOfTheOrganisation, reasonGiven } = checksFor<ChangeContext, ChangeEvent>();

const byOfficer = role('byOfficer', 'officer');
const bySystem = role('bySystem', 'system');
const leavesWork = (event: ChangeEvent): boolean =>
  event.type === 'assess' && (event.effect === 'evaluation' || event.effect === 'application');
const mayAssess = all(
  byOfficer,
  notOfTheOrganisation,
  reasonGiven,
  // An evaluation has a deadline of its own.
  on('assess', 'dueInFuture', ({ effect, dueAt, at }) => effect !== 'application' || (dueAt ?? '') > at),
);

/** The guards of the machine of a notice of change, one a transition. */
export const changeGuards = {
  maySettle: branch(mayAssess, (_, event) => !leavesWork(event)),
  mayFollowUp: branch(mayAssess, (_, event) => leavesWork(event)),
  mayConclude: all(role('byOfficerOrSystem', 'officer', 'system'), notOfTheOrganisation, reasonGiven),
  /** What an examined application leads to shows in that file first. */
  mayConcludeExamined: all(bySystem, reasonGiven),
  mayGoOn: all(bySystem),
  isOverdue: all(
    bySystem,
    check('deadlineOver', (event, c) => c.dueAt !== null && event.at >= c.dueAt),
  ),
  mayDrop: all(bySystem),
};
