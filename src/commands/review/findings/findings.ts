import { belongsTo, mayEdit } from '../../../policies/organisation.ts';
import { type Day, endOfDay } from '../../../register/day.ts';
import { actorOn, type FileActor } from '../../common/actor.ts';
import { applyToFinding } from '../../common/applyEvent.ts';
import { requireVisible, unchanged } from '../../common/requireVisible.ts';
import { documentsOf, offeredAmong, oldestCounting } from '../../file/documentsOf.ts';
import type { Finding, FindingWord } from '../../items/decidingItems.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { judges, requireCorrection } from './openFindings.ts';

/** The organisation says what it will do about a finding. */
export async function proposeAction(
  deps: Deps,
  asker: Asker,
  input: Seen & { readonly action: string },
): Promise<void> {
  const { finding, application, said } = await ownFinding(deps, asker, input);
  requireCorrection(finding, application);
  const { action } = input;
  const word = { step: 'proposeAction', text: action, documents: [], at: said.at } as const;
  const event = { type: 'proposeAction', ...said, action } as const;
  const record = { id: deps.ids.next() };
  await deps.store.commit({ changes: [applyToFinding(finding, event, record, withWord(finding, word))] });
}

/**
 * The organisation proves that the accepted action is carried out, in words, by documents of the file's evidence library, or
 * both. Each document stands there as it is now: the file that is its newest revision.
 */
export async function submitProof(
  deps: Deps,
  asker: Asker,
  input: Seen & { readonly proof: string; readonly documents: readonly string[] },
): Promise<void> {
  const { finding, application, said } = await ownFinding(deps, asker, input);
  requireCorrection(finding, application);
  const evidence = await deps.store.evidenceOf(application.id);
  const offered = offeredAmong(documentsOf(evidence, oldestCounting(deps)));
  const documents = input.documents.map(
    (id) => requireVisible(offered.find((one) => one.id === id)).latest.id,
  );
  const { proof } = input;
  const word = { step: 'submitProof', text: proof, documents, at: said.at } as const;
  const event = { type: 'submitProof', ...said, proof, documents } as const;
  const record = { id: deps.ids.next() };
  await deps.store.commit({ changes: [applyToFinding(finding, event, record, withWord(finding, word))] });
}

/** What can be said of a proposed action, and of a proof. */
const judgements = ['acceptAction', 'returnAction', 'close', 'returnProof'] as const;
export type Judgement = (typeof judgements)[number];

/**
 * Whoever scored the file, or an officer once the label carries the finding on, accepts or returns a proposed action, or closes
 * the finding or returns its proof.
 */
export async function judgeFinding(
  deps: Deps,
  asker: Asker,
  input: Seen & { readonly judgement: Judgement; readonly reason: string },
): Promise<void> {
  const { finding, said } = await judgedFinding(deps, asker, input);
  const { judgement, reason } = input;
  const word = { step: judgement, text: reason, documents: [], at: said.at };
  const event = { type: judgement, ...said, reason };
  const record = { id: deps.ids.next() };
  await deps.store.commit({ changes: [applyToFinding(finding, event, record, withWord(finding, word))] });
}

/** An officer gives an organisation that is late a new last day, with the reason; it then answers anew. */
export async function extendFinding(
  deps: Deps,
  asker: Asker,
  input: Seen & { readonly reason: string; readonly dueOn: Day },
): Promise<void> {
  const { finding, said } = await judgedFinding(deps, asker, input);
  const { reason, dueOn } = input;
  const word = { step: 'extend', text: reason, documents: [], at: said.at } as const;
  const event = { type: 'extend', ...said, reason, dueAt: endOfDay(dueOn) } as const;
  const record = { id: deps.ids.next() };
  await deps.store.commit({ changes: [applyToFinding(finding, event, record, withWord(finding, word))] });
}

/** What a form about one finding says: which one, and as it was read. */
interface Seen {
  readonly findingId: string;
  readonly revision: number;
}

/** A finding with its file, and who acts on it now. */
interface Acted {
  readonly finding: Finding;
  readonly application: Application;
  readonly said: { readonly at: string; readonly actor: FileActor };
}

/** A finding for the people who write for its organisation; not found for anyone else. */
async function ownFinding(deps: Deps, asker: Asker, seen: Seen): Promise<Acted> {
  const acted = await findingOf(deps, asker, seen);
  requireVisible(mayEdit(asker, acted.finding.context.organisationId) || null);
  unchanged(acted.finding, seen.revision);
  return acted;
}

/** A finding for the staff who work on it; not found for anyone else. */
async function judgedFinding(deps: Deps, asker: Asker, seen: Seen): Promise<Acted> {
  const acted = await findingOf(deps, asker, seen);
  const { organisationId } = acted.finding.context;
  requireVisible((!belongsTo(asker, organisationId) && judges(asker, acted.finding)) || null);
  unchanged(acted.finding, seen.revision);
  return acted;
}

async function findingOf(deps: Deps, asker: Asker, { findingId }: Seen): Promise<Acted> {
  const finding = requireVisible(await deps.store.finding(findingId));
  const application = requireVisible(await deps.store.application(finding.context.applicationId));
  const actor = await actorOn(deps, asker, application);
  return { finding, application, said: { at: deps.clock.now().toISOString(), actor } };
}

/** The statements on a finding, with one added. */
function withWord({ words }: Finding, word: FindingWord): Pick<Finding, 'words'> {
  return { words: [...words, word] };
}
