import { LabelError } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import type { Tie } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import type { DomainEvent } from '../../../workflow/domainEvents.ts';
import { actorOf } from '../../common/actor.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { Application, Sponsorship } from '../../items/items.ts';
import type { Asker, Change, Deps, Store } from '../../ports/ports.ts';
import { linesOfTies, tiesOfSponsoring } from '../../review/ties/detectedTies.ts';
import { isSponsorable, labelInForce } from './askSponsor.ts';

/**
 * The holder gives its word for an application, while its label holds and the file is not decided. From then on none of its
 * people takes part in that file.
 */
export async function giveSponsorship(
  deps: Deps,
  asker: Asker,
  input: { readonly sponsorshipId: string; readonly note: string },
): Promise<void> {
  // Who it concerns may change meanwhile in what has nothing to do with this: it is done anew then.
  return retryOnConflict(async () => {
    const own = await ownSponsorship(deps, asker, input.sponsorshipId, 'asked');
    const { sponsorship, application, store } = own;
    if (!isSponsorable(application)) throw new LabelError('refused', { reasons: ['sponsorshipTooLate'] });
    if (!(await labelInForce(deps, sponsorship.labelNumber))) {
      throw new LabelError('refused', { reasons: ['ownLabelNotInForce'] });
    }
    const at = deps.clock.now().toISOString();
    const people = await store.peopleOf(sponsorship.sponsorId);
    const ties = tiesOfSponsoring(people, { ...sponsorship, answeredAt: at });
    const also = await linesOfTies({ ...deps, store }, ties, { at, fact: 'tie.detected' });
    const answer = {
      ...sponsorship,
      state: 'given',
      note: input.note,
      answeredAt: at,
      by: asker.id,
    } as const;
    await keepAnswer(deps, asker, own, answer, { at, fact: 'sponsorship.given', also, ties });
  });
}

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

/** A sponsorship that the asker may answer for the holder, and the file that it is for. */
interface OwnSponsorship {
  readonly sponsorship: Sponsorship;
  readonly application: Application;
  /** The whole store: the answer is kept with a file that is not the holder's to see. */
  readonly store: Store;
}

/** Loads it for an owner or editor of the holder; for anyone else there is none. `refused` when it is not in `state`. */
async function ownSponsorship(
  deps: Pick<Deps, 'store'>,
  asker: Asker,
  id: string,
  state: Sponsorship['state'],
): Promise<OwnSponsorship> {
  const sponsorship = requireVisible(await deps.store.sponsorship(id));
  requireVisible(mayEdit(asker, sponsorship.sponsorId) || null);
  if (sponsorship.state !== state) throw new LabelError('refused', { reasons: ['sponsorshipAnswered'] });
  const store = deps.store.seenBy(everything);
  return {
    sponsorship,
    application: requireVisible(await store.application(sponsorship.applicationId)),
    store,
  };
}

/** Keeps an answer with its line on the file, which says by whom and not as whose: the file is another organisation's. */
async function keepAnswer(
  deps: Pick<Deps, 'ids'>,
  asker: Asker,
  { application, store }: OwnSponsorship,
  answer: Sponsorship,
  {
    at,
    fact,
    also = [],
    ties = [],
  }: {
    readonly at: string;
    readonly fact: Extract<DomainEvent, `sponsorship.${string}`>;
    readonly also?: readonly Change[];
    readonly ties?: readonly Tie[];
  },
): Promise<void> {
  const record = {
    id: deps.ids.next(),
    at,
    actor: actorOf(asker, []),
    event: null,
    facts: [fact],
    data: { sponsorshipId: answer.id, label: answer.labelNumber },
  } as const;
  await store.commit({
    changes: [{ kind: 'applications', before: application, after: application, record }, ...also],
    parts: [
      { kind: 'ties', rows: ties },
      { kind: 'sponsorships', rows: [answer] },
    ],
  });
}
