import { belongsTo, mayEdit } from '../../../policies/organisation.ts';
import type { Day } from '../../../register/day.ts';
import { endOfDay } from '../../../register/day.ts';
import type { FindingEvent } from '../../../workflow/findingEvents.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToFinding, type OnFile } from '../../common/applyEvent.ts';
import { type ItemInput, requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { newestFilesOf } from '../../file/documentsOf.ts';
import type { Finding, FindingWord } from '../../items/decidingItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { judges, requireCorrection } from './openFindings.ts';

type FindingInput = ItemInput<'findingId'>;

/** The organisation says what it will do about a finding. */
export async function proposeAction(deps: Deps, asker: Asker, input: FindingInput & { action: string }) {
  const { finding, eventMeta } = await ownFinding(deps, asker, input);
  const { action } = input;
  await keepStep(deps, finding, { type: 'proposeAction', ...eventMeta, action }, action);
}

/**
 * The organisation proves that the accepted action is carried out, in words, by documents of the file's evidence library, or
 * both. Each document stands there as it is now: the file that is its newest revision.
 */
export async function submitProof(
  deps: Deps,
  asker: Asker,
  input: FindingInput & { readonly proof: string; readonly documents: readonly string[] },
): Promise<void> {
  const { finding, eventMeta } = await ownFinding(deps, asker, input);
  const documents = await newestFilesOf(deps, finding.context.applicationId, input.documents);
  const { proof } = input;
  await keepStep(deps, finding, { type: 'submitProof', ...eventMeta, proof, documents }, proof, documents);
}

/** What can be said of a proposed action, and of a proof. */
export type Judgement = 'acceptAction' | 'returnAction' | 'close' | 'returnProof';

/**
 * Whoever scored the file, or an officer once the label carries the finding on, accepts or returns a proposed action, or closes
 * the finding or returns its proof.
 */
export async function judgeFinding(
  deps: Deps,
  asker: Asker,
  input: FindingInput & { readonly judgement: Judgement; readonly reason: string },
): Promise<void> {
  const { finding, eventMeta } = await judgedFinding(deps, asker, input);
  const { judgement: type, reason } = input;
  await keepStep(deps, finding, { type, ...eventMeta, reason }, reason);
}

/** An officer gives an organisation that is late a new last day, with the reason; it then answers anew. */
export async function extendFinding(
  deps: Deps,
  asker: Asker,
  input: FindingInput & { readonly reason: string; readonly dueOn: Day },
): Promise<void> {
  const { finding, eventMeta } = await judgedFinding(deps, asker, input);
  const { reason, dueOn } = input;
  await keepStep(deps, finding, { type: 'extend', ...eventMeta, reason, dueAt: endOfDay(dueOn) }, reason);
}

/** A finding for the people who write for its organisation, while it takes their answer; to anyone else there is none. */
async function ownFinding(deps: Deps, asker: Asker, input: FindingInput) {
  const acted = await findingOf(deps, asker, input);
  requireVisible(mayEdit(asker, acted.finding.context.organisationId));
  requireRevision(acted.finding, input.revision);
  requireCorrection(acted.finding, acted.application);
  return acted;
}

/** A finding for the staff who have it before them; to anyone else there is none. */
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

/** Takes a step, and keeps what was said with it. */
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
