import { LabelError } from '../../errors.ts';
import type { FileActor } from '../common/actor.ts';
import { applyToLabel } from '../common/applyEvent.ts';
import { requirePrintable } from '../common/requirePrintable.ts';
import { requireVisible, unchanged } from '../common/requireVisible.ts';
import type { Label, RevisionAsk } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { revisionEvent, saidAnew } from './revisionAsk.ts';

/** Stands for the certificate that is not made yet, where an ask is tried. */
const untried = '0'.repeat(64);

/**
 * Asks for a new certificate under the same number; a worker makes it, and the label changes with it. Refused at once where
 * the machine would refuse it then. `revision` is the label's as it was seen; one that changed since is `stale`.
 */
export async function askRevision(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  actor: FileActor,
  { number, revision, ...ask }: RevisionAsk & { readonly number: string; readonly revision: number },
): Promise<void> {
  const label = requireVisible(await deps.store.label(number));
  unchanged(label, revision);
  requireChange(label, ask);
  const at = deps.clock.now().toISOString();
  applyToLabel(label, revisionEvent(ask, at, actor, untried), { id: 'untried' });
  const { revision: _, head: __, ...after } = label;
  await deps.store.commit({
    changes: [
      {
        kind: 'labels',
        before: label,
        after,
        record: {
          id: deps.ids.next(),
          at,
          actor,
          event: null,
          facts: ['label.revisionAsked'],
          data: { ask },
        },
      },
    ],
  });
}

function requireChange(label: Label, ask: RevisionAsk): void {
  if (ask.cause === 'name') requirePrintable('name', ask.name);
  if (ask.cause !== 'scope') return;
  const { offers = [] } = saidAnew(label, ask);
  if (offers.length === 0) throw new LabelError('refused', { reasons: ['offersLeft'] });
  if (offers.length === label.offers.length) throw new LabelError('refused', { reasons: ['offersChanged'] });
}
