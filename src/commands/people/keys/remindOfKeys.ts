import { keyEndLeads } from '../../../policies/apiKey.ts';
import { addDays, dayOf, daysBetween } from '../../../register/day.ts';
import { everyItem } from '../../common/pages.ts';
import { remind } from '../../common/reminders.ts';
import type { Deps } from '../../ports/ports.ts';

/** Reminds of the end of keys on the days before it, each once; gives how many were noted. */
export async function remindOfKeys(deps: Pick<Deps, 'store' | 'ids'>, now: Date): Promise<number> {
  const at = now.toISOString();
  const today = dayOf(at);
  const soon = addDays(today, Math.max(...keyEndLeads));
  let count = 0;
  for await (const item of everyItem((page) => deps.store.apiKeysEnding(today, soon, page))) {
    const { endsOn, since } = item;
    const left = daysBetween(today, endsOn);
    const due = { dueAt: endsOn, leads: keyEndLeads, left, whole: daysBetween(dayOf(since), endsOn) };
    const about = { kind: 'apiKeys', item, fact: 'apiKey.endsSoon', at } as const;
    count += Number(await remind(deps, about, due));
  }
  return count;
}
