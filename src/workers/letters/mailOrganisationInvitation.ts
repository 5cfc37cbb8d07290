import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { isOpen } from '../../policies/invitation.ts';

/**
 * Asks an address to join an organisation, unless that was settled meanwhile. Nobody learns from it whether the address has an
 * account: it is written to either way, in its own language or else in the inviter's.
 */
export async function mailOrganisationInvitation(deps: Deps, job: Job): Promise<void> {
  const { store, clock, mailer, publicUrl } = deps;
  const record = (await store.records(job.stream)).find(({ id }) => id === job.recordId);
  const invitation = await store.invitation(String(record?.data.invitationId));
  if (!invitation || !isOpen(invitation, clock.now().toISOString())) return;
  const [organisation, inviter, invited] = await Promise.all([
    store.organisation(invitation.organisationId),
    store.person(invitation.invitedBy),
    store.personByEmail(invitation.email),
  ]);
  if (invited && invited.removedAt !== null) return;
  const { name, language } = invited ?? { name: '', language: requireVisible(inviter).language };
  await mailer.send({
    kind: 'organisationInvitation',
    to: { email: invitation.email, language, name, personId: invited?.id ?? null },
    params: {
      organisation: requireVisible(organisation).name,
      inviter: requireVisible(inviter).name || requireVisible(inviter).email,
      role: invitation.role,
      link: `${publicUrl}/${language}/my`,
    },
    id: job.id,
  });
}
