import { ticketOf } from '../../../scoring/lot.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/**
 * Screening passed: the file goes on to its reviewers. It draws its ticket for a visit now, before anyone can know what they
 * will find; seed and ticket stand in the journal.
 */
export async function acceptApplication(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string; readonly revision: number },
): Promise<void> {
  const application = requireVisible(await deps.store.application(input.applicationId));
  unchanged(application, input.revision);
  const event = {
    type: 'accept',
    at: deps.clock.now().toISOString(),
    actor: await actorOn(deps, asker, application),
  } as const;
  const seed = deps.ids.secret();
  const lot = { seed, ticket: ticketOf(seed, application.id) };
  const record = { id: deps.ids.next(), data: { lot } };
  await deps.store.commit({ changes: [applyToApplication(application, event, record, { lot })] });
}
