import { all, branch, checksFor } from './guards.ts';
import type { SessionEvent } from './sessionEvents.ts';
import type { SessionContext } from './stored.ts';

const { any, on, role } = checksFor<SessionContext, SessionEvent>();

const text = (value: string): boolean => value.trim().length > 0;
const byOfficerOrChair = role('byOfficerOrChair', 'officer', 'chair');
const byChair = role('byChair', 'chair');
const reasonGiven = any('reasonGiven', (event) => 'reason' in event && text(event.reason));
/** Of a file of the session that is not dealt with yet. */
const fileIsOpen = any('fileIsOpen', (event, c) => {
  const id = 'applicationId' in event ? event.applicationId : '';
  return c.agenda.includes(id) && !c.concluded.some(({ applicationId }) => applicationId === id);
});
const isRecused = (c: SessionContext, applicationId: string, personId: string): boolean =>
  c.recusals.some((one) => one.applicationId === applicationId && one.personId === personId);

const maySign = all(
  role('byCommittee', 'committee', 'chair'),
  any('satInSession', (event, c) => c.attended.includes(event.actor.id)),
  any('notSignedYet', (event, c) => !c.signedBy.includes(event.actor.id)),
  on(
    'signMinutes',
    'sameMinutes',
    (event, c) => text(event.minutes) && (c.minutes === null || c.minutes === event.minutes),
  ),
);
/** The chair of the session and one more of those who sat. */
const isApproved = (c: SessionContext, event: SessionEvent): boolean => {
  const signed = [...c.signedBy, event.actor.id];
  return signed.length > 1 && c.chair !== null && signed.includes(c.chair);
};

/** The guards of a session's machine, one a transition. */
export const sessionGuards = {
  mayPlan: all(
    byOfficerOrChair,
    on('plan', 'filesInDeliberation', (event) => event.notInDeliberation === 0),
  ),
  mayConvene: all(
    byOfficerOrChair,
    any('agendaNamed', (_, c) => c.agenda.length > 0),
  ),
  mayOpen: all(
    byChair,
    on('open', 'chairPresent', (event) => event.present.includes(event.actor.id)),
    on('open', 'membersOnly', (event) => event.outsiders === 0),
    on('open', 'quorumPresent', (event, c) => new Set(event.present).size >= c.quorum),
  ),
  mayLetIn: all(
    byChair,
    on('arrive', 'membersOnly', (event) => event.member === true),
    on('arrive', 'notInRoom', (event, c) => !c.present.includes(event.personId)),
  ),
  mayLetOut: all(
    byChair,
    on('leave', 'inRoom', (event, c) => c.present.includes(event.personId)),
  ),
  mayRecuse: all(
    role('byCommittee', 'committee', 'chair'),
    on(
      'recuse',
      'selfOrChair',
      ({ actor, personId }) => actor.id === personId || actor.roles.includes('chair'),
    ),
    fileIsOpen,
    on('recuse', 'notRecused', (event, c) => !isRecused(c, event.applicationId, event.personId)),
    reasonGiven,
  ),
  mayVote: all(
    role('byCommittee', 'committee', 'chair'),
    fileIsOpen,
    any('inRoom', (event, c) => c.present.includes(event.actor.id)),
    on('vote', 'notRecused', (event, c) => !isRecused(c, event.applicationId, event.actor.id)),
    on('vote', 'voterHasNoConflict', (event) => event.conflict === false),
    on('vote', 'reasonOfDissent', (event) => event.choice === 'for' || text(event.reason)),
  ),
  mayConclude: all(byChair, fileIsOpen),
  mayClose: all(
    byChair,
    any('agendaConcluded', (_, c) =>
      c.agenda.every((id) => c.concluded.some(({ applicationId }) => applicationId === id)),
    ),
  ),
  mayReviseMinutes: all(
    byChair,
    on('reviseMinutes', 'remarksGiven', (event) => text(event.remarks)),
  ),
  maySignMinutes: branch(maySign, (c, event) => !isApproved(c, event)),
  maySignMinutesLast: branch(maySign, isApproved),
  mayCancel: all(byOfficerOrChair, reasonGiven),
};
