import type { SurveillanceTask } from '../../workflow/surveillanceEvents.ts';
import type { DeclarationDraft, Surveillance } from '../items/surveillance.ts';

/** What labels are looked at for; each read is answered from an index. */
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
  /** Writes a draft over the one before, with no line in the journal: it says nothing to anyone yet. `stale` at another revision. */
  draftDeclaration(known: Pick<Surveillance, 'id' | 'revision'>, draft: DeclarationDraft): Promise<void>;
}
