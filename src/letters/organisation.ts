import { requireVisible } from '../commands/common/requireVisible.ts';
import { positionOf } from '../policies/adviser.ts';
import { isOpen } from '../policies/invitation.ts';
import { roleIn, speaksFor } from '../policies/organisation.ts';
import { letter } from './letter.ts';

/**
 * Asks an address to join an organisation, unless that was settled meanwhile. Nobody learns from it whether the address has an
 * account: it is written to either way, in its own language or else in the inviter's.
 */
export const organisationInvitation = letter({
  on: ['organisation.memberInvited'],
  topic: null,
  about: async ({ store }, { data }) => {
    const invitation = await store.invitation(data.invitationId);
    if (!invitation) return null;
    const [organisation, inviter] = await Promise.all([
      store.organisation(invitation.organisationId),
      store.person(invitation.invitedBy),
    ]);
    return { invitation, organisation: requireVisible(organisation), inviter: requireVisible(inviter) };
  },
  holds: ({ invitation }, { clock }) => isOpen(invitation, clock.now().toISOString()),
  to: async ({ invitation: { email }, inviter: { language } }, { store }) => {
    const invited = await store.personByEmail(email);
    return [{ name: '', language, removedAt: null, unsubscribed: [], ...invited, email, id: null }];
  },
  path: () => 'my',
  tells: ({ invitation, organisation, inviter }) => ({
    organisation: organisation.name,
    inviter: inviter.name || inviter.email,
    role: positionOf(invitation),
  }),
  says: ({ organisation, inviter, role }, { t }) => ({
    values: { organisation, inviter, role: t(`roles.${role}`) },
  }),
});

/** Tells whoever an organisation was handed to that they speak for it, unless they do not any more. */
export const ownershipReceived = letter({
  on: ['organisation.ownershipTransferred'],
  topic: null,
  about: async ({ store }, { id, data }) => {
    const person = await store.person(data.to);
    return person && { person, organisation: requireVisible(await store.organisation(id)) };
  },
  holds: ({ person, id }) => speaksFor(person, id),
  to: async ({ person }) => [person],
  path: ({ id }) => `organisations/${id}`,
  tells: ({ organisation }) => ({ organisation: organisation.name }),
  says: ({ organisation }) => ({ values: { organisation } }),
});

/** Tells somebody whom another took out of an organisation, an adviser as well, that its pages are closed to them. */
export const membershipEnded = letter({
  on: ['organisation.memberLeft'],
  topic: null,
  about: async ({ store }, { id, data: { personId }, record }) => {
    const person = personId && personId !== record.actor.id ? await store.person(personId) : null;
    return person && { person, organisation: requireVisible(await store.organisation(id)) };
  },
  holds: ({ person, id }) => roleIn(person, id) === null,
  to: async ({ person }) => [person],
  path: () => 'my',
  tells: ({ organisation }) => ({ organisation: organisation.name }),
  says: ({ organisation }) => ({ values: { organisation } }),
});
