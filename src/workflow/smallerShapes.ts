import * as z from 'zod';
import { appealOutcomes } from './appealEvents.ts';
import type { Shapes } from './shapes.ts';

const text = z.string();
const flag = z.boolean();
const count = z.int().min(0);
const instant = z.iso.datetime();
const nothing = z.object({});
const reason = z.object({ reason: text });
const id = text.min(1);
const ids = z.array(id);
const ofFile = z.object({ applicationId: id });
const judged = reason.extend({ concurring: ids.exactOptional() });

/** What the events of a finding must say. */
export const findingShapes: Shapes['finding'] = {
  proposeAction: z.object({ action: text }),
  acceptAction: reason,
  returnAction: reason,
  submitProof: z.object({ proof: text, documents: ids }),
  close: reason,
  returnProof: reason,
  extend: reason.extend({ dueAt: instant }),
  carryOver: z.object({ labelNumber: text }),
  drop: nothing,
  deadlinePassed: nothing,
};

/** What the events of a session must say. */
export const sessionShapes: Shapes['session'] = {
  plan: z.object({ plannedFor: instant, agenda: ids, notInDeliberation: count }),
  convene: nothing,
  open: z.object({
    present: ids,
    outsiders: count,
    chairs: ids.nullable(),
    recusals: z.array(ofFile.extend({ personId: id })),
  }),
  arrive: z.object({ personId: id, member: flag }),
  leave: reason.extend({ personId: id }),
  takeChair: reason.extend({ applicationId: id.nullable(), holderServes: flag, otherChairs: count }),
  recuse: ofFile.extend({ personId: id, reason: text, conflict: flag }),
  vote: ofFile.extend({ choice: z.enum(['for', 'against', 'abstain']), reason: text, conflict: flag }),
  conclude: ofFile.extend({ result: z.enum(['decided', 'deferred']), conflicted: ids }),
  close: z.object({ waiting: ids }),
  reviseMinutes: z.object({ remarks: text }),
  signMinutes: z.object({ minutes: text }),
  cancel: reason,
};

/** What the events of an appeal must say. */
export const appealShapes: Shapes['appeal'] = {
  admit: reason.extend({ tookPart: flag }),
  declareInadmissible: reason.extend({ tookPart: flag }),
  formPanel: z.object({
    panel: z.array(z.object({ personId: id, member: flag, tookPart: flag, conflict: flag })),
  }),
  conflictFound: z.object({ personId: id }),
  grantStay: reason,
  liftStay: reason,
  vote: z.object({ choice: z.enum(appealOutcomes) }),
  uphold: judged,
  partlyUphold: judged,
  dismiss: judged,
};
