import type { LabelEvent, ReviewEvent } from '../../../src/workflow/events.ts';
import type { LabelContext, ReviewContext } from '../../../src/workflow/stored.ts';
import { actor, times } from './cast.ts';

type Payloads<Event extends { type: string }> = {
  readonly [T in Event['type']]: readonly Extract<Event, { type: T }>[];
};

const certificate = 'a'.repeat(64);
const afterPeriod = '2029-03-01T09:00:00.000Z';

/** What every actor could send to a review now. */
export function reviewEvents(c: ReviewContext): readonly ReviewEvent[] {
  const own = { at: times.now, actor: actor('reviewer', c.personId) } as const;
  const payloads: Payloads<ReviewEvent> = {
    accept: [{ ...own, type: 'accept', noConflictDeclared: true, dueAt: times.due }],
    decline: [{ ...own, type: 'decline', reason: '' }],
    deliver: [{ ...own, type: 'deliver', unscored: 0, deviationsWithoutComment: 0, conflict: false }],
    deadlinePassed: [{ type: 'deadlinePassed', at: times.late, actor: actor('system') }],
    conflictFound: [{ type: 'conflictFound', at: times.now, actor: actor('officer') }],
    release: [{ type: 'release', at: times.now, actor: actor('officer'), reason: 'Spécimen' }],
    fileClosed: [{ type: 'fileClosed', at: times.now, actor: actor('system') }],
  };
  return Object.values(payloads).flat();
}

/** What every actor could send to a label now; the period's end comes after it. */
export function labelEvents(_: LabelContext): readonly LabelEvent[] {
  const officer = { at: times.now, actor: actor('officer'), reason: 'Spécimen' } as const;
  const system = { at: times.now, actor: actor('system') } as const;
  const payloads: Payloads<LabelEvent> = {
    issued: [{ ...system, type: 'issued', certificate, entryReady: true }],
    suspend: [{ ...officer, type: 'suspend', dueAt: times.due }],
    restore: [{ ...officer, type: 'restore', certificate }],
    withdrawLabel: [{ ...officer, type: 'withdrawLabel' }],
    terminate: [{ at: times.now, actor: actor('owner'), type: 'terminate' }],
    reviseScope: [{ at: times.now, actor: actor('officer'), type: 'reviseScope', certificate }],
    reissue: [{ ...system, type: 'reissue', certificate, cause: 'key' }],
    periodEnded: [
      { ...system, at: afterPeriod, type: 'periodEnded', renewalFiled: true },
      { ...system, at: afterPeriod, type: 'periodEnded', renewalFiled: false },
    ],
    renew: [{ ...system, type: 'renew', successor: 'MIE-29-00007-X' }],
    renewalRefused: [{ at: afterPeriod, actor: actor('officer'), type: 'renewalRefused' }],
    graceEnded: [{ ...system, at: afterPeriod, type: 'graceEnded' }],
    deadlinePassed: [{ ...system, at: times.late, type: 'deadlinePassed' }],
    setStanding: [
      { at: times.now, actor: actor('officer'), type: 'setStanding', standing: 'conditional' },
      { at: times.now, actor: actor('officer'), type: 'setStanding', standing: 'clean' },
    ],
    upholdAppeal: [
      { at: times.now, actor: actor('committee'), type: 'upholdAppeal', reason: 'Spécimen', certificate },
    ],
  };
  return Object.values(payloads).flat();
}
