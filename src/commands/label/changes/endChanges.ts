import { systemActor } from '../../common/actor.ts';
import { applyToChange } from '../../common/applyEvent.ts';
import type { NoticeOfChange } from '../../items/noticeOfChange.ts';
import type { Deps } from '../../ports/ports.ts';

const open: readonly NoticeOfChange['state'][] = ['notified', 'followUp', 'overdue'];
const isOpen = ({ state }: NoticeOfChange) => open.includes(state);

/** Notices on a label that ended ask for nothing any more. */
export async function dropChanges(deps: Deps, labelNumber: string): Promise<void> {
  for (const change of (await deps.store.changesOf(labelNumber)).filter(isOpen)) {
    const event = { type: 'drop', at: deps.clock.now().toISOString(), actor: systemActor } as const;
    await deps.store.commit([applyToChange(deps, change, event)]);
  }
}

/** A notice is settled once the application that follows from it has come to its end; what it led to stands in that file. */
export async function concludeChanges(deps: Deps, applicationId: string): Promise<void> {
  for (const change of (await deps.store.changesFollowedBy(applicationId)).filter(isOpen)) {
    const at = deps.clock.now().toISOString();
    const event = { type: 'conclude', at, actor: systemActor, reason: applicationId } as const;
    await deps.store.commit([applyToChange(deps, change, event)]);
  }
}
