import * as z from 'zod';
import { type RiskFact, riskFacts } from './riskFacts.ts';

const count = z.number().int().min(0).max(20);
const fee = z.number().int().min(0).max(100_000);
const stepDays = z.number().int().min(1).max(250);
const days = z.number().int().min(0).max(400);

/** What procedure.yaml says. */
export const procedureShape = z.strictObject({
  /** Of the reviewers of a file, at least so many peers of another sector, and so many users or independent people. */
  pair: z.strictObject({ peers: count, others: count }).readonly(),
  /** In the currency of the label: for an application, and for each year of a label. */
  fees: z.strictObject({ application: fee, yearly: fee }).readonly(),
  /** Working days that the scheme gives itself for the steps that have no other clock. */
  stepDays: z.strictObject({ screening: stepDays, decision: stepDays }).readonly(),
  /** Months for which a person is admitted as a reviewer. */
  admissionMonths: z.number().int().min(1).max(60),
  /** Calendar days before the end of an admission on which the reviewer and the administrators are told. */
  admissionReminders: z.array(days).min(1).readonly(),
  /** Whether the next candidate is invited automatically when one falls away. */
  nextCandidate: z.boolean(),
  /** Working days to deliver a review, from the day it was accepted. */
  reviewDays: z.number().int().min(1).max(250),
  /** Working days for a holder to answer criteria of their label that are looked at anew. */
  reconsiderationDays: z.number().int().min(5).max(120),
  findings: z
    .strictObject({
      /** Calendar days to correct a minor finding. */
      minorDays: z.number().int().min(1).max(730),
      /** Calendar days before a finding is due on which its organisation is reminded. */
      reminders: z.array(days).readonly(),
    })
    .readonly(),
  conditions: z
    .strictObject({
      /** Calendar days before a condition is due on which its holder is reminded. */
      reminders: z.array(z.number().int().min(0).max(365)).readonly(),
      /** Calendar days that there are at least when a condition of an earlier grant begins to be followed. */
      leastDays: z.number().int().min(1).max(365),
    })
    .readonly(),
  /** Months after the end of its period for which a document still proves something. */
  evidenceMonths: z.number().int().min(1).max(120),
  /** What settles a tied vote: the chair's own vote, or nothing, and then it is a no. */
  castingVote: z.enum(['chair', 'none']),
  /** Whether the applicant learns who reviewed. */
  namesShown: z.boolean(),
  sanctions: z
    .strictObject({
      /** Working days in which a holder can be heard before, or after, their label is suspended or withdrawn. */
      hearingDays: z.number().int().min(1).max(60),
      /** Calendar days to put right what a label is suspended for, unless the officer says another day. */
      repairDays: z.number().int().min(1).max(365),
      /** Calendar days in which a holder can object to a notice that the office recorded for them: ten at least, as the agreement promises. */
      objectionDays: z.number().int().min(10).max(90),
      /** Calendar days before the end of a hearing, and before a suspended label is to be put right, on which its holder is reminded. */
      reminders: z.array(days).readonly(),
    })
    .readonly(),
  /** Calendar days around the end of a label. */
  renewal: z
    .strictObject({
      /** Before the end of a period: when its holder is told of it, while no renewal was sent. */
      leads: z.array(days).min(1).readonly(),
      /** Before the end of an extension: when holder and office are told of it. */
      extensionLeads: z.array(days).min(1).readonly(),
      /** By which an extension is prolonged when its renewal still waits for the office on its last day. */
      prolongDays: z.number().int().min(1).max(90),
    })
    .readonly(),
  /** What the staff is told in the morning: calendar days. */
  digest: z
    .strictObject({
      /** Before an invitation, a review or a session is due: when its line is there, and is told anew. */
      invitationLeads: z.array(days).min(1).readonly(),
      reviewLeads: z.array(days).min(1).readonly(),
      sessionLeads: z.array(days).min(1).readonly(),
      /** After which what was told already and waits still is told again. */
      repeatDays: days.min(1),
    })
    .readonly(),
  complaint: z
    .strictObject({
      /** Calendar days to answer a complaint. */
      answerDays: z.number().int().min(1).max(60),
      /** So many days before, its handler is reminded. */
      reminderDays: z.number().int().min(1).max(30),
      /** Calendar days for a holder to give their statement. */
      statementDays: z.number().int().min(1).max(30),
      /** Calendar days to contest an answer. */
      contestDays: z.number().int().min(1).max(180),
    })
    .refine((days) => days.reminderDays < days.answerDays && days.statementDays < days.answerDays, {
      error: 'reminderDays and statementDays are shorter than answerDays',
    })
    .readonly(),
  /** People who judge an appeal. */
  appeal: z
    .strictObject({
      panel: count.min(1),
      /** Days for which the chair of a panel suspends a decision alone. */
      urgentStayDays: count.min(1).max(7),
    })
    .readonly(),
  /** How labels are looked at while they last. */
  surveillance: z
    .strictObject({
      /** Calendar days before its last day on which a task opens. */
      openDays: z.number().int().min(1).max(180),
      /** Fewest calendar days that its holder has, also when it opens late. */
      noticeDays: z.number().int().min(1).max(90),
      /** Calendar days before the last day on which its holder is reminded. */
      reminderDays: z.array(z.number().int().min(1).max(180)).min(1).readonly(),
      /** Calendar days in which the mark leaves the holder's media. */
      markDays: z.number().int().min(1).max(180),
      siteChecks: z
        .strictObject({
          /** Of the labels that are valid on the day of the draw, from 0 to 1: drawn by chance, and beside them by risk. */
          randomShare: z.number().min(0).max(1),
          riskShare: z.number().min(0).max(1),
          /** Calendar days to carry a check out. */
          days: z.number().int().min(1).max(365),
          /** What each risk weighs in the draw by risk. */
          weights: z
            .strictObject(
              Object.fromEntries(riskFacts.map((risk) => [risk, z.number().min(0).max(100)])) as Record<
                RiskFact,
                z.ZodNumber
              >,
            )
            .readonly(),
        })
        .readonly(),
    })
    .readonly(),
});

/** How a file is dealt with, beside the criteria: the same for every version, on the day it is asked. */
export type Procedure = Readonly<z.infer<typeof procedureShape>>;
