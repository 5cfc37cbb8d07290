import { fault, LabelError } from '../../../errors.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { frozenContent } from '../../file/frozenContent.ts';
import { openRound, withLastRound } from '../../file/openRound.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { InformationRound, Snapshot } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { readinessOf } from './submitGate.ts';

/**
 * Sends the answers that were kept, with a new snapshot of the working copy; the file goes back to where it was asked from.
 * `refused` names each question without an answer. Gives the digest of the snapshot.
 */
export async function answerInformation(
  deps: Deps,
  asker: Asker,
  input: { readonly applicationId: string },
): Promise<string> {
  const { application, assessment, published } = await workingCopy(deps, asker, input.applicationId);
  const round = openRound(application);
  if (!round) throw new LabelError('refused', { reasons: ['wrongState'] });
  const { organisationId, criteriaVersion, snapshots } = application.context;
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  const before = requireVisible(await deps.store.snapshot(application.id, snapshots));
  const at = deps.clock.now().toISOString();
  const { declarations } = before.content;
  const content = await frozenContent(deps, organisation, assessment, published, declarations);
  const snapshot: Snapshot = {
    applicationId: application.id,
    n: snapshots + 1,
    at,
    criteriaVersion,
    digest: digestOf(content),
    content,
  };
  const unanswered = round.items.filter(({ answer }) => answer.trim() === '');
  const { naContradicted, naUnexplained } = readinessOf(published.scheme, assessment);
  const event = {
    type: 'answer',
    at,
    actor: await actorOn(deps, asker, application),
    unanswered: unanswered.length,
    naContradicted: naContradicted.length,
    naUnexplained: naUnexplained.length,
    digest: snapshot.digest,
  } as const;
  const information = withLastRound(application, { ...round, answeredAt: at });
  const change = naming(unanswered, () => applyToApplication(deps, application, event, { information }));
  await deps.store.commit({
    changes: [change],
    parts: [{ kind: 'snapshot', snapshot, copyRevision: assessment.revision }],
  });
  return snapshot.digest;
}

/** A refusal with the questions that it is about. */
function naming<T>(unanswered: InformationRound['items'], take: () => T): T {
  try {
    return take();
  } catch (error) {
    if (!(error instanceof LabelError) || !error.reasons.includes('itemsAnswered')) throw error;
    const faults = unanswered.map(({ id }) => fault(`answer.${id}`, 'unanswered'));
    throw new LabelError('refused', { reasons: error.reasons, faults });
  }
}
