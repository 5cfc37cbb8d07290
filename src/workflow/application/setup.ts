import { assign, setup } from 'xstate';
import type { DomainEvent } from '../domainEvents.ts';
import type { ApplicationEvent } from '../events.ts';
import type { ApplicationContext } from '../stored.ts';
import { applicationEffects as effects } from './effects.ts';
import { applicationGuards } from './guards.ts';

/** The action that says what became true. */
export const fact = (name: DomainEvent) => ({ type: 'record', params: { fact: name } }) as const;

/** Names of the guards and actions that the application's states may use. */
export const applicationSetup = setup({
  types: {
    context: {} as ApplicationContext,
    events: {} as ApplicationEvent,
    input: {} as ApplicationContext,
  },
  guards: applicationGuards,
  actions: {
    /** Says what became true; step.ts collects it. */
    record: (_, _params: { fact: DomainEvent }) => {},
    freeze: assign(effects.freeze),
    askFromScreening: assign(effects.askFromScreening),
    askFromRecommendation: assign(effects.askFromRecommendation),
    freezeAnswer: assign(effects.freezeAnswer),
    keepScreener: assign(effects.keepScreener),
    refuseAsIneligible: assign(effects.refuseAsIneligible),
    assignReviewers: assign(effects.assignReviewers),
    markDelivered: assign(effects.markDelivered),
    startCorrection: assign(effects.startCorrection),
    keepModerator: assign(effects.keepModerator),
    closeFindings: assign(effects.closeFindings),
    askAgain: assign(effects.askAgain),
    keepRapporteur: assign(effects.keepRapporteur),
    keepDecision: assign(effects.keepDecision),
    startDeadline: assign(effects.startDeadline),
    keepLabel: assign(effects.keepLabel),
    appealRefusal: assign(effects.appealRefusal),
    appealConditions: assign(effects.appealConditions),
    keepConditions: assign(effects.keepConditions),
    startOverWithNewPeople: assign(effects.startOverWithNewPeople),
    reconsider: assign(effects.reconsider),
    stopClock: assign(effects.stopClock),
    dropReviewer: assign(effects.dropReviewer),
    releaseReviewer: assign(effects.releaseReviewer),
  },
});
