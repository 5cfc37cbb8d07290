import { refuseFor } from '../../../errors.ts';
import { belongsTo, mayEdit } from '../../../policies/organisation.ts';
import { type Day, endOfDay } from '../../../register/day.ts';
import type { FindingEvent } from '../../../workflow/findingEvents.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToFinding, type OnFile } from '../../common/applyEvent.ts';
import { type ItemInput, requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { newestFilesOf } from '../../file/documentsOf.ts';
import type { Finding, FindingWord } from '../../items/decidingItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { judges, takesCorrection } from './openFindings.ts';

type FindingInput = ItemInput<'findingId'>;
type Proof = FindingInput & { readonly proof: string; readonly documents: readonly string[] };
type Judged = FindingInput & { readonly judgement: Judgement; readonly reason: string };
type Extended = FindingInput & { readonly reason: string; readonly dueOn: Day };

/** The organisation proposes what it will do about a finding. */
export async function proposeAction(deps: Deps, asker: Asker, input: FindingInput & { action: string }) {
  const { finding, eventMeta } = await ownFinding(deps, asker, input);
  const { action } = input;
  await keepStep(deps, finding, { type: 'proposeAction', ...eventMeta, action }, action);
}

/**
 * The organisation proves that the accepted action is carried out, in words, by documents of the file's evidence library (the
 * newest revision of each), or both.
 */
export async function submitProof(deps: Deps, asker: Asker, input: Proof): Promise<void> {
  const { finding, eventMeta } = await ownFinding(deps, asker, input);
  const documents = await newestFilesOf(deps, finding.context.applicationId, input.documents);
  const { proof } = input;
  await keepStep(deps, finding, { type: 'submitProof', ...eventMeta, proof, documents }, proof, documents);
}

/** The judgements of a proposed action, and of a proof. */
export type Judgement = 'acceptAction' | 'returnAction' | 'close' | 'returnProof';

/**
 * Whoever scored the file, or an officer once the label carries the finding on, accepts or returns a proposed action, or closes
 * the finding or returns its proof.
 */
export async function judgeFinding(deps: Deps, asker: Asker, input: Judged): Promise<void> {
  const { finding, eventMeta } = await judgedFinding(deps, asker, input);
  const { judgement: type, reason } = input;
  await keepStep(deps, finding, { type, ...eventMeta, reason }, reason);
}

/** An officer gives an organisation that is late a new last day, with the reason; it then answers again. */
export async function extendFinding(deps: Deps, asker: Asker, input: Extended): Promise<void> {
  const { finding, eventMeta } = await judgedFinding(deps, asker, input);
  const { reason, dueOn } = input;
  await keepStep(deps, finding, { type: 'extend', ...eventMeta, reason, dueAt: endOfDay(dueOn) }, reason);
}

/** A finding for owners and editors of its organisation, while it can be answered; to anyone else there is none. */
async function ownFinding(deps: Deps, asker: Asker, input: FindingInput) {
  const acted = await findingOf(deps, asker, input);
  requireVisible(mayEdit(asker, acted.finding.context.organisationId));
  requireRevision(acted.finding, input.revision);
  refuseFor({ notInCorrection: !takesCorrection(acted.finding, acted.application) });
  return acted;
}

/** A finding for the staff who judge it; to anyone else there is none. */
async function judgedFinding(deps: Deps, asker: Asker, input: FindingInput) {
  const acted = await findingOf(deps, asker, input);
  requireVisible(!belongsTo(asker, acted.finding.context.organisationId) && judges(asker, acted.finding));
  requireRevision(acted.finding, input.revision);
  return acted;
}

async function findingOf(deps: Deps, asker: Asker, { findingId }: FindingInput) {
  const finding = requireVisible(await deps.store.finding(findingId));
  const application = requireVisible(await deps.store.application(finding.context.applicationId));
  return { finding, application, eventMeta: await eventMetaOn(deps, asker, application) };
}

/** Takes a step, and keeps the statement that goes with it. */
async function keepStep(
  deps: Deps,
  finding: Finding,
  event: OnFile<Extract<FindingEvent, { readonly type: FindingWord['step'] }>>,
  text: string,
  documents: readonly string[] = [],
): Promise<void> {
  const word = { step: event.type, text, documents, at: event.at };
  const change = applyToFinding(deps, finding, event, { words: [...finding.words, word] });
  await deps.store.commit([change]);
}
