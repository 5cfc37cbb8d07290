import type { Label } from '../items/items.ts';
import type { Deps, Part } from '../ports/ports.ts';
import { lifeOf } from './lifeOf.ts';

/** The register row of a label that changes its state and nothing else; nothing for a label that has none yet. */
export async function labelRow(
  { store }: Pick<Deps, 'store'>,
  { id, state, history, context }: Pick<Label, 'id' | 'state' | 'history' | 'context'>,
  at: string,
): Promise<readonly Part[]> {
  const row = await store.entry(id);
  if (!row) return [];
  const { standing, successor } = context;
  const followed = successor !== null && { successor };
  const life = lifeOf({ state, context, history }).history;
  return [{ kind: 'entry', entry: { ...row, state, standing, ...followed, history: life, changedAt: at } }];
}
