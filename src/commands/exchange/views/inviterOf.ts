import { dayOf } from '../../../register/day.ts';
import type { Entry } from '../../../register/entry.ts';
import { readNumber } from '../../../register/number.ts';
import { statusToday } from '../../../register/publicStatus.ts';
import type { Deps } from '../../ports/ports.ts';

/** Labels of one organisation among which one that holds is looked for. */
const maxLabels = 50;

type With = Pick<Deps, 'store' | 'clock'>;

/** The holder whose number stands in a link by which it invites others; null where no label of that number holds today. */
export async function inviterOf({ store, clock }: With, typed: string) {
  const read = readNumber(typed);
  const entry = read.kind === 'number' ? await store.entry(read.number) : null;
  return entry && isValid(entry, clock) ? { ...entry.organisation, number: entry.number } : null;
}

/** The number that stands in such a link of an organisation; null where no label of it holds today. */
export async function invitingNumber({ store, clock }: With, organisationId: string): Promise<string | null> {
  const entries = await store.entriesOf(organisationId, maxLabels);
  return entries.find((entry) => isValid(entry, clock))?.number ?? null;
}

function isValid(entry: Entry, clock: Deps['clock']): boolean {
  return statusToday(entry, dayOf(clock.now().toISOString())).valid;
}
