import type { FindingEvent } from '../../../workflow/findingEvents.ts';
import { type EventMeta, eventMetaOn } from '../../common/actor.ts';
import { attempt, type OnFile } from '../../common/applyEvent.ts';
import { isTaken } from '../../common/dryRun.ts';
import { ownApplication } from '../../common/fileInput.ts';
import type { Finding } from '../../items/decidingItems.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { submitCorrection } from './corrections.ts';
import { isMajor, isUnanswered, takesCorrection } from './openFindings.ts';

export type OwnFindings = Awaited<ReturnType<typeof ownFindings>>;

/** The findings of an application as the people of its organisation answer them; to anyone else there is none. */
export async function ownFindings(deps: Deps, asker: Asker, applicationId: string) {
  const application = await ownApplication(deps, asker, applicationId);
  const lines = await findingLines(deps, asker, application);
  const majors = lines.map(({ finding }) => finding).filter(isMajor);
  const { id, revision } = application;
  const submit = (dry: Deps) => submitCorrection(dry, asker, { applicationId: id, revision });
  return {
    lines,
    /** Whether the correction is asked for and this person can send it once it is complete. */
    sends: application.state === 'correction' && (await isTaken(deps, submit, ['findingsAnswered'])),
    /** How many major findings have no proof. */
    unanswered: majors.filter(isUnanswered).length,
  };
}

export type FindingStep = FindingEvent['type'];

/** A finding as it is shown: until when it is to be corrected, the documents named with it, and what this person can do now. */
export type FindingLine = Awaited<ReturnType<typeof findingLines>>[number];

/** The findings of a file that count, the first one raised first. Who may see them is for the caller to say. */
export async function findingLines(deps: Deps, asker: Asker, application: Application) {
  const findings = (await deps.store.findingsOf(application.id)).filter(({ state }) => state !== 'dropped');
  if (findings.length === 0) return [];
  const evidence = await deps.store.evidenceOf(application.id);
  const eventMeta = await eventMetaOn(deps, asker, application);
  return findings.map((finding) => ({
    finding,
    dueAt: dueOf(finding, application),
    documents: evidence.filter(({ id }) => finding.words.some(({ documents }) => documents.includes(id))),
    offered: tried(eventMeta, finding.context.dueAt)
      .filter(({ type }) => takesCorrection(finding, application) || !byApplicant.includes(type))
      .flatMap((event) => (attempt('finding', finding, event).taken ? [event.type] : [])),
  }));
}

const byApplicant: readonly FindingStep[] = ['proposeAction', 'submitProof'];

/** Every step of a person, filled in so that nothing but the person and the state can refuse it. */
function tried(eventMeta: EventMeta, dueAt: string): readonly OnFile<FindingEvent>[] {
  return [
    { type: 'proposeAction', action: '.', ...eventMeta },
    { type: 'acceptAction', reason: '.', ...eventMeta },
    { type: 'returnAction', reason: '.', ...eventMeta },
    { type: 'submitProof', proof: '.', documents: [], ...eventMeta },
    { type: 'close', reason: '.', ...eventMeta },
    { type: 'returnProof', reason: '.', ...eventMeta },
    { type: 'extend', reason: '.', dueAt: `9999${dueAt.slice(4)}`, ...eventMeta },
  ];
}

/** A major one of a file that is being corrected is due when the file's correction is, which a further round moves. */
export function dueOf(finding: Finding, { state, context }: Application): string {
  const withFile = isMajor(finding) && state === 'correction';
  return (withFile && context.dueAt) || finding.context.dueAt;
}
