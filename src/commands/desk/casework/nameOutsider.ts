import { LabelError, refuseFor } from '../../../errors.ts';
import { isAdministrator } from '../../../policies/who.ts';
import { applyToComplaint } from '../../common/applyEvent.ts';
import { requireName } from '../../common/nameFaults.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { type ComplaintInput, eventMetaOf } from '../../complaint/complaintFile.ts';
import { officersOn, outsiderOf, reasonsNotToHandle } from '../../complaint/complaintHandlers.ts';
import { openComplaints } from '../../complaint/followComplaints.ts';
import type { Complaint } from '../../items/complaint.ts';
import type { Person } from '../../items/items.ts';
import { enrolPerson } from '../../people/accounts/enrolPerson.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** What an administrator reads of a complaint that no officer may handle: not its text, nor who complained. */
export async function viewOutsider(deps: Deps, asker: Asker, complaintId: string) {
  const complaint = await complaintOfAdministrator(deps, asker, complaintId);
  const { id, revision, kind, state, receivedAt, context } = complaint;
  const officers = await officersOn(deps, complaint);
  return {
    ...{ id, revision, kind, state, receivedAt, dueAt: context.dueAt, labelNumber: context.labelNumber },
    isOpen: openComplaints.some((open) => open === state),
    outsider: await outsiderOf(deps, complaint),
    officers,
    officersLeft: officers.some(({ reasons }) => reasons.length === 0),
  };
}

/** Invites somebody from outside the office to handle one complaint that no officer may handle; an unknown address gets an account. */
export async function nameOutsider(
  deps: Deps,
  asker: Asker,
  input: ComplaintInput & { readonly email: string; readonly name: string },
): Promise<void> {
  const { email, name } = input;
  const complaint = requireRevision(
    await complaintOfAdministrator(deps, asker, input.complaintId),
    input.revision,
  );
  const officersLeft = (await officersOn(deps, complaint)).some(({ reasons }) => reasons.length === 0);
  // Nobody gets an account for an invitation that is refused.
  refuseFor({ noOfficerLeft: officersLeft, outsiderIsFree: email === complaint.email });
  const person = (await deps.store.personByEmail(email)) ?? (await enrolled(deps, asker, { email, name }));
  const reasons = await reasonsNotToHandle(deps, person, complaint);
  const event = {
    type: 'nameOutsider',
    ...(await eventMetaOf(deps, asker, complaint)),
    personId: person.id,
    officersLeft,
    keptAway: person.removedAt !== null || reasons.length > 0,
  } as const;
  await deps.store.commit([applyToComplaint(deps, complaint, event)]);
}

function enrolled(
  deps: Deps,
  asker: Asker,
  { email, name }: { readonly email: string; readonly name: string },
): Promise<Person> {
  requireName('name', name);
  const { id, roles, language } = asker;
  return enrolPerson(deps, { email, name, language, roles: [] }, { id, roles });
}

async function complaintOfAdministrator(deps: Deps, asker: Asker, complaintId: string): Promise<Complaint> {
  if (!isAdministrator(asker)) throw new LabelError('forbidden');
  return requireVisible(await deps.store.complaint(complaintId));
}
