import type { SurveillanceTask } from '../../workflow/surveillanceEvents.ts';
import type { Surveillance } from '../items/surveillance.ts';

/** Reads of what labels are looked at for; each is answered from an index. */
export interface Surveying {
  surveillance(id: string): Promise<Surveillance | null>;
  /** Every one of some labels, the first one first. */
  surveillancesOf(numbers: readonly string[]): Promise<Surveillance[]>;
  /** Those of an organisation. */
  surveillancesTowards(organisationId: string): Promise<Surveillance[]>;
  /** Those in some states, of one kind where it is given, what is due first first; at most `limit`. */
  surveillancesIn(
    states: readonly Surveillance['state'][],
    limit: number,
    task?: SurveillanceTask,
  ): Promise<Surveillance[]>;
}
