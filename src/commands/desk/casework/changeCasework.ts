import { actorOf } from '../../common/actor.ts';
import { addItem, changeItem } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { CaseId, Casework } from '../../items/casework.ts';
import type { FactsWithOptionalData } from '../../items/eventData.ts';
import type { Item } from '../../items/item.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type CaseSubject, caseSubject } from './caseSubject.ts';

type With = Pick<Deps, 'ids'>;
type Content = Omit<Casework, keyof Item | keyof CaseSubject>;

/** What a command makes of casework as it is now; null where there is nothing to do. */
export interface CaseChange {
  readonly changed: Partial<Content>;
  readonly line: FactsWithOptionalData;
}

/** Nothing was added yet. */
export const untouched: Content = { owner: null, tags: [], taggedAt: null, followers: [], notes: [] };

/**
 * Changes what officers added to an item that this one may add to, with its line in the journal. What two add at the same time is both
 * kept: the later one looks again.
 */
export async function changeCasework(
  deps: Deps,
  asker: Asker,
  id: CaseId,
  change: (now: Content, at: string) => CaseChange | null,
): Promise<void> {
  const subject = await caseSubject(deps, asker, id);
  await retryOnConflict(async () => {
    const before = await deps.store.casework(id);
    const at = deps.clock.now().toISOString();
    const next = change(before ?? untouched, at);
    if (next === null) return;
    const line = { at, actor: actorOf(asker), ...next.line };
    await deps.store.commit([written(deps, subject, before, next.changed, line)]);
  });
}

function written(
  deps: With,
  subject: CaseSubject,
  before: Casework | null,
  changed: Partial<Content>,
  line: Parameters<typeof changeItem>[4],
) {
  return before
    ? changeItem(deps, 'casework', before, changed, line)
    : addItem(deps, 'casework', { ...subject, ...untouched, ...changed }, line);
}

/** A note of one's own that stands on its own: another's is not found, nor one that a hand-over rests on. */
export function requireOwnNote({ notes }: Pick<Content, 'notes'>, asker: Asker, noteId: string) {
  return requireVisible(notes.find(({ id, by, handOver }) => id === noteId && by === asker.id && !handOver));
}
