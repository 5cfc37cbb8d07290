import { atLeastOne, profile } from '../profile/profile.ts';
import type { knownLegalForms } from '../profile/profileShape.ts';

export type LegalForm = (typeof knownLegalForms)[number];

/** The legal forms that an organisation may have, in the order in which they are offered. */
export const legalForms = atLeastOne(profile.legalForms.map(({ id }): LegalForm => id));

/** Those that belong to the social economy by definition; any other is judged by its practice (docs/design/criteria.md#practice-not-legal-form). */
export const plainForms: readonly LegalForm[] = profile.legalForms
  .filter(({ plain }) => plain)
  .map(({ id }) => id);
