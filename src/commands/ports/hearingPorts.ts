import type { Label } from '../items/items.ts';

/** Reads of what is heard on labels, answered from an index and bounded. */
export interface Hearings {
  /** Labels whose suspension or withdrawal is being heard, those first whose time to answer ends first; at most `limit`. */
  labelsHeard(about: 'suspension' | 'withdrawal', limit: number): Promise<Label[]>;
  /** Labels with a recorded notice that nobody confirmed yet, those first that it ends first; at most `limit`. */
  labelsNoticed(limit: number): Promise<Label[]>;
}
