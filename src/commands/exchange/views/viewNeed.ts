import { LabelError } from '../../../errors.ts';
import { belongsTo, mayEdit, ownOrganisations } from '../../../policies/organisation.ts';
import { everything } from '../../../policies/view.ts';
import { isOfficer } from '../../../policies/who.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { isOpen } from '../publishNeed.ts';
import { fittingOffers } from './fittingOffers.ts';
import { namesOf } from './listExchanges.ts';

/** Conversations that are looked through for those about one need. */
const maxAnswers = 100;

/** What a need's page shows to whoever is signed in. */
export type NeedPage = Awaited<ReturnType<typeof viewNeed>>;

/** A need that waits for somebody, for anyone who is signed in; one that is over, for its organisation and officers alone: for others it is `needOver`. */
export async function viewNeed(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  needId: string,
) {
  const need = requireVisible(await store.need(needId));
  const { organisationId } = need.context;
  const isOwn = belongsTo(asker, organisationId);
  if (!isOpen(need) && !isOwn && !isOfficer(asker)) throw new LabelError('needOver');
  // Who looks for something says so to everyone who is signed in.
  const organisation = await store.seenBy(everything).organisation(organisationId);
  const writers = ownOrganisations(asker).filter((id) => id !== organisationId && mayEdit(asker, id));
  const [known, offers, conversations, labels, answers] = await Promise.all([
    store.organisations(writers),
    isOpen(need) ? fittingOffers({ store, clock }, need) : [],
    Promise.all(writers.map((id) => store.conversation(`${needId}-${id}`))),
    store.entriesOf(organisationId, 1),
    isOwn ? store.conversationsOf(organisationId, maxAnswers) : [],
  ]);
  const wroteAbout = answers.filter((one) => one.needId === needId);
  const names = await namesOf(
    { store },
    wroteAbout.map(({ writerId }) => writerId),
  );
  return {
    need,
    /** Offers that may be what it asks for. */
    offers,
    organisation: { id: organisationId, name: organisation?.name ?? '', hasPublicPage: labels.length > 0 },
    isOwn,
    mayEdit: mayEdit(asker, organisationId) && isOpen(need),
    /** Whom the asker may write for. */
    writers: known.map(({ id, name }) => ({ id, name })),
    /** Those that go on already. */
    conversations: conversations.flatMap((one) =>
      one ? [{ id: one.id, organisationId: one.writerId }] : [],
    ),
    /** For its own people: who wrote about it, and where they answer. */
    answers: wroteAbout.map(({ id, writerId }) => ({ id, name: names.get(writerId) ?? '' })),
    mayRemove: isOfficer(asker) && !isOwn && isOpen(need),
  };
}
