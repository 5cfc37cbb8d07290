import * as z from 'zod';
import { readYaml } from '../../parseYaml.ts';
import { schemeFile } from '../../profile/schemeFile.ts';

const criteria = z.array(z.string().regex(/^[A-Z]{3}-\d+$/)).min(1);
const shape = z.array(z.strictObject({ id: z.string().regex(/^[a-z]+$/), criteria }));

/** A plain question before anything else, with the criteria of the open version that it sums up. */
export type FirstQuestion = z.infer<typeof shape>[number];

/** Reads the questions of "Is it for us?" and checks them: a program with a faulty question does not start. */
export function loadQuestions(file = schemeFile('questions.yaml')): readonly FirstQuestion[] {
  return readYaml(file, shape);
}
