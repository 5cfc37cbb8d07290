import { invalid, refuseFor } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { stagesBeforeCommittee } from '../../../policies/stages.ts';
import { everything } from '../../../policies/view.ts';
import { dayOf } from '../../../register/day.ts';
import { readNumber } from '../../../register/number.ts';
import { statusToday } from '../../../register/publicStatus.ts';
import { actorTowards } from '../../common/actor.ts';
import { type FileRef, ownApplication } from '../../common/fileInput.ts';
import { noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Application, Sponsorship } from '../../items/items.ts';
import { requireNotMerged } from '../../people/organisations/ownTeam.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** A few voices are read; many would be counted. */
const max = 3;
const standing: readonly Sponsorship['state'][] = ['asked', 'given'];

/** Which application asks, the holder's number as it was typed, and what the label is wanted for. */
type Input = FileRef & { readonly labelNumber: string; readonly purpose: string };

/**
 * Asks the holder of a label for its word on an application, for who writes in it. The holder is shown the names of the
 * organisation and its offers, and the purpose, as they are now; nothing else of the file. Gives the sponsorship's id.
 */
export async function askSponsor(deps: Deps, asker: Asker, input: Input): Promise<string> {
  const { applicationId, labelNumber, purpose } = input;
  const application = await ownApplication(deps, asker, applicationId, mayEdit);
  const { organisationId } = application.context;
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  requireNotMerged(organisation);
  refuseFor({ wrongState: !isSponsorable(application) });
  const known = await deps.store.sponsorshipsFor(applicationId);
  refuseFor({ sponsorsEnough: known.filter(({ state }) => standing.includes(state)).length >= max });
  const holder = await holderOf(deps, labelNumber, organisationId, known);
  const copy = requireVisible(await deps.store.selfAssessment(applicationId));
  const sponsorship: Sponsorship = {
    id: deps.ids.next(),
    applicationId,
    organisationId,
    sponsorId: holder.organisation.id,
    shown: { organisation: organisation.name, offers: copy.offersNamed.map(({ name }) => name), purpose },
    sponsor: holder.organisation.name,
    labelNumber: holder.number,
    state: 'asked',
    note: '',
    askedAt: deps.clock.now().toISOString(),
    answeredAt: null,
    by: null,
  };
  const data = { sponsorshipId: sponsorship.id, label: holder.number };
  const actor = actorTowards(asker, organisationId);
  const line = { at: sponsorship.askedAt, actor, facts: ['sponsorship.asked'], data } as const;
  await deps.store.commit(
    [noteOn(deps, 'applications', application, line)],
    [{ kind: 'sponsorships', rows: [sponsorship] }],
  );
  return sponsorship.id;
}

/** The row of a label whose holder may be asked; each thing that speaks against it is a fault of its own. */
async function holderOf(deps: Deps, typed: string, applicantId: string, known: readonly Sponsorship[]) {
  const read = readNumber(typed);
  if (read.kind !== 'number') throw invalid('labelNumber', 'sponsorUnknown');
  if (!(await deps.store.entry(read.number))) throw invalid('labelNumber', 'sponsorUnknown');
  const entry = await labelInForce(deps, read.number);
  if (!entry) throw invalid('labelNumber', 'sponsorNotInForce');
  const { id } = entry.organisation;
  if (id === applicantId) throw invalid('labelNumber', 'sponsorSelf');
  if (known.some(({ sponsorId }) => sponsorId === id)) throw invalid('labelNumber', 'sponsorAsked');
  // Read from the whole store: the applicant may not see the holder, but a merged registration must be detected.
  const holder = requireVisible(await deps.store.seenBy(everything).organisation(id));
  if (holder.mergedInto !== null) throw invalid('labelNumber', 'sponsorMerged');
  return entry;
}

const open: readonly Application['state'][] = ['draft', ...stagesBeforeCommittee];

/**
 * Whether a word for an application can still be given: until the committee has the file. A decision that is sealed must not be
 * distinguishable from a deliberation, so it is closed in both.
 */
export function isSponsorable({ state }: Pick<Application, 'state'>): boolean {
  return open.includes(state);
}

/** The register row of a label that holds today, or null. */
export async function labelInForce({ store, clock }: Pick<Deps, 'store' | 'clock'>, number: string) {
  const entry = await store.entry(number);
  const today = dayOf(clock.now().toISOString());
  return entry && statusToday(entry, today).valid ? entry : null;
}
