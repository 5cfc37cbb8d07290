import type { FrozenFile } from '../../file/frozenFile.ts';
import { countedReviews } from '../../file/reviewMarks.ts';
import type { Deps } from '../../ports/ports.ts';
import { isRaisedAs, raisedFindings } from './raisedFindings.ts';

/** How many of the findings of both reviews are neither closed nor carried as graded ones: nobody may pass them over. */
export async function ungradedFindings(
  deps: Pick<Deps, 'store'>,
  { application, reviews }: FrozenFile,
): Promise<number> {
  const kept = (await deps.store.findingsOf(application.id)).filter(({ state }) => state !== 'dropped');
  const raised = raisedFindings(countedReviews(application, reviews), application.settledGrades);
  return raised.filter((one) => !kept.some(isRaisedAs(one))).length;
}
