import type { DecisionOutcome } from '../../../workflow/events.ts';
import { eventMetaOn } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import type { FileInput } from '../../common/fileInput.ts';
import { requireRevision } from '../../common/requireVisible.ts';
import { frozenFile } from '../../file/frozenFile.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { ungradedFindings } from '../../review/findings/raiseFindings.ts';
import { visitMissing } from '../../review/visits.ts';

/** A rapporteur who took no part in the scoring checks it and drafts the decision (ISO/IEC 17065, 7.5). */
export async function recommendApplication(
  deps: Deps,
  asker: Asker,
  input: FileInput & { readonly draft: DecisionOutcome; readonly reason: string },
): Promise<void> {
  const file = await frozenFile(deps, input.applicationId);
  const application = requireRevision(file.application, input.revision);
  const { draft, reason } = input;
  const event = {
    type: 'recommend',
    ...(await eventMetaOn(deps, asker, application)),
    ungradedFindings: await ungradedFindings(deps, file),
    visitMissing: await visitMissing(deps, file),
    draft,
    reason,
  } as const;
  const also = { recommendation: { draft, reason } };
  await deps.store.commit([applyToApplication(deps, application, event, also)]);
}
