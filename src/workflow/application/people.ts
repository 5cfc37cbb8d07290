import type { Vote } from '../events.ts';
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

/** Those of the committee who sat and were not recused. */
export function voters({ present, recused }: Pick<Vote, 'present' | 'recused'>): readonly string[] {
  return [...new Set(present)].filter((id) => !recused.includes(id));
}
