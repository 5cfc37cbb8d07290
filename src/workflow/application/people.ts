import type { ApplicationContext } from '../stored.ts';

/** Everyone who scored, settled, recommended or decided on this file, now or in an earlier round. */
export function peopleWithPart(context: ApplicationContext): readonly string[] {
  return [...evaluators(context), ...(context.rapporteur ? [context.rapporteur] : []), ...context.deciders];
}

/** Everyone who scored or settled scores on this file, now or in an earlier round. */
export function evaluators(context: ApplicationContext): readonly string[] {
  const reviewers = context.reviewers.map((r) => r.personId);
  return [...reviewers, ...context.earlierPeople, ...(context.moderatedBy ? [context.moderatedBy] : [])];
}
