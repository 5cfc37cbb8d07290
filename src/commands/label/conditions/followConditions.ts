import { invalid } from '../../../errors.ts';
import { belongsTo, mayEdit } from '../../../policies/organisation.ts';
import { isOfficer } from '../../../policies/who.ts';
import { type Day, dayOf, endOfDay } from '../../../register/day.ts';
import type { ConditionEvent } from '../../../workflow/conditionEvents.ts';
import { type EventMeta, eventMetaOn } from '../../common/actor.ts';
import { applyToCondition, type OnFile } from '../../common/applyEvent.ts';
import { type ItemInput, requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { newestFilesOf } from '../../file/documentsOf.ts';
import type { Condition, ConditionWord } from '../../items/condition.ts';
import type { Asker, ChangeOf, Deps } from '../../ports/ports.ts';
import { labelAfter } from './labelAfter.ts';

type ConditionInput = ItemInput<'conditionId'>;
type Proof = ConditionInput & { readonly proof: string; readonly documents: readonly string[] };
type Judged = ConditionInput & { readonly reason: string };
type Dated = Judged & { readonly dueOn: Day };

/**
 * The holder proves that a condition is met, in words, by documents of the file's evidence library (the newest revision of each),
 * or both; also after its day, as long as nothing was decided.
 */
export async function submitConditionProof(deps: Deps, asker: Asker, input: Proof): Promise<void> {
  const condition = await conditionOf(deps, input);
  requireVisible(mayEdit(asker, condition.context.organisationId));
  requireRevision(condition, input.revision);
  const eventMeta = await metaOf(deps, asker, condition);
  const documents = await newestFilesOf(deps, condition.context.applicationId, input.documents);
  const { proof } = input;
  const event = { type: 'submitProof', ...eventMeta, proof, documents } as const;
  await deps.store.commit([said(deps, condition, event, { text: proof, documents })]);
}

/** An officer writes down what the holder said about a condition by telephone: it is judged as a proof is. */
export async function recordConditionCall(
  deps: Deps,
  asker: Asker,
  input: ConditionInput & { readonly on: Day; readonly text: string },
): Promise<void> {
  const condition = await conditionOf(deps, input);
  requireVisible(isOfficer(asker) && !belongsTo(asker, condition.context.organisationId));
  requireRevision(condition, input.revision);
  const eventMeta = await metaOf(deps, asker, condition);
  const { on, text } = input;
  if (on > dayOf(eventMeta.at)) throw invalid('calledOn', 'callToCome');
  await deps.store.commit([
    said(deps, condition, { type: 'recordCall', ...eventMeta, on, text }, { text, on }),
  ]);
}

/** An officer finds the condition met; with the last one, the label is without condition again. */
export async function confirmCondition(deps: Deps, asker: Asker, input: Judged): Promise<void> {
  await judge(deps, asker, input, (condition, eventMeta) => {
    const { reason: text } = input;
    return said(deps, condition, { type: 'confirm', ...eventMeta, reason: text }, { text });
  });
}

/** An officer sends the proof back, with the reason and the day until which the condition is to be proven anew. */
export async function rejectCondition(deps: Deps, asker: Asker, input: Dated): Promise<void> {
  await giveDay(deps, asker, 'reject', input);
}

/** An officer gives more time for a condition, with the reason. */
export async function extendCondition(deps: Deps, asker: Asker, input: Dated): Promise<void> {
  await giveDay(deps, asker, 'extend', input);
}

async function giveDay(deps: Deps, asker: Asker, type: 'reject' | 'extend', input: Dated): Promise<void> {
  await judge(deps, asker, input, (condition, eventMeta) => {
    const { reason: text, dueOn } = input;
    if (dueOn < dayOf(eventMeta.at)) throw invalid('dueOn', 'dayPast');
    const event = { type, ...eventMeta, reason: text, dueAt: endOfDay(dueOn) } as const;
    return said(deps, condition, event, { text, dueOn });
  });
}

/**
 * Judges a condition, for the officers; to anyone else there is none. It is committed with what follows for the label and its row of
 * the register, and tried again where another condition of the label was judged at the same moment.
 */
async function judge(
  deps: Deps,
  asker: Asker,
  input: Judged,
  act: (condition: Condition, eventMeta: EventMeta) => ChangeOf<'conditions'>,
): Promise<void> {
  await retryOnConflict(async () => {
    const condition = await conditionOf(deps, input);
    requireVisible(isOfficer(asker) && !belongsTo(asker, condition.context.organisationId));
    requireRevision(condition, input.revision);
    const change = act(condition, await metaOf(deps, asker, condition));
    const { changes, parts } = await labelAfter(deps, change, { asker, reason: input.reason });
    await deps.store.commit([change, ...changes], parts);
  });
}

async function conditionOf({ store }: Deps, { conditionId }: ConditionInput): Promise<Condition> {
  return requireVisible(await store.condition(conditionId));
}

async function metaOf(deps: Deps, asker: Asker, { context }: Condition) {
  return eventMetaOn(deps, asker, requireVisible(await deps.store.application(context.applicationId)));
}

/** The condition after a step, with the statement that goes with it. */
function said(
  deps: Deps,
  condition: Condition,
  event: OnFile<Extract<ConditionEvent, { readonly type: ConditionWord['step'] }>>,
  {
    documents = [],
    ...word
  }: Pick<ConditionWord, 'text' | 'dueOn' | 'on'> & Partial<Pick<ConditionWord, 'documents'>>,
) {
  const step = { step: event.type, documents, at: event.at, ...word };
  return applyToCondition(deps, condition, event, { words: [...condition.words, step] });
}
