import type { EventActor, Role } from '../workflow/events.ts';

/** From which side someone acted on a file, as its applicant may know it: never who. */
export type ActorSide = 'organisation' | 'office' | 'review' | 'committee' | 'administration' | 'service';

const ofOrganisation: readonly Role[] = ['owner', 'editor', 'reader', 'adviser'];

/**
 * The side of an actor towards a file. Who belongs to the applicant's organisation acts for it, whatever else they do; of
 * several roles of staff the one nearest to the applicant is told, so that it says nothing of what is under way inside.
 */
export function actorSideOf({ roles }: Pick<EventActor, 'roles'>): ActorSide {
  if (roles.some((role) => ofOrganisation.includes(role))) return 'organisation';
  if (roles.includes('officer')) return 'office';
  if (roles.includes('reviewer')) return 'review';
  if (roles.includes('committee') || roles.includes('chair')) return 'committee';
  return roles.includes('administrator') ? 'administration' : 'service';
}
