import { LabelError } from '../../../errors.ts';
import { isInCommittee } from '../../../policies/who.ts';
import { systemActor } from '../../common/actor.ts';
import { found } from '../../common/found.ts';
import { takeOnAppeal } from '../../common/take.ts';
import type { Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';

/**
 * Dissolves the panels that a person must not judge in any more: who lost the role or the access, and who is tied to the
 * organisation. Another panel is formed in its place; a stay goes on. Done twice, it does nothing the second time.
 */
export async function leavePanels(deps: Deps, personId: string): Promise<void> {
  const person = found(await deps.store.person(personId));
  const gone = person.removedAt !== null || !isInCommittee(person);
  for (const appeal of await deps.store.appealsJudgedBy(person.id)) {
    if (!gone && !(await hasConflict(deps, person, appeal.context.organisationId))) continue;
    const at = deps.clock.now().toISOString();
    const event = { type: 'conflictFound', at, actor: systemActor, personId: person.id } as const;
    try {
      await deps.store.commit({ changes: [takeOnAppeal(appeal, event, { id: deps.ids.next() })] });
    } catch (error) {
      // Settled meanwhile: what was decided stands.
      if (!(error instanceof LabelError && error.code === 'refused')) throw error;
    }
  }
}
