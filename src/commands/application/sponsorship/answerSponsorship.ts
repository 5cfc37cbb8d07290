import { refuseFor } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import type { Tie } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import { actorOf } from '../../common/actor.ts';
import { noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Sponsorship } from '../../items/items.ts';
import type { Asker, Change, Deps } from '../../ports/ports.ts';
import { linesOfTies, tiesOfSponsoring } from '../../review/ties/detectedTies.ts';
import { isSponsorable, labelInForce } from './askSponsor.ts';

/**
 * The holder gives its word for an application, while its label is in force and the file is not decided. From then on none of
 * its people takes part in that file.
 */
export async function giveSponsorship(
  deps: Deps,
  asker: Asker,
  input: { sponsorshipId: string; note: string },
) {
  // Retried when the people it concerns change meanwhile in some other way.
  return retryOnConflict(async () => {
    const own = await ownSponsorship(deps, asker, input.sponsorshipId, 'asked');
    const { sponsorship, application, store } = own;
    refuseFor({ sponsorshipTooLate: !isSponsorable(application) });
    refuseFor({ ownLabelNotInForce: !(await labelInForce(deps, sponsorship.labelNumber)) });
    const at = deps.clock.now().toISOString();
    const people = await store.peopleOf(sponsorship.sponsorId);
    const ties = tiesOfSponsoring(people, { ...sponsorship, answeredAt: at });
    const also = await linesOfTies({ ...deps, store }, ties, { at, fact: 'tie.detected' });
    const answer = { state: 'given', note: input.note, answeredAt: at } as const;
    await keepAnswer(deps, asker, own, answer, { at, also, ties });
  });
}

/** The holder does not give its word; it has no consequence for anyone. */
export async function declineSponsorship(deps: Deps, asker: Asker, input: { sponsorshipId: string }) {
  const own = await ownSponsorship(deps, asker, input.sponsorshipId, 'asked');
  const at = deps.clock.now().toISOString();
  await keepAnswer(deps, asker, own, { state: 'declined', answeredAt: at }, { at });
}

/**
 * The holder withdraws its word as long as the committee does not have the file: its text is erased, but its people still take
 * no part in the file.
 */
export async function withdrawSponsorship(deps: Deps, asker: Asker, input: { sponsorshipId: string }) {
  const own = await ownSponsorship(deps, asker, input.sponsorshipId, 'given');
  refuseFor({ sponsorshipRead: !isSponsorable(own.application) });
  const at = deps.clock.now().toISOString();
  await keepAnswer(deps, asker, own, { state: 'withdrawn', note: '' }, { at });
}

/**
 * A sponsorship for an owner or editor of the holder, with the file that it is for; for anyone else there is none. `refused` when it
 * is not in `state`.
 */
async function ownSponsorship(deps: Deps, asker: Asker, id: string, state: Sponsorship['state']) {
  const sponsorship = requireVisible(await deps.store.sponsorship(id));
  requireVisible(mayEdit(asker, sponsorship.sponsorId));
  refuseFor({ sponsorshipAnswered: sponsorship.state !== state });
  // The whole store: the answer is stored with a file that the holder may not see.
  const store = deps.store.seenBy(everything);
  const application = requireVisible(await store.application(sponsorship.applicationId));
  return { sponsorship, application, store };
}

/** Stores an answer with its line on the file; the actor has no roles there, because the file is another organisation's. */
async function keepAnswer(
  deps: Pick<Deps, 'ids'>,
  asker: Asker,
  { sponsorship, application, store }: Awaited<ReturnType<typeof ownSponsorship>>,
  answer: Partial<Sponsorship> & { readonly state: 'given' | 'declined' | 'withdrawn' },
  { at, also = [], ties = [] }: { at: string; also?: readonly Change[]; ties?: readonly Tie[] },
): Promise<void> {
  const data = { sponsorshipId: sponsorship.id, label: sponsorship.labelNumber };
  const line = { at, actor: actorOf(asker, []), facts: [`sponsorship.${answer.state}`], data } as const;
  await store.commit(
    [noteOn(deps, 'applications', application, line), ...also],
    [
      { kind: 'ties', rows: ties },
      { kind: 'sponsorships', rows: [{ ...sponsorship, ...answer, by: asker.id }] },
    ],
  );
}
