import { dayOf } from '../../../register/day.ts';
import type { Entry } from '../../../register/entry.ts';
import { statusToday } from '../../../register/publicStatus.ts';
import type { Deps } from '../../ports/ports.ts';

/** The register row of a label that holds today, or null. */
export async function labelInForce(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  number: string,
): Promise<Entry | null> {
  const entry = await store.entry(number);
  const today = dayOf(clock.now().toISOString());
  return entry && statusToday(entry, today).valid ? entry : null;
}
