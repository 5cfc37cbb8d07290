import type { Stored } from '../../workflow/stored.ts';
import { type MachineName, migrate } from '../../workflow/versions.ts';

/** The machines by the collections whose items they rule. */
export const machineOf: Readonly<Partial<Record<string, MachineName>>> = {
  applications: 'application',
  reviews: 'review',
  labels: 'label',
  findings: 'finding',
  conditions: 'condition',
  committeeSessions: 'session',
  appeals: 'appeal',
  complaints: 'complaint',
  surveillances: 'surveillance',
  changes: 'change',
  needs: 'need',
};

/** An item as today's machine reads it, whichever version stored it; what no machine rules as it is. */
export function asToday<T extends object>(collection: string, item: T): T {
  const machine = machineOf[collection];
  return machine && isStored(item) ? migrate(machine, item) : item;
}

function isStored<T extends object>(item: T): item is T & Stored<string, object> {
  return 'machineVersion' in item && 'state' in item && 'context' in item;
}
