import { isHeard } from '../../label/sanctions/hearings.ts';
import type { ListedFile } from '../../ports/listingPorts.ts';
import type { Deps } from '../../ports/ports.ts';

type With = Pick<Deps, 'store'>;

const many = 200;

/** Files that wait for the committee: in deliberation, or with a label that is proposed to be withdrawn. */
export async function waitingFiles({ store }: With): Promise<ListedFile[]> {
  const [inDeliberation, labels] = await Promise.all([
    store.submittedIn(['deliberation'], many),
    store.labelsHeard('withdrawal', many),
  ]);
  return [
    ...inDeliberation,
    ...(await store.applications(labels.map(({ context }) => context.applicationId))),
  ];
}

/** Those of some files that wait for the committee, in the order given, each once. */
export async function waitingAmong({ store }: With, ids: readonly string[]): Promise<string[]> {
  const files = await store.applications([...new Set(ids)]);
  const labels = await store.labelsHeard('withdrawal', many);
  const proposed = new Set(labels.map(({ context }) => context.applicationId));
  const waiting = files.filter(({ id, state }) => state === 'deliberation' || proposed.has(id));
  return [...new Set(ids)].filter((id) => waiting.some((file) => file.id === id));
}

/** Those that can be concluded at an instant: a withdrawal, once its holder was heard. */
export async function concludable({ store }: With, ids: readonly string[], at: string): Promise<string[]> {
  const labels = await store.labelsHeard('withdrawal', many);
  const unheard = labels.filter((label) => !isHeard(label, at)).map(({ context }) => context.applicationId);
  return (await waitingAmong({ store }, ids)).filter((id) => !unheard.includes(id));
}
