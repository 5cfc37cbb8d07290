import type { Condition } from '../items/condition.ts';
import type { Label } from '../items/items.ts';
import type { Paged } from './keepingPorts.ts';

/** Reads of the conditions of labels; each is answered from an index. */
export interface Conditions {
  condition(id: string): Promise<Condition | null>;
  /** Every condition of a label, the first one opened first. */
  conditionsOf(labelNumber: string): Promise<Condition[]>;
  /** Those of a file. */
  conditionsOn(applicationId: string): Promise<Condition[]>;
  /** Those in some states, what is due first first; at most `limit`. */
  conditionsIn(states: readonly Condition['state'][], limit: number): Promise<Condition[]>;
  /** Labels that are conditional, in some states. */
  conditionalLabels(states: readonly Label['state'][], page: Paged): Promise<Label[]>;
}
