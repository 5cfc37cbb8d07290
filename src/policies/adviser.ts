import type { Who } from './who.ts';

type Membership = Who['memberships'][number];

/** The places that an organisation gives somebody: of its own people, or of those who advise it and belong elsewhere. */
export const positions = ['owner', 'editor', 'reader', 'advisingEditor', 'advisingReader'] as const;
export type Position = (typeof positions)[number];

/** The place of a membership. */
export function positionOf({ role, adviser }: Pick<Membership, 'role' | 'adviser'>): Position {
  if (!adviser) return role;
  return role === 'editor' ? 'advisingEditor' : 'advisingReader';
}

/** What a place lets somebody do, and whether they do it as an adviser. */
export function membershipOf(position: Position): Pick<Membership, 'role' | 'adviser'> {
  if (position === 'advisingEditor') return { role: 'editor', adviser: true };
  if (position === 'advisingReader') return { role: 'reader', adviser: true };
  return { role: position };
}

/** Whether a person advises an organisation: they may write or read with it, and send or sign nothing in its name. */
export function advises({ memberships }: Who, organisationId: string): boolean {
  return memberships.some((m) => m.organisationId === organisationId && m.adviser === true);
}

/**
 * The other organisations that a person connects one of theirs with: its people are tied to those, and theirs to it. Two that the
 * person advises are not connected by that.
 */
export function connectedBy(who: Who, organisationId: string): readonly string[] {
  const isAdviser = advises(who, organisationId);
  const others = who.memberships.filter((m) => m.organisationId !== organisationId);
  return others.filter((m) => !(isAdviser && m.adviser === true)).map((m) => m.organisationId);
}
