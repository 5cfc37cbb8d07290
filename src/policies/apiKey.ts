import { type Day, dayOf } from '../register/day.ts';

/** Days for which a key counts at most. */
export const maxKeyDays = 365;
/** Days for which the key of before goes on at most, once a new one was made. */
export const maxGraceDays = 30;
/** Days before the end of a key on which its people are told. */
export const keyEndLeads = [14, 3] as const;

export const keyStates = ['active', 'ended', 'revoked'] as const;
export type KeyState = (typeof keyStates)[number];

interface Times {
  readonly endsOn: Day;
  readonly revokedAt: string | null;
}

/** Whether a key counts at an instant, and if not, why. */
export function keyStateAt({ endsOn, revokedAt }: Times, at: string): KeyState {
  if (revokedAt !== null) return 'revoked';
  return dayOf(at) > endsOn ? 'ended' : 'active';
}
