import { LabelError, refuseFor } from '../../errors.ts';
import { isOfficer } from '../../policies/who.ts';
import type { Entry } from '../../register/entry.ts';
import { actorOn, type FileActor, requireDuty } from '../common/actor.ts';
import { noteOn } from '../common/noteOn.ts';
import { type ItemInput, requireRevision, requireVisible } from '../common/requireVisible.ts';
import type { Label } from '../items/items.ts';
import type { Asker, Deps } from '../ports/ports.ts';

type LabelInput = ItemInput<'number'>;

/** Gives the register the site that the organisation names today, once an officer has looked at it; the certificate does not name it. */
export async function takeWebsite(
  deps: Pick<Deps, 'store' | 'clock' | 'ids' | 'impartiality'>,
  asker: Asker,
  input: LabelInput & { readonly website: string },
): Promise<void> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const { store } = deps;
  const label = requireRevision(requireVisible(await store.label(input.number)), input.revision);
  const actor = await labelActor(deps, asker, label);
  requireDuty(actor, label.context.applicationId, 'label.takeWebsite');
  const row = requireVisible(await store.entry(label.id));
  const { website } = requireVisible(await store.organisation(label.context.organisationId));
  // The officer looked at another site.
  if (website !== input.website) throw new LabelError('stale');
  refuseFor({ sameWebsite: website === (row.organisation.website ?? '') });
  const at = deps.clock.now().toISOString();
  const note = noteOn(deps, 'labels', label, { at, actor, facts: ['label.websiteTaken'], data: { website } });
  const entry = { ...row, organisation: withWebsite(row.organisation, website), changedAt: at };
  await store.commit([{ ...note, after: { ...label, website } }], [{ kind: 'entry', entry }]);
}

function withWebsite({ website: _, ...organisation }: Entry['organisation'], website: string) {
  return website === '' ? organisation : { ...organisation, website };
}

/** A person as they act on a label: with the parts that they hold on the file that opened it. */
export async function labelActor(
  deps: Pick<Deps, 'store' | 'clock' | 'impartiality'>,
  asker: Asker,
  { context }: Pick<Label, 'context'>,
): Promise<FileActor> {
  return actorOn(deps, asker, requireVisible(await deps.store.application(context.applicationId)));
}
