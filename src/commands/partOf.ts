import type { Application, Person, Review } from './items.ts';

/** What a person has to do with a file already: through its organisation, or by an earlier step of its way. */
export type Part = 'organisation' | 'evaluation' | 'recommendation' | 'screening';

/** The part of a person in a file, or null when they are free; who declined to review it for any reason is not. */
export function partOf(person: Person, application: Application, reviews: readonly Review[]): Part | null {
  const { id } = person;
  const { context } = application;
  const own = reviews.filter((r) => r.context.personId === id && r.context.applicationId === application.id);
  const evaluators = [
    ...context.reviewers.map((r) => r.personId),
    ...context.earlierPeople,
    context.moderatedBy,
  ];
  if (belongsTo(person, application)) return 'organisation';
  if (own.some((review) => review.state !== 'expired') || evaluators.includes(id)) return 'evaluation';
  if (context.rapporteur === id) return 'recommendation';
  return context.screenedBy === id ? 'screening' : null;
}

/** Whether a person belongs to the organisation of a file: towards it they are applicant, whatever their other roles. */
export function belongsTo({ memberships }: Person, { context }: Application): boolean {
  return memberships.some((m) => m.organisationId === context.organisationId);
}
