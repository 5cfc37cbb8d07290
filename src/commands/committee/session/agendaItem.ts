import { requireVisible } from '../../common/requireVisible.ts';
import type { Label } from '../../items/items.ts';
import type { ListedFile } from '../../ports/listingPorts.ts';
import type { Deps } from '../../ports/ports.ts';

/** The id of the item that the committee decides on a file now: its application, or the proposal to withdraw its label; null where there is none. */
export async function openItem(
  { store }: Pick<Deps, 'store'>,
  { id, state, context }: Pick<ListedFile, 'id' | 'state' | 'context'>,
): Promise<string | null> {
  if (state === 'deliberation') return id;
  const label = context.labelNumber ? requireVisible(await store.label(context.labelNumber)) : null;
  const isProposed = label?.context.hearing?.about === 'withdrawal' && label.context.applicationId === id;
  return isProposed ? withdrawalItem(label) : null;
}

/** The id of the last proposal to withdraw a label: a later proposal is another item. */
export function withdrawalItem({ id, words = [] }: Pick<Label, 'id' | 'words'>): string {
  return `${id} ${words.findLast(({ step }) => step === 'proposeWithdrawal')?.at ?? ''}`.trim();
}
