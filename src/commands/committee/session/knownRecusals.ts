import { everything } from '../../../policies/view.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { steppedOut } from '../../file/steppedOut.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { Deps } from '../../ports/ports.ts';
import { membersTowards } from './committeeOf.ts';

/** Who cannot sit on a file, and why. */
type Known = Pick<Session['words'][number], 'applicationId' | 'personId' | 'reason' | 'ground' | 'by'>;

/**
 * Everyone of the committee who is recused from files before a session begins: by a tie, an earlier part, or a recusal in an earlier
 * session, which goes on. Looked up by the service itself: who asks may be kept from knowing of one of the files.
 */
export async function knownRecusals(deps: Deps, agenda: readonly string[]): Promise<readonly Known[]> {
  const whole = { ...deps, store: deps.store.seenBy(everything) };
  return (await Promise.all(agenda.map((id) => recusalsFrom(whole, id)))).flat();
}

async function recusalsFrom(deps: Deps, applicationId: string): Promise<Known[]> {
  const application = requireVisible(await deps.store.application(applicationId));
  const reviews = await deps.store.reviewsOf(applicationId);
  const members = await membersTowards(deps, { application, reviews });
  const stored = members.flatMap(({ person, part }) =>
    part === null ? [] : [{ applicationId, personId: person.id, reason: '', ground: part }],
  );
  const said = await steppedOut(deps, applicationId);
  const all = [...stored, ...said.map(({ choice: _choice, at: _at, ...one }) => one)];
  return all.filter((one, i) => all.findIndex(({ personId }) => personId === one.personId) === i);
}
