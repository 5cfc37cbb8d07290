import { dayOf, daysBetween } from '../../register/day.ts';
import { systemActor } from '../common/actor.ts';
import { noteOn } from '../common/noteOn.ts';
import { requireVisible } from '../common/requireVisible.ts';
import { isDoneUnless } from '../common/retryOnConflict.ts';
import type { Complaint } from '../items/complaint.ts';
import { dataOf } from '../items/eventData.ts';
import type { Deps } from '../ports/ports.ts';
import { type HandlerDeps, handlersOf } from './complaintHandlers.ts';

/** States in which a complaint waits for an answer of ours. */
export const openComplaints = ['received', 'acknowledged', 'inquiry', 'reopened'] as const;

/** Most complaints in one run. */
const max = 1000;

/** Tells of answers that are due soon, of those that are late, and of complaints that nobody may handle, each once for each due date. Gives how many of each. */
export async function followComplaints(deps: Deps, now: Date) {
  const at = now.toISOString();
  const told = { dueSoon: 0, overdue: 0, stranded: 0 };
  for (const complaint of await deps.store.complaintsIn(openComplaints, max)) {
    const what = standingOf(deps, complaint, at);
    if (what && (await tellOnce(deps, complaint, what, at))) told[what] += 1;
    if (await tellStranded(deps, complaint.id)) told.stranded += 1;
  }
  return told;
}

/** Tells, once for each due date, that nobody may handle a complaint; true where it told it. */
export async function tellStranded(deps: Deps, complaintId: string): Promise<boolean> {
  const complaint = requireVisible(await deps.store.complaint(complaintId));
  if (!(await isStranded(deps, complaint))) return false;
  return tellOnce(deps, complaint, 'stranded', deps.clock.now().toISOString());
}

/** Whether a complaint waits for an answer and nobody is left who may give it. */
export async function isStranded(deps: HandlerDeps, complaint: Complaint): Promise<boolean> {
  const isOpen = openComplaints.some((open) => open === complaint.state);
  return isOpen && (await handlersOf(deps, complaint)).length === 0;
}

function standingOf({ procedure }: Deps, { context: { dueAt } }: Complaint, at: string) {
  if (at > dueAt) return 'overdue' as const;
  return daysBetween(dayOf(at), dayOf(dueAt)) <= procedure.complaint.reminderDays
    ? ('dueSoon' as const)
    : null;
}

async function tellOnce(
  deps: Deps,
  complaint: Complaint,
  what: 'dueSoon' | 'overdue' | 'stranded',
  at: string,
): Promise<boolean> {
  const fact = `complaint.${what}` as const;
  const { dueAt } = complaint.context;
  const last = await deps.store.lastRecord(`complaints/${complaint.id}`, fact);
  if (dataOf(last, fact)?.dueAt === dueAt) return false;
  const line = { at, actor: systemActor, facts: [fact], data: { dueAt } } as const;
  // Stale where someone acts on it at this very moment: the next run looks again.
  return isDoneUnless(['stale'], () => deps.store.commit([noteOn(deps, 'complaints', complaint, line)]));
}
