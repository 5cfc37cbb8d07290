import type { StoredLabel } from '../stored.ts';

/** What proceedings on a label are about that its end would cut short; null while there are none. */
export function proceedingsOn({
  state,
  context: { hearing, stayed },
}: Pick<StoredLabel, 'state' | 'context'>): 'suspension' | 'withdrawal' | null {
  if (hearing) return hearing.about;
  if (stayed) return stayed === 'withdrawn' ? 'withdrawal' : 'suspension';
  return state === 'suspended' || state === 'withdrawalPending' ? 'suspension' : null;
}
