import { all, checksFor } from '../guards.ts';
import type { NeedEvent } from './needEvents.ts';
import type { NeedContext } from './storedNeed.ts';

const { check, on, role, notOfTheOrganisation, reasonGiven } = checksFor<NeedContext, NeedEvent>();

const byOrganisation = role('byOrganisation', 'owner', 'editor');

/** The guards of the machine of a need, one a transition. */
export const needGuards = {
  mayEdit: all(
    byOrganisation,
    on('edit', 'dueInFuture', ({ dueAt, at }) => dueAt > at),
  ),
  mayAnswer: all(
    on('answer', 'needOfOthers', ({ organisationId }, c) => organisationId !== c.organisationId),
    check('withinDeadline', ({ at }, c) => at < c.dueAt),
  ),
  mayClose: all(byOrganisation),
  mayWithdraw: all(byOrganisation),
  isOver: all(
    role('bySystem', 'system'),
    check('deadlineOver', ({ at }, c) => at >= c.dueAt),
  ),
  mayRemove: all(role('byOfficer', 'officer'), notOfTheOrganisation, reasonGiven),
};
