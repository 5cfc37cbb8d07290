import { dayOf } from '../../register/day.ts';
import type { ApplicationEvent } from '../events.ts';
import { all, branch, checksFor, isText } from '../guards.ts';
import type { ApplicationContext } from '../stored.ts';
import { isCarried, isWhole, voters } from '../voting.ts';
import { evaluators, peopleWithPart } from './people.ts';
import { staffing } from './staffing.ts';

type Context = ApplicationContext;
type Event = ApplicationEvent;

const { check, on, role, notOfTheOrganisation, reasonGiven } = checksFor<Context, Event>();

const byOwner = role('byOwner', 'owner');
const byOrganisation = role('byOrganisation', 'owner', 'editor');
const byOfficer = role('byOfficer', 'officer');
const byCommittee = role('byCommittee', 'committee', 'chair');
const bySystem = role('bySystem', 'system');

const deadlineOver = check('deadlineOver', (event, c) => c.dueAt !== null && event.at >= c.dueAt);
const isBefore = (code: string) => check(code, (event, c) => c.dueAt !== null && event.at < c.dueAt);
const inOpenSession = check('inOpenSession', (event) => 'inSession' in event && event.inSession === true);
const chairsThisFile = check('chairsThisFile', (event) => 'chair' in event && event.chair === event.actor.id);
const reviewsThisFile = check('reviewsThisFile', (event, c) =>
  c.reviewers.some((r) => r.personId === event.actor.id),
);
const tookNoPartInEvaluation = check(
  'tookNoPartInEvaluation',
  (event, c) => !evaluators(c).includes(event.actor.id),
);

const mayDeliver = all(
  on('deliverReview', 'holdsThisReview', (event, c) =>
    c.reviewers.some((r) => r.reviewId === event.reviewId && r.personId === event.actor.id && !r.delivered),
  ),
  on('deliverReview', 'allCriteriaScored', (event) => event.unscored === 0),
  on('deliverReview', 'commentOnDeviation', (event) => event.deviationsWithoutComment === 0),
  on('deliverReview', 'stillNoConflict', (event) => event.conflict === false),
);
const isLast = (c: Context, event: Event): boolean =>
  event.type === 'deliverReview' && c.reviewers.every((r) => r.delivered || r.reviewId === event.reviewId);
const diverges = (event: Event): boolean => event.type === 'deliverReview' && event.diverging;
const isGranted = ({ outcome }: Context): boolean =>
  outcome === 'granted' || outcome === 'grantedWithConditions';
const isExtension = ({ scope }: Context): boolean => scope !== null && 'offers' in scope;
const roundsLeft = (c: Context): boolean => c.correctionRounds < c.limits.correctionRounds;
const findingsOpen = (event: Event): boolean => 'openFindings' in event && event.openFindings > 0;

const mayModerate = all(
  role('byReviewer', 'reviewer'),
  notOfTheOrganisation,
  on('moderate', 'moderationAccepted', (event) => event.accepted === true),
  on('moderate', 'competent', (event) => event.competent === true),
  on('moderate', 'stillNoConflict', (event) => event.conflict === false),
  on('moderate', 'divergencesSettled', (event) => event.unsettled === 0),
  check('notPriorReviewer', (event, c) => !peopleWithPart(c).includes(event.actor.id)),
  on('moderate', 'reasonPerChangedScore', (event) => event.changedWithoutReason === 0),
);
const mayRejectCorrection = all(reviewsThisFile, reasonGiven);
const mayAnswer = all(
  byOrganisation,
  on('answer', 'itemsAnswered', (event) => event.unanswered === 0),
  on('answer', 'naHolds', (event) => event.naContradicted === 0),
  on('answer', 'naExplained', (event) => event.naUnexplained === 0),
);
const mayAnnounce = all(
  byOfficer,
  notOfTheOrganisation,
  on('announce', 'minutesApproved', (event) => event.minutesApproved === true),
);
const mayLodgeAppeal = all(
  byOwner,
  isBefore('withinAppealWindow'),
  on('lodgeAppeal', 'groundsGiven', (event) => isText(event.grounds)),
);
const maySettleAppeal = all(
  byCommittee,
  check('onPanel', (event) => 'panel' in event && event.panel.includes(event.actor.id)),
  check('tookNoEarlierPart', (event, c) => {
    const earlier = [...peopleWithPart(c), c.screenedBy];
    return 'panel' in event && !event.panel.some((id) => earlier.includes(id));
  }),
  reasonGiven,
);

/** The guards of the application's machine, one a transition (docs/design/workflow.md#events-of-an-application). */
export const applicationGuards = {
  maySubmit: all(
    byOwner,
    on('submit', 'criteriaComplete', ({ gate }) => gate.unanswered === 0),
    on('submit', 'naHolds', ({ gate }) => gate.naContradicted === 0),
    on('submit', 'naExplained', ({ gate }) => gate.naUnexplained === 0),
    on('submit', 'mandatoryMet', ({ gate }) => gate.mandatoryUnmet === 0),
    on('submit', 'floorsReached', ({ gate }) => gate.floorsMissed === 0),
    on('submit', 'evidenceAttached', ({ gate }) => gate.evidenceMissing === 0),
    on('submit', 'certificatesValid', ({ gate }) => (gate.certificatesOver ?? 0) === 0),
    on('submit', 'versionOpen', ({ gate }) => gate.versionOpen === true),
    on('submit', 'noOtherOpenApplication', ({ gate }) => gate.otherOpenApplication === false),
    on('submit', 'labelHolds', ({ gate }) => gate.labelHolds !== false),
    on('submit', 'rulesAccepted', ({ gate }) => gate.rulesAccepted === true),
    on(
      'submit',
      'exclusionsSigned',
      ({ gate }) => gate.exclusionsSigned === true && gate.exclusionsDeclared === 0,
    ),
  ),
  mayRequestInformation: all(
    byOfficer,
    notOfTheOrganisation,
    on('requestInformation', 'itemsNamed', (event) => event.items.length > 0),
    check('roundsLeft', (_, c) => c.informationRounds < c.limits.informationRounds),
  ),
  mayAnswerScreening: branch(mayAnswer, (c) => c.returnTo === 'screening'),
  mayAnswerRecommendation: branch(mayAnswer, (c) => c.returnTo === 'recommendation'),
  mayAccept: all(byOfficer, notOfTheOrganisation),
  mayDeclareIneligible: all(
    byOfficer,
    reasonGiven,
    on('declareIneligible', 'officerNotConflicted', (event) => event.conflict === false),
  ),
  mayStaff: all(byOfficer, notOfTheOrganisation, ...staffing('staff')),
  mayDeliverFirst: branch(mayDeliver, (c, event) => !isLast(c, event)),
  mayDeliverDiverging: branch(mayDeliver, (c, event) => isLast(c, event) && diverges(event)),
  mayDeliverWithFindings: branch(mayDeliver, (c, e) => isLast(c, e) && !diverges(e) && findingsOpen(e)),
  mayDeliverLast: branch(mayDeliver, (c, e) => isLast(c, e) && !diverges(e) && !findingsOpen(e)),
  mayModerateWithFindings: branch(mayModerate, (_, event) => findingsOpen(event)),
  mayModerate: branch(mayModerate, (_, event) => !findingsOpen(event)),
  maySubmitCorrection: all(
    byOrganisation,
    on('submitCorrection', 'findingsAnswered', (event) => event.unansweredFindings === 0),
  ),
  mayAcceptCorrection: all(
    reviewsThisFile,
    reasonGiven,
    on('acceptCorrection', 'findingsClosed', (event) => event.openFindings === 0),
  ),
  mayRejectCorrection: branch(mayRejectCorrection, roundsLeft),
  mayRejectCorrectionFinally: branch(mayRejectCorrection, (c) => !roundsLeft(c)),
  mayReturn: all(
    role('byRapporteur', 'officer', 'committee'),
    notOfTheOrganisation,
    tookNoPartInEvaluation,
    reasonGiven,
    ...staffing('returnToEvaluation'),
  ),
  mayRecommend: all(
    role('byRapporteur', 'officer', 'committee'),
    notOfTheOrganisation,
    tookNoPartInEvaluation,
    on('recommend', 'findingsClosedOrGraded', (event) => event.ungradedFindings === 0),
    on('recommend', 'visitRecorded', (event) => event.visitMissing === false),
    reasonGiven,
  ),
  mayDefer: all(byCommittee, notOfTheOrganisation, inOpenSession, chairsThisFile, reasonGiven),
  mayDecide: all(
    byCommittee,
    notOfTheOrganisation,
    inOpenSession,
    chairsThisFile,
    on('decide', 'chairNotRecused', ({ vote, actor }) => !vote.recused.includes(actor.id)),
    on('decide', 'quorumOfUnrecused', ({ vote }, c) => voters(vote).length >= c.limits.quorum),
    on('decide', 'votesRecorded', ({ vote, outcome }, c) => {
      return isWhole(vote) && (outcome !== 'refused') === isCarried(vote, c.limits.castingVote);
    }),
    on('decide', 'tookNoEarlierPart', ({ vote, actor }, c) => {
      const earlier = [...evaluators(c), c.rapporteur, c.screenedBy];
      return ![actor.id, ...voters(vote)].some((id) => earlier.includes(id));
    }),
    on(
      'decide',
      'votersHaveNoConflict',
      ({ vote, conflicted }) => !voters(vote).some((id) => conflicted.includes(id)),
    ),
    on('decide', 'criteriaMet', ({ outcome, labelledOffers }) => outcome === 'refused' || labelledOffers > 0),
    on('decide', 'majorFindingsClosed', ({ outcome }, c) => outcome !== 'granted' || c.openFindings === 0),
    on(
      'decide',
      'extensionUnconditional',
      ({ outcome }, c) => outcome !== 'grantedWithConditions' || !isExtension(c),
    ),
    on('decide', 'reasonsGiven', (event) => isText(event.reason)),
    on('decide', 'conditionsDated', ({ outcome, conditions, at }) =>
      outcome === 'grantedWithConditions'
        ? conditions.length > 0 &&
          conditions.every((c) => isText(c.text) && /^\d{4}-\d{2}-\d{2}$/.test(c.due) && c.due > dayOf(at))
        : conditions.length === 0,
    ),
    // What is old can be refused, or granted on the condition of a newer document.
    on(
      'decide',
      'evidenceStillValid',
      ({ outcome, evidenceExpired }) => outcome !== 'granted' || evidenceExpired === 0,
    ),
  ),
  mayAnnounceExtension: branch(mayAnnounce, (c) => isGranted(c) && isExtension(c)),
  mayAnnounceConfirmation: branch(mayAnnounce, (c) => isGranted(c) && c.scope !== null && !isExtension(c)),
  mayAnnounceGrant: branch(mayAnnounce, (c) => isGranted(c) && c.scope === null),
  mayAnnounceRefusal: branch(mayAnnounce, (c) => c.outcome === 'refused'),
  maySign: all(
    byOwner,
    check('decisionPositive', (_, c) => isGranted(c)),
    isBefore('withinDeadline'),
  ),
  mayAppealRefusal: mayLodgeAppeal,
  mayAppealConditions: all(
    ...mayLodgeAppeal.checks,
    check('conditionsDecided', (_, c) => c.outcome === 'grantedWithConditions'),
  ),
  mayDismissRefusal: branch(maySettleAppeal, (c) => c.appealAgainst === 'refusal'),
  mayDismissConditions: branch(maySettleAppeal, (c) => c.appealAgainst === 'conditions'),
  mayUpholdWithNewEvaluation: branch(maySettleAppeal, needsEvaluation),
  mayUphold: branch(maySettleAppeal, (c, event) => !needsEvaluation(c, event)),
  mayWithdraw: all(byOwner),
  isOverdue: all(bySystem, deadlineOver),
  mayEndWithLabel: all(
    bySystem,
    check('isAboutLabel', (_, c) => c.scope !== null),
  ),
  mayVoidReview: all(
    role('byOfficerOrReviewer', 'officer', 'reviewer', 'system'),
    on('conflictFound', 'personTakesPart', (event, c) =>
      [...c.reviewers.map((r) => r.personId), c.moderatedBy].includes(event.personId),
    ),
  ),
  mayReleaseReviewer: all(
    byOfficer,
    notOfTheOrganisation,
    on('releaseReviewer', 'reviewStillOpen', (event, c) =>
      c.reviewers.some((r) => r.personId === event.personId && !r.delivered),
    ),
    reasonGiven,
  ),
};

/** A file refused at its screening was never evaluated: nothing could be recommended on it. */
function needsEvaluation(context: Context, event: Event): boolean {
  return event.type === 'upholdAppeal' && (event.newEvaluation || context.reviewers.length === 0);
}
