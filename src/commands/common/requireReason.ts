import { type Fault, fault, requireNoFaults } from '../../errors.ts';

/** Fewest characters of a reason that is passed on as it is, and of an appeal's grounds: nobody can answer less. */
export const minReasonLength = 40;

/** A reason without the space around it; `invalid` in its field when it says too little. */
export function requireReason(reason: string, field = 'reason'): string {
  requireNoFaults(reasonFaults(reason, field));
  return reason.trim();
}

/** The fault of a reason that says too little. */
export function reasonFaults(reason: string, field: string): Fault[] {
  return reason.trim().length < minReasonLength ? [fault(field, 'tooShort', { min: minReasonLength })] : [];
}
