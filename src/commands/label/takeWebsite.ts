import { LabelError } from '../../errors.ts';
import { isOfficer } from '../../policies/who.ts';
import type { Entry } from '../../register/entry.ts';
import { requireDuty } from '../common/actor.ts';
import { requireVisible, unchanged } from '../common/requireVisible.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { labelActor } from './labelActor.ts';

/**
 * Gives the register the site that the organisation names today, or takes away the one that it names no more: an officer has
 * looked at it, for it reaches the public. The certificate does not name it and stays. `revision` is the label's as it was seen.
 */
export async function takeWebsite(
  deps: Pick<Deps, 'store' | 'clock' | 'ids' | 'impartiality'>,
  asker: Asker,
  input: { readonly number: string; readonly revision: number; readonly website: string },
): Promise<void> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const { store, clock, ids } = deps;
  const label = requireVisible(await store.label(input.number));
  unchanged(label, input.revision);
  const { organisationId } = label.context;
  const actor = await labelActor(deps, asker, label);
  requireDuty(actor, label.context.applicationId, 'label.takeWebsite');
  const row = requireVisible(await store.entry(label.id));
  const { website } = requireVisible(await store.organisation(organisationId));
  // What was looked at is what is taken.
  if (website !== input.website) throw new LabelError('stale');
  if (website === (row.organisation.website ?? '')) {
    throw new LabelError('refused', { reasons: ['sameWebsite'] });
  }
  const at = clock.now().toISOString();
  const { revision: _, head: __, ...after } = label;
  const record = {
    id: ids.next(),
    at,
    actor,
    event: null,
    facts: ['label.websiteTaken'] as const,
    data: { website },
  };
  const entry = { ...row, organisation: withWebsite(row.organisation, website), changedAt: at };
  await store.commit({
    changes: [{ kind: 'labels', before: label, after: { ...after, website }, record }],
    parts: [{ kind: 'entry', entry }],
  });
}

function withWebsite(
  { website: _, ...organisation }: Entry['organisation'],
  website: string,
): Entry['organisation'] {
  return website === '' ? organisation : { ...organisation, website };
}
