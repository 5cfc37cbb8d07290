import { addDays, type Day, dayOf, daysBetween } from '../../../register/day.ts';
import type { LabelState } from '../../../register/entry.ts';
import { everyDue } from '../../common/inOrder.ts';
import { everyItem } from '../../common/pages.ts';
import { remind, toRemind } from '../../common/reminders.ts';
import { renewalOf, renewedNumber, sentRenewalOf } from '../../file/renewalOf.ts';
import type { Application, Label } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** States in which a label runs towards the end of its period: a suspended one can be restored and then renewed. */
const running: readonly LabelState[] = ['active', 'suspended', 'withdrawalPending'];

const endsSoon = { kind: 'labels', fact: 'label.endsSoon' } as const;

/**
 * Reminds of the end of labels on the days before it that the procedure names: of a period while no renewal was sent, and of an
 * extension while its renewal waits. Each once; gives how many were noted.
 */
export async function remindOfEnds(deps: Deps, now: Date): Promise<number> {
  const at = now.toISOString();
  const { leads } = deps.procedure.renewal;
  const soon = addDays(dayOf(at), Math.max(...leads) + 1);
  let count = 0;
  const until = ({ context }: Label) => context.until;
  const ending = everyDue((page) => deps.store.labelsEndedBefore('until', running, soon, page), until);
  for await (const label of toRemind(deps, endsSoon, ending, (one) => periodOf(deps, one, at)))
    count += Number(await remindOfPeriod(deps, label, at));
  for await (const label of everyItem((page) => deps.store.labelsIn(['extended'], page)))
    count += Number(await remindOfExtension(deps, label, at));
  return count;
}

async function remindOfPeriod(deps: Deps, label: Label, at: string): Promise<boolean> {
  const { until, endsOn } = label.context;
  const period = periodOf(deps, label, at);
  // Whoever gave notice does not wait for a renewal.
  if (period.left < 0 || endsOn !== null || (await sentRenewalOf(deps, label))) return false;
  const since = await unrenewedSince(deps, label);
  return remind(deps, { ...endsSoon, item: label, at }, { ...period, whole: daysBetween(since, until) });
}

function periodOf({ procedure }: Deps, { context: { until } }: Label, at: string) {
  return { dueAt: until, leads: procedure.renewal.leads, left: daysBetween(dayOf(at), until) };
}

/** The day since which a label waits for its renewal: its first, or the one on which the last request to renew it ended undecided. */
async function unrenewedSince(deps: Deps, label: Label): Promise<Day> {
  const files = await deps.store.applicationsOf([label.context.organisationId]);
  const ends = await Promise.all(files.map((file) => endedOn(deps, file, label)));
  return [label.context.since, ...ends.flatMap((day) => day ?? [])].sort().at(-1) ?? label.context.since;
}

async function endedOn({ store }: Deps, file: Application, label: Label): Promise<Day | null> {
  const { id, state, submittedAt } = file;
  if (submittedAt === null || (state !== 'withdrawn' && state !== 'lapsed')) return null;
  if ((await renewedNumber({ store }, file)) !== label.id) return null;
  const last = await store.lastRecord(`applications/${id}`, `application.${state}`);
  return last && dayOf(last.at);
}

async function remindOfExtension(deps: Deps, label: Label, at: string): Promise<boolean> {
  const { until, dueAt } = label.context;
  if (dueAt === null || at > dueAt || !(await renewalOf(deps, label))) return false;
  const last = dayOf(dueAt);
  const leads = deps.procedure.renewal.extensionLeads;
  const due = { dueAt: last, leads, left: daysBetween(dayOf(at), last), whole: daysBetween(until, last) };
  return remind(deps, { kind: 'labels', item: label, fact: 'label.extensionEndsSoon', at }, due);
}
