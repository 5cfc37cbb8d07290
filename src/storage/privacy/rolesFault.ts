import { type StaffRole, staffRoles } from '../../commands/items/items.ts';
import type { JournalRecord } from '../../workflow/record.ts';

/** What a person holds that only lines of their chain may change. */
export interface Access {
  readonly roles: readonly StaffRole[];
  readonly removedAt: string | null;
}

/** Where a person has other roles, or another access, than the lines of their chain lead to. */
export function rolesFault(
  { roles, removedAt }: Access,
  records: readonly JournalRecord[],
): { readonly seq: number; readonly why: string } | null {
  const led = accessAlong(records);
  const differing = staffRoles.filter((role) => roles.includes(role) !== led.roles.has(role));
  if (differing.length > 0) return { seq: records.length, why: `rolesDiffer ${differing.join(', ')}` };
  if ((removedAt !== null) !== led.removed) return { seq: records.length, why: 'accessDiffers' };
  return null;
}

function accessAlong(records: readonly JournalRecord[]) {
  const roles = new Set<unknown>();
  let removed = false;
  for (const { facts, data } of records) {
    if (facts.includes('person.enrolled')) for (const role of listIn(data.roles)) roles.add(role);
    // Whoever is let back has none until a second administrator confirms them.
    if (facts.includes('person.readmitted') || facts.includes('person.erased')) roles.clear();
    if (facts.includes('person.rolesChanged')) {
      for (const role of listIn(data.taken)) roles.delete(role);
      for (const role of listIn(data.given)) roles.add(role);
    }
    if (facts.includes('person.removed') || facts.includes('person.erased')) removed = true;
    if (facts.includes('person.readmitted')) removed = false;
  }
  return { roles, removed };
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
