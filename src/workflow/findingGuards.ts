import type { FindingEvent } from './findingEvents.ts';
import { all, checksFor } from './guards.ts';
import type { FindingContext } from './stored.ts';

const { check, on, role, notOfTheOrganisation } = checksFor<FindingContext, FindingEvent>();

const text = (value: string): boolean => value.trim().length > 0;
const byOrganisation = role('byOrganisation', 'owner', 'editor');
const bySystem = role('bySystem', 'system');
const reasonGiven = check('reasonGiven', (event) => 'reason' in event && text(event.reason));
/** While the file is evaluated, those who scored it; once the label is there, the officers. */
const judgesThisFinding = check('judgesThisFinding', ({ actor }, c) =>
  c.labelNumber === null ? c.reviewers.includes(actor.id) : actor.roles.includes('officer'),
);

/** The guards of a finding's machine, one a transition. */
export const findingGuards = {
  mayProposeAction: all(
    byOrganisation,
    on('proposeAction', 'actionGiven', (event) => text(event.action)),
  ),
  mayAcceptAction: all(judgesThisFinding, notOfTheOrganisation),
  mayReturn: all(judgesThisFinding, notOfTheOrganisation, reasonGiven),
  maySubmitProof: all(
    byOrganisation,
    on('submitProof', 'proofGiven', (event) => text(event.proof) || event.documents.length > 0),
  ),
  mayCloseFinding: all(judgesThisFinding, notOfTheOrganisation, reasonGiven),
  mayExtendDue: all(
    role('byOfficer', 'officer'),
    reasonGiven,
    on('extend', 'dueInFuture', (event) => event.dueAt > event.at),
  ),
  mayCarryOver: all(
    bySystem,
    on('carryOver', 'labelNamed', (event) => text(event.labelNumber)),
  ),
  mayDrop: all(bySystem),
  isOverdue: all(
    bySystem,
    check('deadlineOver', (event, c) => event.at >= c.dueAt),
  ),
};
