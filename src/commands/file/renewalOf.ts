import { isOver } from '../../policies/stages.ts';
import type { Application, Label } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';

type With = Pick<Deps, 'store'>;
type Known = Pick<Label, 'id' | 'context'>;

/** The request to renew a label that is prepared or examined now, or to take its place after a change; null while there is none. */
export async function renewalOf({ store }: With, label: Known): Promise<Application | null> {
  const [files, changes] = await Promise.all([
    store.applicationsOf([label.context.organisationId]),
    store.changesOf([label.id]),
  ]);
  const followed = changes.flatMap(({ followedBy }) => followedBy ?? []);
  const succeeding = (await Promise.all(followed.map((id) => store.application(id)))).find(
    (file) => file?.context.succeeds?.label === label.id && !isOver(file),
  );
  const open = files.filter((file) => file.context.kind === 'renewal' && !isOver(file));
  const renewed = await Promise.all(open.map((file) => renewedNumber({ store }, file)));
  return open.find((_, at) => renewed[at] === label.id) ?? succeeding ?? null;
}

/** The same once it was sent: from then on the label waits for its decision. */
export async function sentRenewalOf(deps: With, label: Known): Promise<Application | null> {
  const renewal = await renewalOf(deps, label);
  return renewal?.state === 'draft' ? null : renewal;
}

/** The number of the label that an application renews or takes the place of: of the one that was frozen, and of a draft the one that it began with. */
export async function renewedNumber({ store }: With, { id, context }: Application): Promise<string | null> {
  if (context.succeeds) return context.succeeds.label;
  if (context.kind !== 'renewal') return null;
  const { snapshots } = context;
  const frozen = snapshots > 0 ? await store.snapshot(id, snapshots) : null;
  const earlier = frozen ? frozen.content.earlier : (await store.selfAssessment(id))?.earlier;
  return earlier?.labelNumber ?? null;
}

/** The label that another one took the place of; null where it took none's. */
export async function replacedBy({ store }: With, { id, context }: Known): Promise<Label | null> {
  const labels = await store.labelsOf(context.organisationId);
  return labels.find((label) => label.context.successor === id) ?? null;
}
