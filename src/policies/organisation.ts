import { advises } from './adviser.ts';
import type { Who } from './who.ts';

/** The role of a person in an organisation, or null. */
export function roleIn({ memberships }: Who, organisationId: string) {
  return memberships.find((m) => m.organisationId === organisationId)?.role ?? null;
}

/** Whether a person belongs to an organisation: towards it they are applicant, whatever their other roles. */
export function belongsTo(who: Who, organisationId: string): boolean {
  return roleIn(who, organisationId) !== null;
}

/** Whether a person may write in what the organisation applies with, as one of its people or as its adviser. */
export function mayPrepare(who: Who, organisationId: string): boolean {
  const role = roleIn(who, organisationId);
  return role === 'owner' || role === 'editor';
}

/** Whether a person may write in the organisation's name, to whom it may concern. */
export function mayEdit(who: Who, organisationId: string): boolean {
  return mayPrepare(who, organisationId) && !advises(who, organisationId);
}

/** Whether a person speaks for the organisation: invites, submits, signs, hands over, erases. */
export function speaksFor(who: Who, organisationId: string): boolean {
  return roleIn(who, organisationId) === 'owner';
}

/** The organisations that a person belongs to. */
export function ownOrganisations({ memberships }: Who): readonly string[] {
  return memberships.map((m) => m.organisationId);
}

/** Whether someone who can sign in speaks for the organisation. */
export function hasOwner(people: readonly (Who & { removedAt: string | null })[], organisationId: string) {
  return people.some((person) => person.removedAt === null && speaksFor(person, organisationId));
}
