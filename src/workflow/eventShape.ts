import * as z from 'zod';
import { reissueCauses } from './events.ts';
import type { Shapes } from './shapes.ts';
import { appealShapes, findingShapes, sessionShapes } from './smallerShapes.ts';
import type { MachineName } from './versions.ts';

const text = z.string();
const flag = z.boolean();
const count = z.int().min(0);
const instant = z.iso.datetime();
const nothing = z.object({});
const people = z.array(text.min(1));
const reason = z.object({ reason: text });
const outcome = z.enum(['granted', 'grantedWithConditions', 'refused']);
const scored = z.object({ unscored: count, deviationsWithoutComment: count, conflict: flag });
const reviewers = z.array(
  z.object({
    reviewId: text.min(1),
    personId: text.min(1),
    accepted: flag,
    delivered: flag,
    conflict: flag,
    competent: flag,
    load: count,
    seat: z.enum(['peer', 'other']),
    otherField: flag,
  }),
);
const naClaims = { naContradicted: count, naUnexplained: count };
const findings = z.object({ openFindings: count, correctionDueAt: instant });
const sitting = z.object({ inSession: flag, chair: text.nullable() });

const shapes: Shapes = {
  application: {
    submit: z.object({
      gate: z.object({
        unanswered: count,
        ...naClaims,
        mandatoryUnmet: count,
        floorsMissed: count,
        evidenceMissing: count,
        versionOpen: flag,
        otherOpenApplication: flag,
        rulesAccepted: flag,
        exclusionsSigned: flag,
        exclusionsDeclared: count,
      }),
      digest: text,
      criteriaVersion: text.min(1),
    }),
    requestInformation: z.object({ items: z.array(text), dueAt: instant }),
    answer: z.object({ unanswered: count, ...naClaims, digest: text }),
    accept: nothing,
    declareIneligible: reason.extend({ conflict: flag, appealBy: instant }),
    staff: z.object({ reviewers }),
    deliverReview: scored.extend({ ...findings.shape, reviewId: text, diverging: flag }),
    moderate: findings.extend({
      unsettled: count,
      changedWithoutReason: count,
      accepted: flag,
      competent: flag,
      conflict: flag,
    }),
    submitCorrection: z.object({ unansweredFindings: count }),
    acceptCorrection: reason.extend({ openFindings: count }),
    rejectCorrection: reason.extend({ dueAt: instant }),
    returnToEvaluation: reason.extend({ reviewers }),
    recommend: reason.extend({ ungradedFindings: count, visitMissing: flag, draft: outcome }),
    defer: reason.extend(sitting.shape),
    decide: reason.extend({
      outcome,
      vote: z.object({
        present: people,
        recused: people,
        for: z.number(),
        against: z.number(),
        abstained: z.number(),
        casting: z.enum(['for', 'against']).nullable(),
      }),
      conflicted: people,
      labelledOffers: count,
      conditions: z.array(z.object({ text, due: text })),
      evidenceExpired: count,
      ...sitting.shape,
    }),
    announce: z.object({ minutesApproved: flag, dueAt: instant }),
    sign: z.object({ digest: text, labelNumber: text.min(1) }),
    lodgeAppeal: z.object({ grounds: text }),
    dismissAppeal: reason.extend({ dueAt: instant, panel: people }),
    upholdAppeal: reason.extend({ newEvaluation: flag, panel: people }),
    withdraw: nothing,
    deadlinePassed: nothing,
    conflictFound: z.object({ personId: text }),
    releaseReviewer: reason.extend({ personId: text }),
  },
  review: {
    accept: z.object({ noConflictDeclared: flag, dueAt: instant }),
    decline: reason,
    deliver: scored,
    deadlinePassed: nothing,
    conflictFound: nothing,
    release: reason,
    fileClosed: nothing,
  },
  label: {
    issued: z.object({ certificate: text, entryReady: flag }),
    suspend: reason.extend({ dueAt: instant }),
    restore: reason.extend({ certificate: text }),
    withdrawLabel: reason,
    terminate: nothing,
    reviseScope: z.object({ certificate: text }),
    reissue: z.object({ certificate: text, cause: z.enum(reissueCauses) }),
    periodEnded: z.object({ renewalFiled: flag }),
    renew: z.object({ successor: text }),
    renewalRefused: nothing,
    graceEnded: nothing,
    deadlinePassed: nothing,
    setStanding: z.object({ standing: z.enum(['clean', 'conditional', 'provisional']) }),
    upholdAppeal: reason.extend({ certificate: text }),
  },
  finding: findingShapes,
  session: sessionShapes,
  appeal: appealShapes,
};

const occurred = z.object({
  at: instant,
  actor: z.object({ id: text.min(1), roles: z.array(text), request: text.optional() }),
});

/** Whether an event that its machine knows says all it must, in the right types: what a guard reads and a context keeps. */
export function isWellFormed(name: MachineName, event: { readonly type: string }): boolean {
  const shape = (shapes[name] as Readonly<Record<string, z.ZodType>>)[event.type];
  return shape !== undefined && occurred.safeParse(event).success && shape.safeParse(event).success;
}
