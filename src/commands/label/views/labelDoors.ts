import { belongsTo } from '../../../policies/organisation.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Label } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { isLiving } from '../changes/notifyChange.ts';

type With = Pick<Deps, 'store' | 'clock'>;

/** Pages of its holder about a label, by the last part of their path, and whether one has something to say or to take now. */
const doors = {
  changes: async ({ store }: With, label: Label) =>
    isLiving(label) || (await store.changesOf([label.id])).length > 0,
  declarations: async ({ store }: With, label: Label) =>
    isLiving(label) || (await store.surveillancesOf([label.id])).length > 0,
  conditions: async ({ store }: With, label: Label) => (await store.conditionsOf(label.id)).length > 0,
  renewal: async (_: With, label: Label) => isLiving(label),
  hearing: async (_: With, { words = [] }: Label) => words.length > 0,
  appeal: async ({ store, clock }: With, { id, context: { appealable, applicationId } }: Label) => {
    const now = clock.now().toISOString();
    const lodged = await store.appealsOf(applicationId);
    return (
      appealable.some(({ until }) => now < until) || lodged.some((one) => one.context.labelNumber === id)
    );
  },
  notice: async (_: With, label: Label) => isLiving(label),
} as const;
export type LabelDoor = keyof typeof doors;

/** The pages about a label that lead somewhere today, for the people of its holder; one that would be empty is not among them. */
export async function labelDoors(
  deps: With,
  asker: Asker,
  { organisationId, number }: { readonly organisationId: string; readonly number: string },
): Promise<readonly LabelDoor[]> {
  requireVisible(belongsTo(asker, organisationId));
  const label = await deps.store.label(number);
  if (!label) return [];
  const names = Object.keys(doors) as LabelDoor[];
  const open = await Promise.all(names.map((name) => doors[name](deps, label)));
  return names.filter((_, i) => open[i]);
}
