import type { Deps } from '../../ports/ports.ts';
import type { FollowUp } from './followUp.ts';

const failed = { refused: 'Refused', closed: 'Refused', lapsed: 'Lapsed', withdrawn: 'Withdrawn' } as const;
const failedStates = keysIn(failed);

/** Reconsiderations that did not confirm their label, which holds since as if nothing was: until an officer proposes something, or drops it. */
export async function failedReconsiderations({ store }: Deps, limit: number): Promise<FollowUp[]> {
  const files = await store.applicationsOfKind('reconsideration', failedStates, limit);
  const rows = files.map(async ({ id, state, context: { scope, organisationId } }): Promise<FollowUp[]> => {
    const label = scope && (await store.label(scope.label));
    if (!label || label.context.hearing !== null || !['active', 'extended'].includes(label.state)) return [];
    const end = await store.lastRecord(`applications/${id}`);
    const acts = await store.records(`labels/${label.id}`);
    const since = acts.filter(({ at }) => end && at >= end.at).flatMap(({ facts }) => facts);
    if (!end || since.some((fact) => answered.includes(fact))) return [];
    const what = `reconsideration${failed[state as keyof typeof failed]}` as const;
    const path = `files/${label.context.applicationId}/label`;
    const sequence = label.head.seq;
    return [
      { what, number: label.id, organisationId, dueAt: end.at, late: false, open: true, sequence, path },
    ];
  });
  return (await Promise.all(rows)).flat();
}

/** What of an officer or the committee on a label answers it. */
const answered: readonly string[] = [
  'label.proposalDropped',
  'label.suspended',
  'label.kept',
  'label.restored',
];

function keysIn<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(table) as K[];
}
