import type { Session } from '../../items/decidingItems.ts';
import type { ListedFile } from '../../ports/listingPorts.ts';
import type { Asker } from '../../ports/ports.ts';
import type { ConcludedFile } from './minutesOf.ts';

/**
 * What of the minutes a person may read, of the `files` that they may know of: what they sat on, and what is no secret any more. A
 * decision is sealed until it is announced, for whoever was recused and for the officers.
 */
export function minutesFor(
  { id }: Pick<Asker, 'id'>,
  { context }: Pick<Session, 'context'>,
  concluded: readonly ConcludedFile[],
  files: readonly ListedFile[],
): readonly ConcludedFile[] {
  return concluded.filter(({ applicationId, outcome }) => {
    const file = files.find((known) => known.id === applicationId);
    if (!file) return false;
    const recused = context.recusals.some(
      (one) => one.applicationId === applicationId && one.personId === id,
    );
    const sat = context.attended.includes(id) && !recused;
    return sat || outcome === 'deferred' || file.state !== 'decided';
  });
}
