import type { EventActor, Role } from '../workflow/events.ts';
import type { Person } from './items.ts';

/** A person as a machine sees them: their roles in the service and in the organisation that the item belongs to. */
export function actorTowards(person: Person, organisationId: string): EventActor {
  const memberships = person.memberships.filter((m) => m.organisationId === organisationId);
  const roles: Role[] = [...person.roles, ...memberships.map((m) => m.role)];
  return { id: person.id, roles };
}

/** The service itself, for what a clock or a worker does. */
export const systemActor: EventActor = { id: 'system', roles: ['system'] };
