import { peopleWithPart } from './applicationGuards.ts';
import type { ApplicationEvent, AssignedReviewer } from './events.ts';
import type { ApplicationContext } from './stored.ts';

type Context = ApplicationContext;
type Change = Partial<Context>;
type Of<Type extends ApplicationEvent['type']> = Extract<ApplicationEvent, { type: Type }>;

const effect =
  <Type extends ApplicationEvent['type']>(
    type: Type,
    change: (event: Of<Type>, context: Context) => Change,
  ) =>
  ({ context, event }: { context: Context; event: ApplicationEvent }): Change =>
    event.type === type ? change(event as Of<Type>, context) : {};

const assigned = (reviewers: readonly AssignedReviewer[]): Context['reviewers'] =>
  reviewers.map(({ reviewId, personId, delivered }) => ({ reviewId, personId, delivered }));

/** A new round of people: whoever had a part keeps none and gets none again. */
const startOver = (context: Context): Change => ({
  earlierPeople: [...new Set([...context.earlierPeople, ...peopleWithPart(context)])],
  rapporteur: null,
  deciders: [],
  outcome: null,
  conditions: [],
  dueAt: null,
});

/** What each event changes in the context of an application (design: workflow.md, facts and effects). */
export const applicationEffects = {
  freeze: effect('submit', (event, c) => ({
    snapshots: c.snapshots + 1,
    criteriaVersion: event.criteriaVersion,
  })),
  askFromScreening: effect('requestInformation', (event, c) => ({
    informationRounds: c.informationRounds + 1,
    returnTo: 'screening',
    dueAt: event.dueAt,
  })),
  askFromRecommendation: effect('requestInformation', (event, c) => ({
    informationRounds: c.informationRounds + 1,
    returnTo: 'recommendation',
    dueAt: event.dueAt,
  })),
  freezeAnswer: effect('answer', (_, c) => ({ snapshots: c.snapshots + 1, returnTo: null, dueAt: null })),
  keepScreener: effect('accept', (event) => ({ screenedBy: event.actor.id })),
  refuseAsIneligible: effect('declareIneligible', (event) => ({
    screenedBy: event.actor.id,
    outcome: 'refused',
    dueAt: event.appealBy,
  })),
  assignReviewers: effect('staff', (event) => ({ reviewers: assigned(event.reviewers) })),
  markDelivered: effect('deliverReview', (event, c) => ({
    reviewers: c.reviewers.map((r) => (r.reviewId === event.reviewId ? { ...r, delivered: true } : r)),
    openFindings: event.openFindings,
  })),
  startCorrection: ({ event }: { event: ApplicationEvent }): Change =>
    'correctionDueAt' in event ? { dueAt: event.correctionDueAt } : {},
  keepModerator: effect('moderate', (event) => ({
    moderatedBy: event.actor.id,
    openFindings: event.openFindings,
  })),
  closeFindings: effect('acceptCorrection', () => ({ openFindings: 0, dueAt: null })),
  askAgain: effect('rejectCorrection', (event, c) => ({
    correctionRounds: c.correctionRounds + 1,
    dueAt: event.dueAt,
  })),
  startRound: effect('returnToEvaluation', (event) => ({
    reviewers: assigned(event.reviewers),
    moderatedBy: null,
  })),
  keepRapporteur: effect('recommend', (event) => ({ rapporteur: event.actor.id })),
  keepDecision: effect('decide', (event) => ({
    outcome: event.outcome,
    conditions: event.conditions,
    deciders: [...new Set([event.actor.id, ...event.vote.present])].filter(
      (id) => !event.vote.recused.includes(id),
    ),
  })),
  startDeadline: effect('announce', (event) => ({ dueAt: event.dueAt })),
  keepLabel: effect('sign', (event) => ({ labelNumber: event.labelNumber, dueAt: null })),
  appealRefusal: effect('lodgeAppeal', () => ({ appealAgainst: 'refusal', dueAt: null })),
  appealConditions: effect('lodgeAppeal', () => ({ appealAgainst: 'conditions', dueAt: null })),
  keepConditions: effect('dismissAppeal', (event) => ({ appealAgainst: null, dueAt: event.dueAt })),
  startOverWithNewPeople: effect('upholdAppeal', (_, c) => ({
    ...startOver(c),
    reviewers: [],
    moderatedBy: null,
    openFindings: 0,
    appealAgainst: null,
  })),
  reconsider: effect('upholdAppeal', (_, c) => ({
    ...startOver(c),
    reviewers: c.reviewers,
    earlierPeople: [...new Set([...c.earlierPeople, ...c.deciders, ...(c.rapporteur ? [c.rapporteur] : [])])],
    appealAgainst: null,
  })),
  stopClock: (): Change => ({ dueAt: null }),
  dropReviewer: effect('conflictFound', (event, c) => ({
    reviewers: c.reviewers.filter((r) => r.personId !== event.personId),
    earlierPeople: [...new Set([...c.earlierPeople, event.personId])],
    moderatedBy: null,
    rapporteur: null,
    returnTo: null,
    dueAt: null,
  })),
};
