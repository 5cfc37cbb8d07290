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
const mayJudge = all(onPanel, panelVoted, majorityOfPanel, reasonGiven);

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
  mayGrantStay: all(onPanel, notStayed, canBeStayed, reasonGiven),
  mayLiftStay: all(onPanel, isStayed, reasonGiven),
  mayVote: all(onPanel, wholeOutcome),
  mayDissolvePanel: all(
    role('byOfficerOrSystem', 'officer', 'system'),
    on('conflictFound', 'personOnPanel', (event, c) => c.panel.includes(event.personId)),
  ),
  mayUphold: mayJudge,
  mayPartlyUphold: mayJudge,
  mayDismiss: mayJudge,
};
