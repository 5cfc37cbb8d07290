import { all, branch, checksFor, isText } from '../guards.ts';
import type { SessionContext } from '../stored.ts';
import { isInvited, isRecused, presidingOn } from './sessionChair.ts';
import type { SessionEvent } from './sessionEvents.ts';

const { check, on, role, reasonGiven } = checksFor<SessionContext, SessionEvent>();

const byOfficerOrChair = role('byOfficerOrChair', 'officer', 'chair');
const byChair = role('byChair', 'chair');
/** Of a file of the session that is not dealt with yet; of the session itself, always. */
const fileIsOpen = check('fileIsOpen', (event, c) => {
  const id = 'applicationId' in event ? event.applicationId : '';
  return id === null || (c.agenda.includes(id) && !c.concluded.some((one) => one.applicationId === id));
});
/** Of the item that is decided, not of another one on the same file. */
const itemIsOpen = check('itemIsOpen', (event) => !('itemIsOpen' in event) || event.itemIsOpen !== false);
/** Whether a person says it of themself. */
const isOwn = ({ actor, personId }: Extract<SessionEvent, { readonly personId: string }>): boolean =>
  actor.id === personId;
const sits = ({ roles }: SessionEvent['actor']): boolean =>
  roles.includes('committee') || roles.includes('chair');
const chairs = ({ actor }: SessionEvent, c: SessionContext): boolean =>
  c.chair === actor.id && c.present.includes(actor.id) && sits(actor);
const chairsFile = ({ actor }: SessionEvent, c: SessionContext, applicationId: string): boolean =>
  presidingOn(c, applicationId) === actor.id && sits(actor);

const byCommittee = role('byCommittee', 'committee', 'chair');
const inRoom = check('inRoom', (event, c) =>
  c.present.includes('personId' in event ? event.personId : event.actor.id),
);
/** Nobody is put out of the chair: it is taken where it stands empty, because of an absence, a recusal or a resignation. */
const chairVacant = on('takeChair', 'chairVacant', ({ applicationId, holderServes }, c) => {
  if (!holderServes) return true;
  return applicationId === null ? !c.present.includes(c.chair ?? '') : presidingOn(c, applicationId) === null;
});

const satInSession = check('satInSession', (event, c) => c.attended.includes(event.actor.id));
const maySign = all(
  byCommittee,
  satInSession,
  check('notSignedYet', (event, c) => !c.signedBy.includes(event.actor.id)),
  on(
    'signMinutes',
    'sameMinutes',
    (event, c) => isText(event.minutes) && (c.minutes === null || c.minutes === event.minutes),
  ),
);
/** The chair of the session and one more of those who sat; and of each file two who may read it, as far as two sat on it. */
const isApproved = (c: SessionContext, event: SessionEvent): boolean => {
  const signed = [...c.signedBy, event.actor.id];
  const isRead = ({ applicationId }: { readonly applicationId: string }): boolean => {
    const free = (ids: readonly string[]) => ids.filter((id) => !isRecused(c, applicationId, id)).length;
    return free(signed) >= Math.min(2, free(c.attended));
  };
  const byChair = c.chair !== null && signed.includes(c.chair);
  return signed.length > 1 && byChair && c.concluded.every(isRead);
};
/** A file that nobody in the room may deal with waits for another session. */
const isDealtWith = (c: SessionContext, id: string): boolean =>
  c.concluded.some(({ applicationId }) => applicationId === id) ||
  c.present.every((personId) => isRecused(c, id, personId));

/** The guards of a session's machine, one a transition. */
export const sessionGuards = {
  mayPlan: all(
    byOfficerOrChair,
    on('plan', 'filesInDeliberation', (event) => event.notInDeliberation === 0),
  ),
  mayConvene: all(
    byOfficerOrChair,
    check('agendaNamed', (_, c) => c.agenda.length > 0),
  ),
  mayExcuse: all(
    byCommittee,
    on('excuse', 'invitedOnly', ({ actor }, c) => isInvited(c, actor.id)),
    on('excuse', 'notExcusedYet', ({ actor }, c) => !c.excused.includes(actor.id)),
  ),
  mayTakeExcuseBack: all(
    byCommittee,
    on('takeExcuseBack', 'excusedBefore', ({ actor }, c) => c.excused.includes(actor.id)),
  ),
  mayOpen: all(
    byChair,
    on('open', 'chairPresent', ({ chairs: heads, actor }) => heads.includes(actor.id)),
    on('open', 'membersOnly', (event) => event.outsiders === 0),
    on('open', 'onItsDay', ({ isItsDay }) => isItsDay !== false),
    on('open', 'invitedOnly', ({ present }, c) => present.every((id) => isInvited(c, id))),
    on('open', 'quorumPresent', (event, c) => new Set(event.present).size >= c.quorum),
  ),
  mayLetIn: all(
    on('arrive', 'membersOnly', (event) => event.member === true),
    on('arrive', 'invitedOnly', ({ personId }, c) => isInvited(c, personId)),
    on('arrive', 'notInRoom', (event, c) => !c.present.includes(event.personId)),
    // Who was there before comes back by their own word: nobody can be kept out by a departure that someone else noted.
    on('arrive', 'chairsOrComesBack', (event, c) => {
      return chairs(event, c) || (isOwn(event) && c.attended.includes(event.personId));
    }),
  ),
  mayLetOut: all(
    inRoom,
    // The chair's own departure, where they did not say it themselves, is for an officer who does not sit.
    on('leave', 'chairsOrLeaves', (event, c) => {
      const { actor, personId } = event;
      const serves = actor.roles.includes('officer') && !c.attended.includes(actor.id);
      return isOwn(event) || chairs(event, c) || (serves && personId === c.chair);
    }),
    on('leave', 'reasonOfDeparture', (event) => isOwn(event) || isText(event.reason)),
  ),
  mayTakeChair: all(
    byCommittee,
    inRoom,
    chairVacant,
    fileIsOpen,
    itemIsOpen,
    on(
      'takeChair',
      'notRecused',
      ({ applicationId, actor }, c) => applicationId === null || !isRecused(c, applicationId, actor.id),
    ),
    on(
      'takeChair',
      'chairsComeFirst',
      ({ actor, otherChairs }) => actor.roles.includes('chair') || otherChairs === 0,
    ),
    reasonGiven,
  ),
  mayInheritChair: all(
    byCommittee,
    satInSession,
    on(
      'takeChair',
      'chairGone',
      ({ applicationId, holderServes }) => applicationId === null && holderServes === false,
    ),
    reasonGiven,
  ),
  mayRecuse: all(
    byCommittee,
    on('recuse', 'selfOrChair', (event, c) => isOwn(event) || chairsFile(event, c, event.applicationId)),
    fileIsOpen,
    itemIsOpen,
    on('recuse', 'notRecused', (event, c) => !isRecused(c, event.applicationId, event.personId)),
    on('recuse', 'personSits', (event, c) => isOwn(event) || c.attended.includes(event.personId)),
    // Once votes are on the table, a recusal changes the count: then the chair's word alone is not enough.
    on('recuse', 'ownWordOrConflict', (event, c) => {
      const voted = c.votes.some(({ applicationId }) => applicationId === event.applicationId);
      return isOwn(event) || event.conflict === true || !voted;
    }),
    reasonGiven,
  ),
  mayVote: all(
    byCommittee,
    fileIsOpen,
    itemIsOpen,
    inRoom,
    on('vote', 'notRecused', (event, c) => !isRecused(c, event.applicationId, event.actor.id)),
    on('vote', 'voterHasNoConflict', (event) => event.conflict === false),
    on('vote', 'reasonOfDissent', (event) => event.choice === 'for' || isText(event.reason)),
  ),
  mayConclude: all(
    fileIsOpen,
    on('conclude', 'chairsThisFile', (event, c) => chairsFile(event, c, event.applicationId)),
    on('conclude', 'chairNotRecused', ({ actor, conflicted }) => !conflicted.includes(actor.id)),
  ),
  mayClose: all(
    check('chairsSession', chairs),
    on('close', 'agendaConcluded', ({ waiting }, c) => waiting.every((id) => isDealtWith(c, id))),
  ),
  mayReviseMinutes: all(
    check('wasChair', ({ actor }, c) => c.chair === actor.id),
    byCommittee,
    on('reviseMinutes', 'remarksGiven', (event) => isText(event.remarks)),
  ),
  maySignMinutes: branch(maySign, (c, event) => !isApproved(c, event)),
  maySignMinutesLast: branch(maySign, isApproved),
  mayCancel: all(byOfficerOrChair, reasonGiven),
};
