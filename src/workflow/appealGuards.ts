import type { AppealEvent } from './appealEvents.ts';
import { all, checksFor } from './guards.ts';
import type { AppealContext } from './stored.ts';

const { check, on, role, notOfTheOrganisation, reasonGiven } = checksFor<AppealContext, AppealEvent>();

const byCommittee = role('byCommittee', 'committee', 'chair');
const tookNoEarlierPart = check(
  'tookNoEarlierPart',
  (event) => 'tookPart' in event && event.tookPart === false,
);
const mayLookIn = all(byCommittee, notOfTheOrganisation, tookNoEarlierPart, reasonGiven);

const onPanel = check('onPanel', (event, c) => c.panel.includes(event.actor.id));
const mayJudge = all(
  onPanel,
  check(
    'panelVoted',
    (event, c) =>
      'concurring' in event || c.panel.every((id) => c.votes.some(({ personId }) => personId === id)),
  ),
  check('majorityOfPanel', (event, c) => {
    const agreed = new Set('concurring' in event ? event.concurring : votersFor(event.type, c));
    return [...agreed].every((id) => c.panel.includes(id)) && agreed.size * 2 > c.panel.length;
  }),
  reasonGiven,
);

/** Those who are for an outcome, each by their own word. */
function votersFor(outcome: string, { votes }: AppealContext): readonly string[] {
  return votes.filter((vote) => vote.outcome === outcome).map(({ personId }) => personId);
}

/** The guards of an appeal's machine, one a transition. */
export const appealGuards = {
  mayAdmit: mayLookIn,
  mayDeclareInadmissible: mayLookIn,
  mayFormPanel: all(
    role('byOfficerOrChair', 'officer', 'chair'),
    notOfTheOrganisation,
    on('formPanel', 'panelComplete', ({ panel }, c) => {
      const distinct = new Set(panel.filter(({ member }) => member).map(({ personId }) => personId));
      return distinct.size === panel.length && distinct.size === c.panelSize;
    }),
    on('formPanel', 'panelFree', ({ panel }) => panel.every(({ tookPart }) => tookPart === false)),
    on('formPanel', 'noConflict', ({ panel }) => panel.every(({ conflict }) => conflict === false)),
  ),
  mayGrantStay: all(
    onPanel,
    check('notStayed', (_, c) => !c.stayed),
    reasonGiven,
  ),
  mayLiftStay: all(
    onPanel,
    check('isStayed', (_, c) => c.stayed),
    reasonGiven,
  ),
  mayVote: all(onPanel),
  mayDissolvePanel: all(
    role('byOfficerOrSystem', 'officer', 'system'),
    on('conflictFound', 'personOnPanel', (event, c) => c.panel.includes(event.personId)),
  ),
  mayUphold: mayJudge,
  mayPartlyUphold: mayJudge,
  mayDismiss: mayJudge,
};
