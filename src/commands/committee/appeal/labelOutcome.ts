import { LabelError } from '../../../errors.ts';
import { dayOf } from '../../../register/day.ts';
import type { LabelEvent } from '../../../workflow/label/labelEvents.ts';
import { type EventMeta, systemActor } from '../../common/actor.ts';
import { applyToCondition, applyToLabel } from '../../common/applyEvent.ts';
import { noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import { labelledOffers } from '../../file/reviewMarks.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { Label, RevisionAsk } from '../../items/items.ts';
import { revisionAsked } from '../../label/askRevision.ts';
import { firstDue, isOpen } from '../../label/conditions/newCondition.ts';
import { labelRow } from '../../label/labelEntry.ts';
import { unconditionalStanding } from '../../label/openedLabel.ts';
import { endOfHearing, withWord } from '../../label/sanctions/sanction.ts';
import type { Change, ChangeOf, Deps, Part } from '../../ports/ports.ts';

type Step = EventMeta & { readonly reason: string };

/** What becomes true of a label with the step of an appeal, and its row in the register. */
interface Outcome {
  readonly changes: readonly Change[];
  readonly parts: readonly Part[];
}

const nothing: Outcome = { changes: [], parts: [] };
/** A stay gave the label its certificate already. */
const heldByStay = { certificate: null } as const;

/** The label that an appeal is about; null for one against the decision on an application. */
export async function labelOf({ store }: Pick<Deps, 'store'>, { context }: Appeal): Promise<Label | null> {
  return context.labelNumber === null ? null : requireVisible(await store.label(context.labelNumber));
}

/** The decision stands: where it was without effect meanwhile, it has effect again. */
export async function labelStands(deps: Deps, label: Label, step: Step): Promise<Outcome> {
  if (label.context.stayed === null) return nothing;
  const dueAt = endOfHearing(deps, step.at);
  return withRow(deps, ruled(deps, label, { type: 'liftStay', ...step, dueAt }));
}

/** The stay that a chair granted alone ended by itself: the decision has effect again, and no reason of a person stands with it. */
export async function labelStayEnded(deps: Deps, label: Label, meta: EventMeta): Promise<Outcome> {
  if (label.context.stayed === null) return nothing;
  const dueAt = endOfHearing(deps, meta.at);
  const event = { type: 'liftStay', ...meta, reason: 'deadlinePassed', dueAt } as const;
  return withRow(deps, applyToLabel(deps, label, event, withWord(label, event, { text: '' })));
}

/** The decision is without effect until the appeal is settled: the label holds by a certificate of its own. */
export function labelStayed(deps: Deps, label: Label, { reason, ...meta }: Step): Outcome {
  return asked(deps, label, { cause: 'stayed', reason }, meta);
}

/**
 * The decision falls: the label holds again, its offers come back, or what was imposed on it falls. Of one whose period is over, or that
 * ended otherwise, nothing comes back; that the appeal was upheld stands in its journal and in its letter.
 */
export async function labelFalls(
  deps: Deps,
  label: Label,
  { against }: Appeal['context'],
  step: Step,
): Promise<Outcome> {
  const { reason, ...meta } = step;
  try {
    if (against === 'scope') {
      const file = await frozenFile(deps, label.context.applicationId);
      const known = label.offers.map(({ id }) => id);
      const offers = labelledOffers(file).filter(({ id }) => !known.includes(id));
      return asked(deps, label, { cause: 'scopeRestored', offers }, { ...meta, actor: systemActor });
    }
    if (against === 'standing') return await withoutConditions(deps, label, step);
    if (label.context.stayed === null) return asked(deps, label, { cause: 'reinstated', reason }, meta);
    return await withRow(deps, ruled(deps, label, { type: 'upholdAppeal', ...step, ...heldByStay }));
  } catch (error) {
    if (error instanceof LabelError && error.code === 'refused' && isOver(label, step.at)) return nothing;
    throw error;
  }
}

function isOver({ state, context }: Label, at: string): boolean {
  return dayOf(at) > context.until || ['terminated', 'superseded', 'expired'].includes(state);
}

/** The conditions that the contested decision brought are dropped; the label stays conditional for those that it has besides. */
async function withoutConditions(deps: Deps, label: Label, { at, actor, reason }: Step): Promise<Outcome> {
  const records = await deps.store.records(`labels/${label.id}`);
  const lodged = records.findLastIndex(
    ({ event }) => event?.type === 'lodgeAppeal' && 'against' in event && event.against === 'standing',
  );
  const decided = records.slice(0, lodged).findLast(({ facts }) => facts.includes('label.standingSet'))?.at;
  const open = (await deps.store.conditionsOf(label.id)).filter(isOpen);
  const drop = { type: 'drop', at, actor: systemActor } as const;
  const dropped = open
    .filter(({ openedAt }) => openedAt === decided)
    .map((condition) => applyToCondition(deps, condition, drop));
  const left = open.filter(({ openedAt }) => openedAt !== decided);
  const due = firstDue(left.map(({ context }) => ({ due: dayOf(context.dueAt) })));
  const { conditionDue: _, ...kept } = label;
  const moved = { ...kept, ...due };
  const change =
    left.length > 0
      ? noteOn(deps, 'labels', moved, { at, actor, facts: ['label.conditionsMoved'], data: due })
      : ruled(deps, moved, await unconditional(deps, label, { at, reason }));
  const { changes, parts } = await withRow(deps, change);
  return { changes: [...changes, ...dropped], parts };
}

async function unconditional(deps: Deps, { context }: Label, { at, reason }: Omit<Step, 'actor'>) {
  const file = await frozenFile(deps, context.applicationId);
  const standing = unconditionalStanding(file, context.since);
  return {
    type: 'setStanding',
    at,
    actor: systemActor,
    standing,
    reason,
    dueAt: null,
    appealBy: at,
  } as const;
}

type Ruling = Extract<LabelEvent, { type: 'liftStay' | 'upholdAppeal' | 'setStanding' }>;

/** What the panel ruled stands on the label with its reason, where the holder reads all that was decided. */
function ruled(deps: Deps, label: Label, event: Ruling & Step): ChangeOf<'labels'> {
  return applyToLabel(deps, label, event, withWord(label, event, { text: event.reason }));
}

function asked(deps: Deps, label: Label, ask: RevisionAsk, meta: EventMeta): Outcome {
  return { changes: [revisionAsked(deps, label, ask, meta)], parts: [] };
}

async function withRow(deps: Deps, change: ChangeOf<'labels'>): Promise<Outcome> {
  return { changes: [change], parts: await labelRow(deps, change.after, change.record.at) };
}
