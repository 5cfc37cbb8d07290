import * as z from 'zod';

/** The six digits of a letter, however they were typed. */
export const signInCode = z
  .string()
  .max(40)
  .transform((value) => value.replaceAll(/[\s-]/gu, ''))
  .refine((value) => /^\d{6}$/.test(value), 'badCode');
