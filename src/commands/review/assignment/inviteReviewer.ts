import { LabelError } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { actorOn, requireDuty } from '../../common/actor.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { assignmentOf } from './assignmentOf.ts';
import { invitation } from './invitation.ts';

/**
 * Invites a person to review a file that looks for its reviewers; each is asked once. Once the team is complete, one more is
 * asked as a substitute, who takes the place of whoever falls away. Of a file whose reviews diverge, invites the one person who
 * settles them. Gives the review's id.
 */
export async function inviteReviewer(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly personId: string },
): Promise<string> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const application = requireVisible(await deps.store.application(input.applicationId));
  const person = requireVisible(await deps.store.person(input.personId));
  if (!looksForPeople(application)) throw new LabelError('refused', { reasons: ['wrongState'] });
  const actor = await actorOn(deps, asker, application);
  requireDuty(actor, application.id, 'application.invite');
  if (person.id === asker.id) throw new LabelError('refused', { reasons: ['invitesOthers'] });
  const { team, rule, people } = await assignmentOf(deps, application, [person]);
  const reasons = people.flatMap(({ against }) => against);
  if (reasons.length > 0) throw new LabelError('refused', { reasons });
  const ids = { review: deps.ids.next(), invited: deps.ids.next(), noted: deps.ids.next() };
  await deps.store.commit({
    changes: invitation(deps, application, {
      at: deps.clock.now().toISOString(),
      actor,
      personId: person.id,
      substitute: team.length >= rule.size,
      ids,
    }),
  });
  return ids.review;
}

/** Whether a file waits for people to be invited. */
export function looksForPeople({ state }: Pick<Application, 'state'>): boolean {
  return state === 'assignment' || state === 'moderation';
}
