import { LabelError } from '../../../errors.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { keepAnswer, ownSponsorship } from './ownSponsorship.ts';
import { isSponsorable } from './sponsorable.ts';

/**
 * The holder takes its word back as long as the committee does not have the file: what it wrote goes. That its people take no
 * part in the file stays.
 */
export async function withdrawSponsorship(
  deps: Deps,
  asker: Asker,
  input: { readonly sponsorshipId: string },
): Promise<void> {
  const own = await ownSponsorship(deps, asker, input.sponsorshipId, 'given');
  if (!isSponsorable(own.application)) throw new LabelError('refused', { reasons: ['sponsorshipRead'] });
  const at = deps.clock.now().toISOString();
  const answer = { ...own.sponsorship, state: 'withdrawn', note: '', by: asker.id } as const;
  await keepAnswer(deps, asker, own, answer, { at, fact: 'sponsorship.withdrawn' });
}
