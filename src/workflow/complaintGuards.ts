import type { ComplaintEvent } from './complaintEvents.ts';
import { all, branch, checksFor } from './guards.ts';
import type { ComplaintContext } from './storedComplaint.ts';

const { check, on, role, notOfTheOrganisation } = checksFor<ComplaintContext, ComplaintEvent>();

const byOfficerOrOutsider = check(
  'byOfficerOrOutsider',
  ({ actor }, c) => actor.roles.includes('officer') || actor.id === c.outsider,
);
const bySystem = role('bySystem', 'system');
const handlesComplaint = check('handlesComplaint', ({ actor }, c) => c.handler === actor.id);

const mayResolve = all(byOfficerOrOutsider, notOfTheOrganisation, handlesComplaint);
const isUnfounded = (event: ComplaintEvent) => event.type === 'resolve' && event.outcome === 'unfounded';

/** The guards of a complaint's machine, one a transition. */
export const complaintGuards = {
  mayAcknowledge: all(bySystem),
  mayTake: all(
    byOfficerOrOutsider,
    notOfTheOrganisation,
    on('take', 'isNotComplainant', ({ complains }) => complains === false),
    on('take', 'noTieToComplainant', ({ tied }) => tied === false),
    check('didNotAnswerComplaint', ({ actor }, c) => !c.earlierHandlers.includes(actor.id)),
    check('handledByOther', ({ actor }, c) => c.handler !== actor.id),
  ),
  /** Nobody of the office is left: an administrator invites somebody from outside, or another one instead. */
  mayNameOutsider: all(
    role('byAdministrator', 'administrator'),
    notOfTheOrganisation,
    on('nameOutsider', 'noOfficerLeft', ({ officersLeft }) => officersLeft === false),
    on(
      'nameOutsider',
      'namesAnother',
      ({ actor, personId }, c) => ![actor.id, c.outsider].includes(personId),
    ),
    on('nameOutsider', 'outsiderIsFree', ({ keptAway }) => keptAway === false),
  ),
  mayNote: mayResolve,
  mayAskHolder: all(
    byOfficerOrOutsider,
    notOfTheOrganisation,
    handlesComplaint,
    check('holderKnown', (_, c) => c.organisationId !== null),
    check('holderNotAsked', (_, c) => c.statement === null),
    on('askHolder', 'dueInFuture', (event) => event.dueAt > event.at),
  ),
  mayGiveStatement: all(
    role('byOrganisation', 'owner', 'editor'),
    check('statementAsked', (_, c) => c.statement?.given === false),
  ),
  mayResolve: branch(mayResolve, (c, event) => !c.contested && !isUnfounded(event)),
  mayDeclareUnfounded: branch(mayResolve, (c, event) => !c.contested && isUnfounded(event)),
  /** A contested answer is not contested again. */
  mayResolveLast: branch(mayResolve, (c) => c.contested),
  mayContest: all(
    on('contest', 'provesComplaint', ({ proved }) => proved === true),
    check('contestInTime', (event, c) => event.at <= c.dueAt),
  ),
  isUncontested: all(
    bySystem,
    check('deadlineOver', (event, c) => event.at >= c.dueAt),
  ),
};
