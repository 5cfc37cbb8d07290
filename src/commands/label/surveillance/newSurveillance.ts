import { type Day, endOfDay } from '../../../register/day.ts';
import type { StoredSurveillance } from '../../../workflow/stored.ts';
import type { SurveillanceTask } from '../../../workflow/surveillanceEvents.ts';
import { currentVersion } from '../../../workflow/versions.ts';
import { addItem } from '../../common/noteOn.ts';
import type { Label } from '../../items/items.ts';
import type { Trace } from '../../items/newRecord.ts';
import type { Surveillance } from '../../items/surveillance.ts';
import type { ChangeOf, Deps } from '../../ports/ports.ts';

/** States in which something of a task is still to be done, by whomever. */
const open: readonly Surveillance['state'][] = ['due', 'declared', 'findings', 'overdue'];

/** Whether something of a task is still to be done, by whomever. */
export function isOpen({ state }: Pick<Surveillance, 'state'>): boolean {
  return open.includes(state);
}

/** Whether a task waits for the holder of its label. */
export function waitsForHolder({ state, context }: Pick<Surveillance, 'state' | 'context'>): boolean {
  const isTheirs = context.task !== 'siteCheck' || context.findings > 0;
  return isTheirs && isOpen({ state }) && state !== 'declared';
}

/** The label of a task, as far as it names its files. */
export function labelOf({ context }: Pick<Surveillance, 'context'>) {
  const { labelNumber: number, applicationId, organisationId } = context;
  return { context: { number, applicationId, organisationId } };
}

/** What of a task is chosen by whoever opens it. */
interface Opened extends Pick<Surveillance, 'slot' | 'drawn'> {
  readonly task: SurveillanceTask;
  readonly answerBy: Day;
}

/**
 * A task on a label, for the commit that opens it; null where it is there already. Its id is its label, kind and slot, so that of
 * two that open it at once one is stale; one that was dropped can come again.
 */
export function newSurveillance(
  deps: Pick<Deps, 'ids'>,
  { context: { number, applicationId, organisationId } }: Pick<Label, 'context'>,
  known: readonly Surveillance[],
  { task, slot, answerBy, ...drawn }: Opened,
  { at, actor }: Omit<Trace, 'id'>,
): ChangeOf<'surveillances'> | null {
  const alike = known.filter((one) => one.context.task === task && one.slot === slot);
  if (alike.some(({ state }) => state !== 'dropped')) return null;
  const again = alike.length > 0 ? `.${alike.length + 1}` : '';
  const id = `${number}.${task}.${slot}${again}`;
  const stored: StoredSurveillance = {
    machineVersion: currentVersion.surveillance,
    state: 'due',
    context: {
      surveillanceId: id,
      labelNumber: number,
      applicationId,
      organisationId,
      task,
      dueAt: endOfDay(answerBy),
      findings: 0,
    },
  };
  const after = { id, ...stored, openedAt: at, slot, declarations: [], words: [], ...drawn };
  return addItem(deps, 'surveillances', after, {
    at,
    actor,
    facts: ['surveillance.opened'],
    data: { stored },
  });
}
