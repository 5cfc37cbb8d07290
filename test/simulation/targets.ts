import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Application, Label } from '../../src/commands/items/items.ts';
import type { Deps } from '../../src/commands/ports/ports.ts';
import { addDays, type Day, dayOf } from '../../src/register/day.ts';
import type { Known } from './known.ts';

/** Files in some states. */
export function filesIn(...states: readonly Application['state'][]) {
  return (known: Known) => known.all('applications').filter(({ state }) => states.includes(state));
}

/** Labels in some states. */
export function labelsIn(...states: readonly Label['state'][]) {
  return (known: Known) => known.all('labels').filter(({ state }) => states.includes(state));
}

/** Those that somebody holds, whether they are valid or not. */
export const heldLabels = labelsIn('active', 'extended', 'suspended', 'withdrawalPending');

/** The day in so many days. */
export function dayIn({ clock }: Pick<Deps, 'clock'>, days: number): Day {
  return addDays(dayOf(clock.now().toISOString()), days);
}

/** Which file a form is about, as whoever fills it in read it. */
export function fileAt({ id, revision }: Pick<Application, 'id' | 'revision'>) {
  return { applicationId: id, revision };
}

/** Which label likewise. */
export function labelAt({ id, revision }: Pick<Label, 'id' | 'revision'>) {
  return { number: id, revision };
}

/** Id of the owner of an organisation. */
export function ownerOf(
  known: Known,
  { context }: { readonly context: { readonly organisationId: string } },
): string {
  const isOwner = ({ organisationId, role }: { readonly organisationId: string; readonly role: string }) =>
    organisationId === context.organisationId && role === 'owner';
  return requireVisible(known.all('people').find(({ memberships }) => memberships.some(isOwner))).id;
}

/** A reason for whatever it is. */
export const reason = 'Le spécimen le veut ainsi, et chacun peut le lire ici.';
