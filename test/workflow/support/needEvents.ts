import { type NeedEvent, needOutcomes } from '../../../src/workflow/need/needEvents.ts';
import type { NeedContext } from '../../../src/workflow/need/storedNeed.ts';
import { actor, times } from './cast.ts';

type Payloads = { readonly [T in NeedEvent['type']]: readonly Extract<NeedEvent, { type: T }>[] };

const own = { at: times.now, actor: actor('editor') } as const;

/** What every actor could do to a need now. */
export function needEvents({ dueAt }: NeedContext): readonly NeedEvent[] {
  const payloads: Payloads = {
    edit: [{ type: 'edit', ...own, digest: 'a'.repeat(64), dueAt }],
    answer: [
      { type: 'answer', at: times.now, actor: { id: 'writer', roles: [] }, organisationId: 'another' },
    ],
    close: needOutcomes.map((outcome) => ({ type: 'close', ...own, outcome })),
    withdraw: [{ type: 'withdraw', ...own }],
    deadlinePassed: [{ type: 'deadlinePassed', at: times.late, actor: actor('system') }],
    remove: [{ type: 'remove', at: times.now, actor: actor('officer'), reason: 'Spécimen' }],
  };
  return Object.values(payloads).flat();
}
