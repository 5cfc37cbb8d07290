import type { AppealEvent } from './appealEvents.ts';
import { all, branch, checksFor } from './guards.ts';
import type { AppealContext } from './storedAppeal.ts';

const { check, on, role, notOfTheOrganisation, reasonGiven } = checksFor<AppealContext, AppealEvent>();

const byCommittee = role('byCommittee', 'committee', 'chair');
const tookNoEarlierPart = check(
  'tookNoEarlierPart',
  (event) => 'tookPart' in event && event.tookPart === false,
);
const admission = [byCommittee, notOfTheOrganisation, tookNoEarlierPart, reasonGiven] as const;

/** Others who asked for the same. */
const othersFor = (c: AppealContext, { type, actor }: AppealEvent): number =>
  c.asked.filter(({ step, personId }) => step === type && personId !== actor.id).length;
const notAskedYet = check(
  'notAskedYet',
  ({ type, actor }, c) => !c.asked.some(({ step, personId }) => step === type && personId === actor.id),
);
const mayFindInadmissible = all(...admission, notAskedYet);

const onPanel = check('onPanel', (event, c) => c.panel.includes(event.actor.id));
const notStayed = check('notStayed', (_, c) => !c.stayed);
const isStayed = check('isStayed', (_, c) => c.stayed);
const panelVoted = check('panelVoted', (_, { panel, votes }) =>
  panel.every((id) => votes.some(({ personId }) => personId === id)),
);
const majorityOfPanel = check('majorityOfPanel', ({ type }, { panel, votes }) => {
  const agreed = votes.filter(({ outcome, personId }) => outcome === type && panel.includes(personId));
  return agreed.length * 2 > panel.length;
});
/** Of a label's decision nothing is left to others: it stands or it falls. */
const wholeOutcome = on(
  'vote',
  'wholeOutcome',
  ({ choice }, c) => c.labelNumber === null || choice !== 'partlyUphold',
);
/** What takes a label out of use can be without effect meanwhile; other decisions on it change what it says alone. */
const canBeStayed = check('canBeStayed', (_, c) => c.against !== 'scope' && c.against !== 'standing');
const mayAskStay = all(
  onPanel,
  // A stay that its chair granted alone is confirmed.
  check('notStayed', (_, c) => !c.stayed || c.dueAt !== null),
  canBeStayed,
  notAskedYet,
  reasonGiven,
);
const mayAskToLift = all(onPanel, isStayed, notAskedYet, reasonGiven);
const isMajority = (c: AppealContext, event: AppealEvent): boolean =>
  (othersFor(c, event) + 1) * 2 > c.panel.length;
const mayJudge = all(onPanel, panelVoted, majorityOfPanel, reasonGiven);

/** The guards of an appeal's machine, one a transition. */
export const appealGuards = {
  mayAdmit: all(...admission),
  mayFindInadmissible: branch(mayFindInadmissible, (c, event) => othersFor(c, event) === 0),
  mayDeclareInadmissible: branch(mayFindInadmissible, (c, event) => othersFor(c, event) > 0),
  mayFormPanel: all(
    role('byOfficerOrChair', 'officer', 'chair'),
    notOfTheOrganisation,
    on('formPanel', 'panelComplete', ({ panel }, c) => {
      const distinct = new Set(panel.filter(({ member }) => member).map(({ personId }) => personId));
      return distinct.size === panel.length && distinct.size === c.panelSize;
    }),
    on('formPanel', 'panelFree', ({ panel }) => panel.every(({ tookPart }) => tookPart === false)),
    on('formPanel', 'formerStaysOut', ({ panel, actor }) =>
      panel.every(({ personId }) => personId !== actor.id),
    ),
    on('formPanel', 'noConflict', ({ panel }) => panel.every(({ conflict }) => conflict === false)),
  ),
  mayAskStay: branch(mayAskStay, (c, event) => !isMajority(c, event)),
  mayConfirmStay: branch(mayAskStay, (c, event) => isMajority(c, event) && c.stayed),
  mayGrantStay: branch(mayAskStay, (c, event) => isMajority(c, event) && !c.stayed),
  mayAskToLiftStay: branch(mayAskToLift, (c, event) => !isMajority(c, event)),
  mayLiftStay: branch(mayAskToLift, isMajority),
  mayGrantUrgentStay: all(
    check('chairsPanel', ({ actor }, c) => c.panel[0] === actor.id),
    notStayed,
    canBeStayed,
    check('firstUrgentStay', (_, c) => !c.urgentStay),
    on('grantUrgentStay', 'endsLater', ({ at, dueAt }) => dueAt > at),
    reasonGiven,
  ),
  isOverdue: all(
    role('bySystem', 'system'),
    check('deadlineOver', ({ at }, c) => c.dueAt !== null && at >= c.dueAt),
  ),
  mayVote: all(onPanel, wholeOutcome),
  mayDissolvePanel: all(
    role('byOfficerOrSystem', 'officer', 'system'),
    on('conflictFound', 'personOnPanel', (event, c) => c.panel.includes(event.personId)),
  ),
  mayUphold: mayJudge,
  mayPartlyUphold: mayJudge,
  mayDismiss: mayJudge,
};
