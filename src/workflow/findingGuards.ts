import type { FindingEvent } from './findingEvents.ts';
import { all, checksFor, isText } from './guards.ts';
import type { FindingContext } from './stored.ts';

const { check, on, role, notOfTheOrganisation, reasonGiven } = checksFor<FindingContext, FindingEvent>();

const byOrganisation = role('byOrganisation', 'owner', 'editor');
const bySystem = role('bySystem', 'system');
/** While the file is evaluated, those who scored it; once the label is there, the officers. */
const judgesThisFinding = check('judgesThisFinding', ({ actor }, c) =>
  c.labelNumber === null ? c.reviewers.includes(actor.id) : actor.roles.includes('officer'),
);
const actionGiven = on('proposeAction', 'actionGiven', (event) => isText(event.action));
const dueInFuture = on('extend', 'dueInFuture', (event) => event.dueAt > event.at);
const labelNamed = on('carryOver', 'labelNamed', (event) => isText(event.labelNumber));
const deadlineOver = check('deadlineOver', (event, c) => event.at >= c.dueAt);

/** The guards of a finding's machine, one a transition. */
export const findingGuards = {
  mayProposeAction: all(byOrganisation, actionGiven),
  mayAcceptAction: all(judgesThisFinding, notOfTheOrganisation),
  mayReturn: all(judgesThisFinding, notOfTheOrganisation, reasonGiven),
  maySubmitProof: all(
    byOrganisation,
    on('submitProof', 'proofGiven', (event) => isText(event.proof) || event.documents.length > 0),
  ),
  mayCloseFinding: all(judgesThisFinding, notOfTheOrganisation, reasonGiven),
  mayExtendDue: all(role('byOfficer', 'officer'), reasonGiven, dueInFuture),
  mayCarryOver: all(bySystem, labelNamed),
  mayDrop: all(bySystem),
  isOverdue: all(bySystem, deadlineOver),
};
