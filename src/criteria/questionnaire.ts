import * as z from 'zod';
import { inEveryLanguage } from '../profile/inEveryLanguage.ts';
import { readSchemeJson } from '../profile/schemeFile.ts';
import type { PublishedScheme } from './scheme.ts';

/** What the people who work in an organisation agree with or not, and the criterion that it speaks to. */
const statementShape = z.strictObject({
  id: z.string().regex(/^Q\d{2}$/),
  criterion: z.string().regex(/^[A-Z]{3}-\d{2}$/),
  text: inEveryLanguage(160),
});
export type Statement = Readonly<z.infer<typeof statementShape>>;

/** The statements of the workers' questionnaire, see criteria/README.md. */
export const statements: readonly Statement[] = readSchemeJson(
  'questionnaire.json',
  z.array(statementShape).min(8).max(12),
);

/** What does not fit between the statements and the newest version of the criteria that takes applications: one line each. */
export function statementFaults(
  all: readonly Statement[],
  schemes: readonly Pick<PublishedScheme, 'scheme'>[],
): string[] {
  const criteria = new Set(schemes.at(-1)?.scheme.criteria.map(({ id }) => id));
  return all.flatMap(({ id, criterion }, at) => [
    ...(all.findIndex((one) => one.id === id) === at ? [] : [`${id} stands twice in the list`]),
    ...(criteria.has(criterion) ? [] : [`${id} names ${criterion}, which the newest version does not have`]),
  ]);
}
