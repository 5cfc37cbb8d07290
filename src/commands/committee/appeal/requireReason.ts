import { fault, LabelError } from '../../../errors.ts';

/** Fewest characters of a reason in an appeal: the organisation reads it as it is. */
export const shortestWord = 40;

/** A reason without the space around it; `invalid` in its field when it says too little. */
export function requireReason(reason: string, field = 'reason'): string {
  const text = reason.trim();
  if (text.length < shortestWord) {
    throw new LabelError('invalid', { faults: [fault(field, 'tooShort', { min: shortestWord })] });
  }
  return text;
}
