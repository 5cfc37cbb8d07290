import type { Language } from '../../criteria/scheme.ts';
import type { Availability, Seat } from '../../policies/reviewer.ts';
import type { LegalForm } from '../../register/legalForm.ts';
import type { Sector } from '../../register/sector.ts';
import type { Item } from './item.ts';

/** What a reviewer knows and how much they can take on; its id is the person's. An administrator admits, the person says the rest. */
export interface ReviewerProfile extends Item, Availability {
  readonly seat: Seat;
  /** A peer's own field of work; null for the other seats. */
  readonly sector: Sector | null;
  /** Themes of the criteria, fields of work and legal forms that they know from close by. */
  readonly themes: readonly string[];
  readonly sectors: readonly Sector[];
  readonly legalForms: readonly LegalForm[];
  /** In which they can read a file and write about it. */
  readonly languages: readonly Language[];
  /** Most files at once; the scheme's own limit holds besides. */
  readonly capacity: number;
}
