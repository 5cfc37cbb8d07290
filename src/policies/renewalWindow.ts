import { addDays, type Day } from '../register/day.ts';
import type { StoredLabel } from '../workflow/stored.ts';

/** Whether a label can be renewed: it holds, or holds on while its renewal is looked at. */
export function isRenewable({ state }: Pick<StoredLabel, 'state'>): boolean {
  return state === 'active' || state === 'extended';
}

/** The first day on which a label that ends on `until` can be renewed. */
export function renewalOpens({ until }: StoredLabel['context'], windowDays: number): Day {
  return addDays(until, -windowDays);
}
