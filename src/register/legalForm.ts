/** The legal forms that an organisation may have, in the order in which they are offered. */
export const legalForms = [
  'association',
  'cooperative',
  'foundation',
  'company',
  'selfEmployed',
  'public',
] as const;
export type LegalForm = (typeof legalForms)[number];
