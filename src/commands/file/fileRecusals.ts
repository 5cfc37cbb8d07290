import { closesEverywhere } from '../../policies/recusal.ts';
import { everything } from '../../policies/view.ts';
import type { Deps } from '../ports/ports.ts';

/**
 * The recusals from a file by a tie or a declaration, of any session: they last, so that nobody is asked to work on a file that
 * is closed to them.
 */
export async function fileRecusals({ store }: Pick<Deps, 'store'>, applicationId: string) {
  const sessions = await store.seenBy(everything).sessionsOn(applicationId);
  return sessions.flatMap(({ context, words }) =>
    words.filter(
      ({ personId, choice, ground, ...word }) =>
        word.applicationId === applicationId &&
        choice === null &&
        closesEverywhere({ applicationId, ground: ground ?? 'word' }) &&
        context.recusals.some((one) => one.applicationId === applicationId && one.personId === personId),
    ),
  );
}
