import { invalid } from '../../errors.ts';

/** Fewest characters of a reason that is passed on as it is, and of an appeal's grounds: nobody can answer less. */
export const minReasonLength = 40;

/** A reason without the space around it; `invalid` in its field when it says too little. */
export function requireReason(reason: string, field = 'reason'): string {
  const text = reason.trim();
  if (text.length < minReasonLength) throw invalid(field, 'tooShort', { min: minReasonLength });
  return text;
}
