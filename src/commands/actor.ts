import type { EventActor, Role } from '../workflow/events.ts';
import type { Asker } from './ports.ts';

/** A person as a machine sees them: their roles in the service and in the organisation that the item belongs to. */
export function actorTowards(asker: Asker, organisationId: string): EventActor {
  const memberships = asker.memberships.filter((m) => m.organisationId === organisationId);
  return actorOf(asker, [...asker.roles, ...memberships.map((m) => m.role)]);
}

/** A person in what concerns no organisation: with the roles they hold for the whole service. */
export function actorOf({ id, roles, request }: Asker, held: readonly Role[] = roles): EventActor {
  return { id, roles: held, ...(request !== undefined && { request }) };
}

/** Somebody who did not say who they are. */
export function visitorActor(request: string): EventActor {
  return { id: 'visitor', roles: [], request };
}

/** The service itself, for what a clock or a worker does. */
export const systemActor: EventActor = { id: 'system', roles: ['system'] };
