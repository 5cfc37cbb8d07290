import { choice, optionalLine } from './fields.ts';

/** The legal forms that an organisation may have, in the order in which they are offered. */
export const legalForms = [
  'association',
  'cooperative',
  'foundation',
  'company',
  'selfEmployed',
  'public',
] as const;

/** What an organisation is in law; its number may be left empty. */
export const identityFields = {
  legalForm: choice(legalForms),
  identifier: optionalLine(40),
};
