import { applyToSession } from '../../common/applyEvent.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type SessionInput, sessionInProgress } from './sessionInProgress.ts';

/** Members say before the session opens that they will not come, without a reason, or that they come after all. */
export async function excuseOneself(
  deps: Deps,
  asker: Asker,
  input: SessionInput & { readonly comes: boolean },
): Promise<void> {
  const { session, eventMeta } = await sessionInProgress(deps, asker, input);
  const event = input.comes
    ? ({ ...eventMeta, type: 'takeExcuseBack' } as const)
    : ({ ...eventMeta, type: 'excuse' } as const);
  await deps.store.commit([applyToSession(deps, session, event)]);
}
