import { LabelError } from '../../../errors.ts';
import { mayReadFile } from '../../../policies/file.ts';
import { belongsTo, mayEdit } from '../../../policies/organisation.ts';
import { isOfficer } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import type { ConditionEvent } from '../../../workflow/conditionEvents.ts';
import { type EventMeta, eventMetaOn } from '../../common/actor.ts';
import { attempt, type OnFile } from '../../common/applyEvent.ts';
import { minReasonLength } from '../../common/requireReason.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { tryActs } from '../../common/tryActs.ts';
import { documentsOf, offeredAmong, oldestCounting } from '../../file/documentsOf.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import type { ConditionWord } from '../../items/condition.ts';
import type { Application, Label } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { remindOfCondition } from '../remindHolder.ts';
import { imposeCondition } from './imposeCondition.ts';
import { isOpen } from './newCondition.ts';

/** A step that a person takes on a condition. */
export type ConditionStep = ConditionWord['step'];
/** The conditions of a label as a person sees and answers them. */
export type LabelConditions = Awaited<ReturnType<typeof conditionLines>>;
/** A condition with the documents named with it, and what this person can do now. */
export type ConditionLine = LabelConditions['lines'][number];
export type OwnConditions = Awaited<ReturnType<typeof viewOwnConditions>>;
export type OfficeConditions = Awaited<ReturnType<typeof viewOfficeConditions>>;

/** The conditions of a label for the people of the organisation that holds it; for anyone else there is no such label. */
export async function viewOwnConditions(
  deps: Deps,
  asker: Asker,
  { organisationId, number }: { readonly organisationId: string; readonly number: string },
) {
  requireVisible(belongsTo(asker, organisationId));
  const label = requireVisible(await deps.store.label(number));
  requireVisible(label.context.organisationId === organisationId);
  const application = requireVisible(await deps.store.application(label.context.applicationId));
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  const evidence = await deps.store.evidenceOf(application.id);
  return {
    ...(await conditionLines(deps, asker, application, label)),
    organisation,
    /** Whether this person answers for the organisation, or only reads. */
    writes: mayEdit(asker, organisationId),
    /** What can be named as proof. */
    documents: offeredAmong(documentsOf(evidence, oldestCounting(deps))),
  };
}

/** The same for an officer who may read the file that opened the label. */
export async function viewOfficeConditions(deps: Deps, asker: Asker, applicationId: string) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const file = await frozenFile(deps, applicationId);
  requireVisible(mayReadFile(asker, file));
  const number = requireVisible(file.application.context.labelNumber);
  const label = requireVisible(await deps.store.label(number));
  const { name } = file.snapshot.content.organisation;
  const { may, barred } = tryActs(deps, asker);
  const conditions = await conditionLines(deps, asker, file.application, label);
  const reminders = conditions.lines.map(async ({ condition: { id } }) => {
    const last = await deps.store.lastRecord(`conditions/${id}`, 'condition.dueSoon');
    const isOpen = await may((dry, by) => remindOfCondition(dry, by, { conditionId: id }));
    return [id, { may: isOpen, at: last?.at ?? null }] as const;
  });
  return {
    ...conditions,
    /** Of each condition whether its holder can be reminded today, and when they were last. */
    reminders: Object.fromEntries(await Promise.all(reminders)),
    organisation: label.name ?? name,
    applicationId,
    /** Whether this person can make the label depend on one more. */
    imposes: await may((dry, by) => imposeCondition(dry, by, tryOut(label))),
    /** Which parts of this person keep them from what others can do. */
    barred,
  };
}

function tryOut({ id: number, revision }: Label) {
  return { number, revision, text: '.', reason: '.'.repeat(minReasonLength), dueOn: '9999-12-31' } as const;
}

async function conditionLines(deps: Deps, asker: Asker, application: Application, label: Label) {
  const conditions = await deps.store.conditionsOf(label.id);
  const evidence = await deps.store.evidenceOf(application.id);
  const eventMeta = await eventMetaOn(deps, asker, application);
  return {
    label,
    /** How many are still to be met. */
    open: conditions.filter(isOpen).length,
    lines: conditions.map((condition) => ({
      condition,
      documents: evidence.filter(({ id }) => condition.words.some(({ documents }) => documents.includes(id))),
      offered: tried(eventMeta).flatMap((event) =>
        attempt('condition', condition, event).taken ? [event.type] : [],
      ),
    })),
  };
}

/** Every step of a person, filled in so that nothing but the person and the state can refuse it. */
function tried(eventMeta: EventMeta): readonly OnFile<Extract<ConditionEvent, { type: ConditionStep }>>[] {
  const dueAt = '9999-12-31T00:00:00.000Z';
  return [
    { type: 'submitProof', proof: '.', documents: [], ...eventMeta },
    { type: 'recordCall', on: dayOf(eventMeta.at), text: '.', ...eventMeta },
    { type: 'confirm', reason: '.', ...eventMeta },
    { type: 'reject', reason: '.', dueAt, ...eventMeta },
    { type: 'extend', reason: '.', dueAt, ...eventMeta },
  ];
}
