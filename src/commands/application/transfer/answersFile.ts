import * as z from 'zod';
import type { Assessment } from '../../../criteria/assessment.ts';
import { type Offer, offerShape, typeFact } from '../../../criteria/offer.ts';
import { schemeId } from '../../../profile/schemeFile.ts';

/** The name and version of the format: no other is read. */
export const answersFormat = `${schemeId}/answers`;
export const answersFormatVersion = 1;

/** Most that a file of answers names: more than the largest honest one, so that reading one is bounded. */
const max = { facts: 200, answers: 300, offers: 50, text: 2000, evidence: 200 };

const facts = z
  .record(z.string().regex(/^[A-Z]\d{2}[a-z]?$/), z.union([z.number(), z.string().max(60)]))
  .refine((given) => Object.keys(given).length <= max.facts);

const answer = z.strictObject({
  criterion: z.string().max(20),
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.null()]),
  na: z.boolean(),
  evidence: z.string().max(max.evidence),
  comment: z.string().max(max.text),
});

const offer = z.strictObject({ ...offerShape, facts, answers: z.array(answer).max(max.answers) });

/** A self-assessment as a file: without ids, so that any application of the same criteria can import it. */
export const answersFileShape = z.strictObject({
  format: z.literal(answersFormat),
  formatVersion: z.literal(answersFormatVersion),
  criteriaVersion: z.string().max(20),
  facts,
  answers: z.array(answer).max(max.answers),
  offers: z.array(offer).max(max.offers),
});
export type AnswersFile = z.infer<typeof answersFileShape>;
export type FileAnswer = AnswersFile['answers'][number];

/** The file of what an applicant claims. Attached documents, and the passages named in them, are no part of it: they belong to their application. */
export function answersFileOf(
  { facts, answers, offers }: Assessment,
  named: readonly Offer[],
  criteriaVersion: string,
): AnswersFile {
  const bare = (given: Assessment['answers']) =>
    given.map(({ criterion, level, na, evidence, comment }) => ({ criterion, level, na, evidence, comment }));
  return {
    format: answersFormat,
    formatVersion: answersFormatVersion,
    criteriaVersion,
    facts: { ...facts },
    answers: bare(answers),
    offers: named.map(({ id, ...described }) => {
      const part = offers.find(({ offerId }) => offerId === id);
      // The type is a figure too, which follows from the offer itself.
      const { [typeFact]: _, ...own } = part?.facts ?? {};
      return { ...described, facts: own, answers: bare(part?.answers ?? []) };
    }),
  };
}
