import type { Asker, Deps } from '../../ports/ports.ts';
import { keepAnswer, ownSponsorship } from './ownSponsorship.ts';

/** The holder does not give its word; nothing follows from it, for nobody. */
export async function declineSponsorship(
  deps: Deps,
  asker: Asker,
  input: { readonly sponsorshipId: string },
): Promise<void> {
  const own = await ownSponsorship(deps, asker, input.sponsorshipId, 'asked');
  const at = deps.clock.now().toISOString();
  const answer = { ...own.sponsorship, state: 'declined', answeredAt: at, by: asker.id } as const;
  await keepAnswer(deps, asker, own, answer, { at, fact: 'sponsorship.declined' });
}
