import { LabelError } from '../../../errors.ts';
import { isInCommittee } from '../../../policies/who.ts';
import { systemActor } from '../../common/actor.ts';
import { applyToAppeal } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Deps } from '../../ports/ports.ts';
import { hasConflict } from '../../review/ties/barredFrom.ts';

/**
 * Dissolves the panels that a person must not judge in any more: who lost the role or the access, and who is tied to the
 * organisation. Another panel is formed in its place; a stay goes on. Done twice, it does nothing the second time.
 */
export async function leavePanels(deps: Deps, personId: string): Promise<void> {
  const person = requireVisible(await deps.store.person(personId));
  const gone = person.removedAt !== null || !isInCommittee(person);
  for (const appeal of await deps.store.appealsJudgedBy(person.id)) {
    if (!gone && !(await hasConflict(deps, person, appeal.context.organisationId))) continue;
    const at = deps.clock.now().toISOString();
    const event = { type: 'conflictFound', at, actor: systemActor, personId: person.id } as const;
    try {
      await deps.store.commit({ changes: [applyToAppeal(appeal, event, { id: deps.ids.next() })] });
    } catch (error) {
      // Settled meanwhile: what was decided stands.
      if (!(error instanceof LabelError && error.code === 'refused')) throw error;
    }
  }
}
