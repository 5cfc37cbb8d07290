import { isOver } from '../../../policies/stages.ts';
import { eventsOf } from '../../../workflow/step.ts';
import { type EventMeta, systemActor } from '../../common/actor.ts';
import { applyToChange } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Application } from '../../items/items.ts';
import type { NoticeOfChange } from '../../items/noticeOfChange.ts';
import type { Deps } from '../../ports/ports.ts';

const settled: readonly NoticeOfChange['state'][] = ['closed', 'dropped'];
const isOpen = ({ state }: NoticeOfChange) => !settled.includes(state);

/** Notices on a label that ended ask for nothing any more. */
export async function dropChanges(deps: Deps, labelNumber: string): Promise<void> {
  for (const change of (await deps.store.changesOf([labelNumber])).filter(isOpen)) {
    const event = { type: 'drop', at: deps.clock.now().toISOString(), actor: systemActor } as const;
    await deps.store.commit([applyToChange(deps, change, event)]);
  }
}

/**
 * A notice follows the application that it asks for: examined once that was sent, settled once it was granted. One that failed after
 * it was sent waits for an officer; a draft that was given up can be begun again. Done already, it does nothing.
 */
export async function followApplication(deps: Deps, applicationId: string): Promise<void> {
  const application = requireVisible(await deps.store.application(applicationId));
  const eventMeta = { at: deps.clock.now().toISOString(), actor: systemActor };
  const event = eventAfter(application, eventMeta);
  if (event === null) return;
  for (const change of await deps.store.changesFollowedBy(applicationId)) {
    if (eventsOf('change', change.state).includes(event.type))
      await deps.store.commit([applyToChange(deps, change, event)]);
  }
}

function eventAfter({ id, state, context }: Application, eventMeta: EventMeta) {
  if (state === 'draft') return null;
  if (state === 'granted') return { type: 'conclude', reason: id, ...eventMeta } as const;
  if (!isOver({ state })) return { type: 'applicationSent', ...eventMeta } as const;
  const isGivenUp = context.snapshots === 0 && context.succeeds !== null;
  return isGivenUp ? null : ({ type: 'applicationFailed', ...eventMeta } as const);
}
