import * as z from 'zod';
import { offerShape } from '../../criteria/offer.ts';
import { readYaml } from '../../parseYaml.ts';
import { schemeFile } from '../../profile/schemeFile.ts';

const level = z.literal([0, 1, 2, 3, 4]);
const answer = z.object({
  level: level.optional(),
  na: z.boolean().optional(),
  evidence: z.string().optional(),
  comment: z.string().optional(),
});
const answers = z.record(z.string(), answer);
const facts = z.record(z.string(), z.union([z.number(), z.string()]));

const shape = z.object({
  organisation: z.record(z.string(), z.union([z.string(), z.boolean()])),
  facts,
  answers,
  offers: z.array(z.object({ ...offerShape, facts, answers })),
  reviews: z.array(z.record(z.string(), z.object({ level, comment: z.string() }))),
});

export type SpecimenData = z.infer<typeof shape>;
export type SpecimenAnswers = z.infer<typeof answers>;

/** The organisation that does not exist, as the tests and the demonstration know it. */
export function readSpecimen(): SpecimenData {
  return readYaml(schemeFile('specimens/demonstration.yaml'), shape);
}
