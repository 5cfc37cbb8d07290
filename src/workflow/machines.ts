import type { AnyStateMachine } from 'xstate';
import { applicationMachine } from './application.ts';
import { applicationGuards } from './applicationGuards.ts';
import type { ApplicationEvent, LabelEvent, ReviewEvent } from './events.ts';
import type { Guard } from './guards.ts';
import { labelMachine } from './label.ts';
import { labelGuards } from './labelGuards.ts';
import { reviewGuards, reviewMachine } from './review.ts';
import type { StoredApplication, StoredLabel, StoredReview } from './stored.ts';
import type { MachineName } from './versions.ts';

/** What each machine keeps and what can happen to it. */
export interface Machines {
  application: { stored: StoredApplication; event: ApplicationEvent };
  review: { stored: StoredReview; event: ReviewEvent };
  label: { stored: StoredLabel; event: LabelEvent };
}

/** Every machine by name; step.ts runs them, definition.ts reads them. */
export const machines: Readonly<Record<MachineName, AnyStateMachine>> = {
  application: applicationMachine,
  review: reviewMachine,
  label: labelMachine,
};

/** The named guards of every machine, as their transitions name them. */
export const guards: {
  readonly [M in MachineName]: Readonly<
    Record<string, Guard<Machines[M]['stored']['context'], Machines[M]['event']>>
  >;
} = { application: applicationGuards, review: reviewGuards, label: labelGuards };
