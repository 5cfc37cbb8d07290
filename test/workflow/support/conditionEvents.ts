import type { ConditionEvent } from '../../../src/workflow/conditionEvents.ts';
import { actor, times } from './cast.ts';

type Payloads = {
  readonly [T in ConditionEvent['type']]: readonly Extract<ConditionEvent, { type: T }>[];
};

/** What every actor could say of a condition now. */
export function conditionEvents(): readonly ConditionEvent[] {
  const at = times.now;
  const reason = 'Spécimen';
  const officer = { at, actor: actor('officer'), reason } as const;
  const system = { actor: actor('system') } as const;
  const payloads: Payloads = {
    submitProof: [
      { type: 'submitProof', at, actor: actor('editor'), proof: reason, documents: [] },
      { type: 'submitProof', at, actor: actor('owner'), proof: '', documents: ['document-1'] },
    ],
    recordCall: [{ at, actor: actor('officer'), type: 'recordCall', on: '2026-03-01', text: reason }],
    confirm: [{ type: 'confirm', ...officer }],
    reject: [{ type: 'reject', ...officer, dueAt: times.due }],
    extend: [{ type: 'extend', ...officer, dueAt: times.late }],
    drop: [{ type: 'drop', at, ...system }],
    deadlinePassed: [{ type: 'deadlinePassed', at: times.late, ...system }],
  };
  return Object.values(payloads).flat();
}
