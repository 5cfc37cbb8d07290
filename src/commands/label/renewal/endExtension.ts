import { refuseFor } from '../../../errors.ts';
import { addDays, dayOf, endOfDay } from '../../../register/day.ts';
import type { LabelEvent } from '../../../workflow/label/labelEvents.ts';
import { systemActor } from '../../common/actor.ts';
import { applyToLabel } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import { renewedNumber, sentRenewalOf } from '../../file/renewalOf.ts';
import type { Application, Label } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';
import { labelRow } from '../labelEntry.ts';

type With = Pick<Deps, 'store' | 'ids' | 'clock'>;

/** After its last day a label expires, or holds on while a renewal that was sent is examined: as long as its scheme lets it. */
export async function endPeriod(deps: Deps, label: Label, at: string): Promise<void> {
  const renewal = await sentRenewalOf(deps, label);
  const dueAt = renewal && endOfDay(addDays(label.context.until, await graceDays(deps, label)));
  const ended = {
    type: 'periodEnded',
    renewalFiled: renewal !== null,
    dueAt,
    at,
    actor: systemActor,
  } as const;
  await change(deps, label, ended);
}

/**
 * From the last day of an extension on: where the delay is the office's, the label holds on for some more days; one whose renewal
 * waits for its organisation ends with that day, and is `refused` before.
 */
export async function endExtension(deps: Deps, label: Label, at: string): Promise<void> {
  const last = label.context.dueAt ?? at;
  const renewal = await sentRenewalOf(deps, label);
  const eventMeta = { at, actor: systemActor };
  if (renewal && !waitsForHolder(renewal)) {
    const from = [dayOf(last), dayOf(at)].sort().at(-1) ?? at;
    const dueAt = endOfDay(addDays(from, deps.procedure.renewal.prolongDays));
    return change(deps, label, { type: 'prolong', dueAt, ...eventMeta });
  }
  refuseFor({ deadlineOver: at <= last });
  await change(deps, label, { type: 'graceEnded', ...eventMeta });
}

/** Whether a renewal waits for an answer or a correction of its organisation: then the delay is not the office's. */
export function waitsForHolder({ state }: Pick<Application, 'state'>): boolean {
  return state === 'informationRequested' || state === 'correction';
}

/**
 * A label that held on only while its renewal was examined ends with that renewal: refused for good, withdrawn or lapsed. One
 * whose own period still runs, or that another renewal keeps, holds on. Done already, it does nothing.
 */
export async function endWithRenewal(deps: Deps, applicationId: string): Promise<void> {
  const application = requireVisible(await deps.store.application(applicationId));
  if (application.context.snapshots === 0) return;
  const number = await renewedNumber(deps, application);
  const label = number === null ? null : await deps.store.label(number);
  if (label?.state !== 'extended' || (await sentRenewalOf(deps, label))) return;
  const type = application.state === 'closed' ? 'renewalRefused' : 'graceEnded';
  await change(deps, label, { type, at: deps.clock.now().toISOString(), actor: systemActor });
}

async function graceDays(deps: Pick<Deps, 'store' | 'schemes'>, { context }: Label): Promise<number> {
  const { criteriaVersion } = requireVisible(await deps.store.application(context.applicationId)).context;
  return schemeOf(deps, criteriaVersion).scheme.validity.graceDays;
}

async function change(deps: With, label: Label, event: LabelEvent & { readonly actor: typeof systemActor }) {
  const changed = applyToLabel(deps, label, event);
  await deps.store.commit([changed], await labelRow(deps, changed.after, event.at));
}
