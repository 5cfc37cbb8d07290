import { effectsFor } from '../effects.ts';
import type { ApplicationEvent } from '../events.ts';
import type { ApplicationContext } from '../stored.ts';
import { peopleWithPart } from './people.ts';

type Context = ApplicationContext;

const { on, every } = effectsFor<Context, ApplicationEvent>();

/** Whoever leaves a part is remembered, so that they get no other one. */
const leaving = (context: Context, ...people: readonly (string | null)[]): readonly string[] => [
  ...new Set([...context.earlierPeople, ...people.filter((id) => id !== null)]),
];

/** After an appeal nothing of the decision counts any more. */
const undecided: Partial<Context> = {
  rapporteur: null,
  deciders: [],
  outcome: null,
  conditions: [],
  appealAgainst: null,
  dueAt: null,
};

/** An extension is about the offers that were sent; no other file changes what it is about. */
const scopeWith = ({ scope }: Context, offers: readonly string[] | undefined): Context['scope'] =>
  scope && 'offers' in scope && offers ? { ...scope, offers } : scope;

const ask = (returnTo: Context['returnTo']) =>
  on('requestInformation', ({ dueAt }, c) => ({
    informationRounds: c.informationRounds + 1,
    returnTo,
    dueAt,
  }));

/** What each event changes in the context of an application (docs/design/workflow.md#events-of-an-application). */
export const applicationEffects = {
  freeze: on('submit', (event, c) => ({
    snapshots: c.snapshots + 1,
    criteriaVersion: event.criteriaVersion,
    scope: scopeWith(c, event.offers),
    dueAt: null,
  })),
  askFromScreening: ask('screening'),
  askFromRecommendation: ask('recommendation'),
  freezeAnswer: on('answer', ({ offers }, c) => ({
    snapshots: c.snapshots + 1,
    scope: scopeWith(c, offers),
    returnTo: null,
    dueAt: null,
  })),
  keepScreener: on('accept', (event) => ({ screenedBy: event.actor.id })),
  refuseAsIneligible: on('declareIneligible', (event) => ({
    screenedBy: event.actor.id,
    outcome: 'refused',
    dueAt: event.appealBy,
  })),
  assignReviewers: every((event, c) => {
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
  }),
  markDelivered: on('deliverReview', (event, c) => ({
    reviewers: c.reviewers.map((r) => (r.reviewId === event.reviewId ? { ...r, delivered: true } : r)),
    openFindings: event.openFindings,
  })),
  startCorrection: every((event) => ('correctionDueAt' in event ? { dueAt: event.correctionDueAt } : {})),
  keepModerator: on('moderate', (event) => ({
    moderatedBy: event.actor.id,
    openFindings: event.openFindings,
  })),
  closeFindings: on('acceptCorrection', () => ({ openFindings: 0, dueAt: null })),
  askAgain: on('rejectCorrection', (event, c) => ({
    correctionRounds: c.correctionRounds + 1,
    dueAt: event.dueAt,
  })),
  keepRapporteur: every((event, c) => ({
    rapporteur: event.actor.id,
    earlierPeople: c.rapporteur === event.actor.id ? c.earlierPeople : leaving(c, c.rapporteur),
  })),
  keepDecision: on('decide', (event) => ({
    outcome: event.outcome,
    conditions: event.conditions.map(({ text, due }) => ({ text, due })),
    deciders: [...new Set([event.actor.id, ...event.vote.present])].filter(
      (id) => !event.vote.recused.includes(id),
    ),
  })),
  startDeadline: on('announce', (event) => ({ dueAt: event.dueAt })),
  keepLabel: on('sign', (event) => ({ labelNumber: event.labelNumber, dueAt: null })),
  joinLabel: on('announce', (_, { scope }) => ({ labelNumber: scope?.label ?? null, dueAt: null })),
  appealRefusal: on('lodgeAppeal', () => ({ appealAgainst: 'refusal', dueAt: null })),
  appealConditions: on('lodgeAppeal', () => ({ appealAgainst: 'conditions', dueAt: null })),
  keepConditions: on('dismissAppeal', (event, c) => ({
    earlierPeople: leaving(c, ...event.panel),
    appealAgainst: null,
    dueAt: event.dueAt,
  })),
  startOverWithNewPeople: on('upholdAppeal', (event, c) => ({
    ...undecided,
    earlierPeople: leaving(c, ...peopleWithPart(c), ...event.panel),
    reviewers: [],
    moderatedBy: null,
    openFindings: 0,
  })),
  reconsider: on('upholdAppeal', (event, c) => ({
    ...undecided,
    earlierPeople: leaving(c, c.rapporteur, ...c.deciders, ...event.panel),
  })),
  stopClock: every(() => ({ dueAt: null })),
  dropReviewer: on('conflictFound', (event, c) => ({
    reviewers: c.reviewers.filter((r) => r.personId !== event.personId),
    earlierPeople: leaving(c, event.personId, c.moderatedBy),
    moderatedBy: null,
    returnTo: null,
    dueAt: null,
  })),
  releaseReviewer: on('releaseReviewer', (event, c) => ({
    reviewers: c.reviewers.filter((r) => r.personId !== event.personId),
    earlierPeople: leaving(c, event.personId),
  })),
};
