import { type ChangeEvent, changeEffects } from '../../../src/workflow/changeEvents.ts';
import type { ReviewEvent } from '../../../src/workflow/events.ts';
import type { ReviewContext } from '../../../src/workflow/stored.ts';
import { actor, times } from './cast.ts';

type Payloads<Event extends { type: string }> = {
  readonly [T in Event['type']]: readonly Extract<Event, { type: T }>[];
};

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

/** What every actor could do about a notice of change now. */
export function changeEvents(): readonly ChangeEvent[] {
  const own = { at: times.now, actor: actor('officer'), reason: 'Spécimen' } as const;
  const system = actor('system');
  const payloads: Payloads<ChangeEvent> = {
    assess: changeEffects.map((effect) => ({ ...own, type: 'assess', effect, dueAt: times.due })),
    conclude: [
      { ...own, type: 'conclude' },
      { ...own, type: 'conclude', actor: system },
    ],
    applicationSent: [{ type: 'applicationSent', at: times.now, actor: system }],
    applicationFailed: [{ type: 'applicationFailed', at: times.now, actor: system }],
    deadlinePassed: [{ type: 'deadlinePassed', at: times.late, actor: system }],
    drop: [{ type: 'drop', at: times.now, actor: system }],
  };
  return Object.values(payloads).flat();
}
