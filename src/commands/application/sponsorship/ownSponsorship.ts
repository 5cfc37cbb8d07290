import { LabelError } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import type { Tie } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import type { DomainEvent } from '../../../workflow/domainEvents.ts';
import { actorOf } from '../../common/actor.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Application, Sponsorship } from '../../items/items.ts';
import type { Asker, Change, Deps, Store } from '../../ports/ports.ts';

/** A sponsorship that the asker may answer for the holder, and the file that it is for. */
export interface OwnSponsorship {
  readonly sponsorship: Sponsorship;
  readonly application: Application;
  /** The whole store: the answer is kept with a file that is not the holder's to see. */
  readonly store: Store;
}

/** Loads it for an owner or editor of the holder; for anyone else there is none. `refused` when it is not in `state`. */
export async function ownSponsorship(
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
export async function keepAnswer(
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
