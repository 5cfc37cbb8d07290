import type { ApplicationEvent } from '../events.ts';
import type { ApplicationContext } from '../stored.ts';
import { peopleWithPart } from './people.ts';

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

/** Whoever leaves a part is remembered, so that they get no other one. */
const leaving = (context: Context, ...people: readonly (string | null)[]): readonly string[] => [
  ...new Set([...context.earlierPeople, ...people.filter((id) => id !== null)]),
];

/** After an appeal nothing of the decision counts any more. */
const undecided: Change = {
  rapporteur: null,
  deciders: [],
  outcome: null,
  conditions: [],
  appealAgainst: null,
  dueAt: null,
};

/** What each event changes in the context of an application (docs/design/workflow.md#events-of-an-application). */
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
  assignReviewers: ({ context: c, event }: { context: Context; event: ApplicationEvent }): Change => {
    if (!('reviewers' in event)) return {};
    const staying = event.reviewers.map((r) => r.personId);
    const replaced = c.reviewers.map((r) => r.personId).filter((id) => !staying.includes(id));
    return {
      reviewers: event.reviewers.map(({ reviewId, personId, delivered }) => ({
        reviewId,
        personId,
        delivered,
      })),
      moderatedBy: null,
      earlierPeople: leaving(c, ...replaced, c.moderatedBy),
    };
  },
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
  keepRapporteur: ({ context: c, event }: { context: Context; event: ApplicationEvent }): Change => ({
    rapporteur: event.actor.id,
    earlierPeople: c.rapporteur === event.actor.id ? c.earlierPeople : leaving(c, c.rapporteur),
  }),
  keepDecision: effect('decide', (event) => ({
    outcome: event.outcome,
    conditions: event.conditions.map(({ text, due }) => ({ text, due })),
    deciders: [...new Set([event.actor.id, ...event.vote.present])].filter(
      (id) => !event.vote.recused.includes(id),
    ),
  })),
  startDeadline: effect('announce', (event) => ({ dueAt: event.dueAt })),
  keepLabel: effect('sign', (event) => ({ labelNumber: event.labelNumber, dueAt: null })),
  appealRefusal: effect('lodgeAppeal', () => ({ appealAgainst: 'refusal', dueAt: null })),
  appealConditions: effect('lodgeAppeal', () => ({ appealAgainst: 'conditions', dueAt: null })),
  keepConditions: effect('dismissAppeal', (event, c) => ({
    earlierPeople: leaving(c, ...event.panel),
    appealAgainst: null,
    dueAt: event.dueAt,
  })),
  startOverWithNewPeople: effect('upholdAppeal', (event, c) => ({
    ...undecided,
    earlierPeople: leaving(c, ...peopleWithPart(c), ...event.panel),
    reviewers: [],
    moderatedBy: null,
    openFindings: 0,
  })),
  reconsider: effect('upholdAppeal', (event, c) => ({
    ...undecided,
    earlierPeople: leaving(c, c.rapporteur, ...c.deciders, ...event.panel),
  })),
  stopClock: (): Change => ({ dueAt: null }),
  dropReviewer: effect('conflictFound', (event, c) => ({
    reviewers: c.reviewers.filter((r) => r.personId !== event.personId),
    earlierPeople: leaving(c, event.personId, c.moderatedBy),
    moderatedBy: null,
    returnTo: null,
    dueAt: null,
  })),
  releaseReviewer: effect('releaseReviewer', (event, c) => ({
    reviewers: c.reviewers.filter((r) => r.personId !== event.personId),
    earlierPeople: leaving(c, event.personId),
  })),
};
