import type { Language } from '../criteria/scheme.ts';
import type { Seat, Unavailable } from '../policies/reviewer.ts';
import type { TieKind } from '../policies/tie.ts';
import type { LegalForm } from '../register/legalForm.ts';
import type { Sector } from '../register/sector.ts';

/** What counts of a person who could review a file, on the day it is asked. */
export interface Candidate {
  /** Null for who was never admitted: they have no competence that anyone looked at. */
  readonly seat: Seat | null;
  readonly sector: Sector | null;
  readonly themes: readonly string[];
  readonly sectors: readonly Sector[];
  readonly legalForms: readonly string[];
  readonly languages: readonly Language[];
  readonly unavailable: Unavailable | null;
  /** Files they were invited to or score now, and how many they may have at once. */
  readonly load: number;
  readonly cap: number;
}

/** What counts of a file that looks for its reviewers. */
export interface Wanted {
  readonly organisationId: string;
  /** Null where the applicant said none: it differs from every peer's then. */
  readonly sector: Sector | null;
  readonly legalForm: LegalForm;
  /** Of the person who sent it. */
  readonly language: Language;
  /** Themes of its scheme. */
  readonly themes: readonly string[];
}

/** What binds a person to the organisation of a file: kinds of ties that keep them out today, and of those that do not. */
export interface Bonds {
  readonly barring: readonly TieKind[];
  readonly other: readonly TieKind[];
}
