/** An invitation as far as policies look at it; instants as ISO. */
interface Invited {
  readonly state: 'open' | 'accepted' | 'declined' | 'withdrawn';
  readonly expiresAt: string;
}

/** How an invitation stands at an instant: one that nobody answered in time expires on its own. */
export function standingOf({ state, expiresAt }: Invited, now: string): Invited['state'] | 'expired' {
  return state === 'open' && expiresAt <= now ? 'expired' : state;
}

/** Whether an invitation waits for its answer. */
export function isOpen(invitation: Invited, now: string): boolean {
  return standingOf(invitation, now) === 'open';
}
