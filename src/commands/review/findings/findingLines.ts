import { belongsTo } from '../../../policies/organisation.ts';
import type { FindingEvent } from '../../../workflow/findingEvents.ts';
import { actorOn, type FileActor } from '../../common/actor.ts';
import { attempt } from '../../common/applyEvent.ts';
import { dryRun } from '../../common/dryRun.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Finding } from '../../items/decidingItems.ts';
import type { Application, Evidence } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { submitCorrection } from './corrections.ts';
import { isMajor, isUnanswered, takesCorrection } from './openFindings.ts';

/** The findings of an application as the people of its organisation answer them. */
export interface OwnFindings {
  readonly lines: readonly FindingLine[];
  /** Whether a correction is requested and this person can send it once it is complete. */
  readonly sends: boolean;
  /** Major findings without a proof. */
  readonly unanswered: number;
}

/** The findings of an application for the people of its organisation; not found for anyone else. */
export async function ownFindings(deps: Deps, asker: Asker, applicationId: string): Promise<OwnFindings> {
  const application = requireVisible(await deps.store.application(applicationId));
  requireVisible(belongsTo(asker, application.context.organisationId) || null);
  const lines = await findingLines(deps, asker, application);
  const majors = lines.map(({ finding }) => finding).filter(isMajor);
  const { id, revision } = application;
  const against =
    application.state === 'correction'
      ? await dryRun(deps, (dry) => submitCorrection(dry, asker, { applicationId: id, revision }))
      : ['wrongState'];
  return {
    lines,
    sends: against.every((reason) => reason === 'findingsAnswered'),
    unanswered: majors.filter(isUnanswered).length,
  };
}

export type FindingStep = FindingEvent['type'];

/** A finding as it is shown: until when it is to be corrected, the documents named with it, and what this person can do now. */
export interface FindingLine {
  readonly finding: Finding;
  readonly dueAt: string;
  readonly documents: readonly Evidence[];
  readonly offered: readonly FindingStep[];
}

/** The findings of a file that count, the first one raised first. Who may see them is for the caller to say. */
export async function findingLines(
  deps: Deps,
  asker: Asker,
  application: Application,
): Promise<FindingLine[]> {
  const findings = (await deps.store.findingsOf(application.id)).filter(({ state }) => state !== 'dropped');
  if (findings.length === 0) return [];
  const evidence = await deps.store.evidenceOf(application.id);
  const at = deps.clock.now().toISOString();
  const actor = await actorOn(deps, asker, application);
  return findings.map((finding) => ({
    finding,
    dueAt: dueOf(finding, application),
    documents: evidence.filter(({ id }) => finding.words.some(({ documents }) => documents.includes(id))),
    offered: tried({ at, actor }, finding.context.dueAt)
      .filter(({ type }) => takesCorrection(finding, application) || !byApplicant.includes(type))
      .flatMap((event) => (attempt('finding', finding, event).taken ? [event.type] : [])),
  }));
}

const byApplicant: readonly FindingStep[] = ['proposeAction', 'submitProof'];

/** Every step of a person, filled in so that nothing but the person and the state can refuse it. */
function tried(
  said: { readonly at: string; readonly actor: FileActor },
  dueAt: string,
): readonly (FindingEvent & { readonly actor: FileActor })[] {
  return [
    { type: 'proposeAction', action: '.', ...said },
    { type: 'acceptAction', reason: '.', ...said },
    { type: 'returnAction', reason: '.', ...said },
    { type: 'submitProof', proof: '.', documents: [], ...said },
    { type: 'close', reason: '.', ...said },
    { type: 'returnProof', reason: '.', ...said },
    { type: 'extend', reason: '.', dueAt: `9999${dueAt.slice(4)}`, ...said },
  ];
}

/** A major one of a file that is being corrected is due when the file's correction is, which a further round moves. */
function dueOf(finding: Finding, { state, context }: Application): string {
  const withFile = isMajor(finding) && state === 'correction' && context.dueAt !== null;
  return withFile && context.dueAt ? context.dueAt : finding.context.dueAt;
}
