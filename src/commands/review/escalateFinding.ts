import { LabelError } from '../../errors.ts';
import { takesAnswers } from '../../policies/answers.ts';
import type { FileActor } from '../common/actor.ts';
import { applyToFinding } from '../common/applyEvent.ts';
import { requireVisible } from '../common/requireVisible.ts';
import type { Finding } from '../items/decidingItems.ts';
import type { Deps } from '../ports/ports.ts';

/**
 * A finding whose day is over goes to the officers. Not a major one of a file that is being corrected, which waits as long as
 * its file does, because a further round gives more time to both; nor one of a file that is over.
 */
export async function escalateFinding(
  deps: Pick<Deps, 'store' | 'ids'>,
  finding: Finding,
  said: { readonly at: string; readonly actor: FileActor },
): Promise<void> {
  const { applicationId, grade, labelNumber } = finding.context;
  const { state } = requireVisible(await deps.store.application(applicationId));
  const corrected = grade === 'major' && (state === 'correction' || state === 'verification');
  if (labelNumber === null && (corrected || !takesAnswers({ state }))) {
    throw new LabelError('refused', { reasons: ['deadlineOver'] });
  }
  const change = applyToFinding(finding, { type: 'deadlinePassed', ...said }, { id: deps.ids.next() });
  await deps.store.commit({ changes: [change] });
}
