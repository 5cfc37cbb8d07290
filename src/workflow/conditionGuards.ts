import { dayOf } from '../register/day.ts';
import type { ConditionEvent } from './conditionEvents.ts';
import { all, checksFor, isText } from './guards.ts';
import type { ConditionContext } from './stored.ts';

const { check, on, role, notOfTheOrganisation, reasonGiven } = checksFor<ConditionContext, ConditionEvent>();

const byOfficer = role('byOfficer', 'officer');
const bySystem = role('bySystem', 'system');
const dueInFuture = check('dueInFuture', (event) => 'dueAt' in event && event.dueAt > event.at);

/** The guards of a condition's machine, one a transition. */
export const conditionGuards = {
  maySubmitProof: all(
    role('byOrganisation', 'owner', 'editor'),
    on('submitProof', 'proofGiven', (event) => isText(event.proof) || event.documents.length > 0),
  ),
  mayRecordCall: all(
    byOfficer,
    notOfTheOrganisation,
    on('recordCall', 'callTold', ({ text }) => isText(text)),
    on('recordCall', 'dayReached', (event) => event.on <= dayOf(event.at)),
  ),
  mayConfirm: all(byOfficer, notOfTheOrganisation, reasonGiven),
  mayReject: all(byOfficer, notOfTheOrganisation, reasonGiven, dueInFuture),
  mayExtend: all(
    byOfficer,
    notOfTheOrganisation,
    reasonGiven,
    dueInFuture,
    on('extend', 'laterThanBefore', ({ dueAt }, c) => dueAt > c.dueAt),
  ),
  mayDrop: all(bySystem),
  isUnmet: all(
    bySystem,
    check('deadlineOver', (event, c) => event.at >= c.dueAt),
  ),
};
