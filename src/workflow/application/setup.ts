import { setup } from 'xstate';
import { record } from '../effects.ts';
import type { ApplicationEvent } from '../events.ts';
import type { ApplicationContext } from '../stored.ts';
import { applicationEffects } from './effects.ts';
import { applicationGuards } from './guards.ts';

/** Names of the guards and actions that the application's states may use. */
export const applicationSetup = setup({
  types: {
    context: {} as ApplicationContext,
    events: {} as ApplicationEvent,
    input: {} as ApplicationContext,
  },
  guards: applicationGuards,
  actions: { record, ...applicationEffects },
});
