import * as z from 'zod';
import { appealShapes } from './appealEvents.ts';
import { changeShapes } from './changeEvents.ts';
import { complaintShapes } from './complaintEvents.ts';
import { conditionShapes } from './conditionEvents.ts';
import { id, instant, text } from './eventShape.ts';
import { applicationShapes, reviewShapes } from './events.ts';
import { findingShapes } from './findingEvents.ts';
import { labelShapes } from './label/labelEvents.ts';
import { needShapes } from './need/needEvents.ts';
import { sessionShapes } from './session/sessionEvents.ts';
import { surveillanceShapes } from './surveillanceEvents.ts';
import type { MachineName } from './versions.ts';

const shapes: Readonly<Record<MachineName, Readonly<Record<string, z.ZodType>>>> = {
  application: applicationShapes,
  review: reviewShapes,
  label: labelShapes,
  finding: findingShapes,
  condition: conditionShapes,
  session: sessionShapes,
  appeal: appealShapes,
  surveillance: surveillanceShapes,
  change: changeShapes,
  complaint: complaintShapes,
  need: needShapes,
};

const occurred = z.object({
  at: instant,
  // Any text is a role here: to one that it does not know, a guard says no with its own reason.
  actor: z.object({ id, roles: z.array(text), request: text.optional(), key: text.optional() }),
});

/** Whether an event that its machine knows says all it must, in the right types: what a guard reads and a context keeps. */
export function isWellFormed(name: MachineName, event: { readonly type: string }): boolean {
  const shape = shapes[name][event.type];
  return shape !== undefined && occurred.safeParse(event).success && shape.safeParse(event).success;
}
