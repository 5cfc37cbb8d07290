import { LabelError } from '../../errors.ts';
import { holding } from '../../holding.ts';
import { isOfficer } from '../../policies/who.ts';
import { actorOn, actorWithoutFile, dutyReasons, type FileActor } from '../common/actor.ts';
import { type ItemInput, requireRevision, requireVisible } from '../common/requireVisible.ts';
import type { Complaint, ComplaintWord } from '../items/complaint.ts';
import type { Asker, Deps } from '../ports/ports.ts';
import { hasConflict } from '../review/ties/barredFrom.ts';

export type ComplaintInput = ItemInput<'complaintId'>;

type ActorDeps = Pick<Deps, 'store' | 'clock' | 'impartiality'>;

/** A complaint at the revision that its reader saw, and who acts on it when. */
export async function complaintToHandle(deps: Deps, asker: Asker, { complaintId, revision }: ComplaintInput) {
  const complaint = requireRevision(await complaintOfHandler(deps, asker, complaintId), revision);
  return { complaint, eventMeta: await eventMetaOf(deps, asker, complaint) };
}

/** A complaint for an officer, or for the person from outside who was invited to handle it. */
export async function complaintOfHandler({ store }: Pick<Deps, 'store'>, asker: Asker, id: string) {
  const complaint = await store.complaint(id);
  if (!isOfficer(asker) && complaint?.context.outsider !== asker.id) throw new LabelError('forbidden');
  return requireVisible(complaint);
}

/** What goes with an event of a complaint: when it is, and who does it, with their parts on the file of its label. */
export async function eventMetaOf(deps: ActorDeps, asker: Asker, complaint: Complaint) {
  return { at: deps.clock.now().toISOString(), actor: await complaintActor(deps, asker, complaint) };
}

async function complaintActor(deps: ActorDeps, asker: Asker, { context }: Complaint): Promise<FileActor> {
  const { applicationId } = context;
  const file = applicationId === null ? null : await deps.store.application(applicationId);
  return file ? actorOn(deps, asker, file) : actorWithoutFile(asker);
}

/** What binds a person to whoever complained, as far as an address tells. */
export async function bondsTo(deps: ActorDeps, asker: Asker, { email }: Complaint) {
  const complainant = email === null ? null : await deps.store.personByEmail(email);
  const organisations = complainant?.memberships.map(({ organisationId }) => organisationId) ?? [];
  const conflicts = await Promise.all(organisations.map((id) => hasConflict(deps, asker, id)));
  return { complains: email !== null && email === asker.email, tied: conflicts.includes(true) };
}

/** Why a person keeps away from a complaint, whatever its state, as codes of reasons: a part, a tie, or their own complaint. */
export async function reasonsToKeepAway(deps: ActorDeps, asker: Asker, complaint: Complaint) {
  const { actor } = await eventMetaOf(deps, asker, complaint);
  const { complains, tied } = await bondsTo(deps, asker, complaint);
  const { applicationId, handler } = complaint.context;
  const act = handler === asker.id ? 'complaint.resolve' : 'complaint.take';
  const parts = dutyReasons(actor, applicationId ?? '', act);
  return [...parts, ...holding({ isNotComplainant: complains, noTieToComplainant: tied })];
}

/** What was written before, and now. */
export function withWord({ words }: Complaint, word: ComplaintWord): Pick<Complaint, 'words'> {
  return { words: [...words, word] };
}
