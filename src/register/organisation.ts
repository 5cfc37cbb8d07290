import type { LegalForm } from './legalForm.ts';
import type { Region } from './region.ts';
import type { Sector } from './sector.ts';

/** What an organisation says of itself. */
export interface SaidByOrganisation {
  readonly name: string;
  readonly legalForm: LegalForm;
  /** UID (CHE-…), SIREN or SIRET, with its check digits verified; empty when the form of organisation has none. */
  readonly identifier: string;
  readonly street: string;
  readonly postcode: string;
  readonly commune: string;
  /** Null where nobody said so. */
  readonly region: Region | null;
  /** What it works in; null where nobody said so. */
  readonly sector: Sector | null;
  /** YYYY-MM-DD, or null when not known. */
  readonly founded: string | null;
  readonly acceptsLeman: boolean;
  /** Its own site, as register/website.ts keeps it; empty where none was given. */
  readonly website: string;
}

/** The same while nothing is said beside the name and the legal form. */
export const unsaid: Readonly<Omit<SaidByOrganisation, 'name' | 'legalForm'>> = {
  identifier: '',
  street: '',
  postcode: '',
  commune: '',
  region: null,
  sector: null,
  founded: null,
  acceptsLeman: false,
  website: '',
};

/** What it may leave unsaid. */
export const organisationFields = Object.keys(unsaid).filter(isUnsaid);

function isUnsaid(field: string): field is keyof typeof unsaid {
  return field in unsaid;
}
