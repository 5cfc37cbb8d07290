import type { FileRef } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { countExchanges } from '../../exchange/views/countExchanges.ts';
import { workingCopy } from '../../file/workingCopy.ts';
import type { ExchangesCount } from '../../items/ownExchanges.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { answerIn } from '../selfAssessment/answerIn.ts';
import { filledAnswer, unlessLate } from './filledAnswer.ts';

interface ExchangesOf extends FileRef {
  readonly criterion: string;
}

/**
 * Takes what the organisation's exchanges here led to in the last year as evidence for a criterion, and names it there where no
 * evidence is named. Taken again, it is counted anew. `notFound` for a criterion that exchanges say nothing about.
 */
export async function takeExchanges(
  deps: Deps,
  asker: Asker,
  { applicationId, criterion, say }: ExchangesOf & { readonly say: (count: ExchangesCount) => string },
): Promise<void> {
  const { application, assessment, edit } = await workingCopy(deps, asker, applicationId);
  const counts = await countExchanges(deps, application.context.organisationId);
  const count = requireVisible(counts.get(criterion));
  requireVisible(count.deals > 0);
  const evidence = say(count);
  const earlier = assessment.exchanges?.find((one) => one.criterion === criterion)?.evidence;
  const answer = answerIn(assessment, { offerId: '', criterion });
  const filled = filledAnswer(criterion, answer, { level: null, evidence, earlier });
  if (filled) await unlessLate(() => edit({ part: 'answer', offerId: '', ...filled }));
  const at = deps.clock.now().toISOString();
  await edit({ part: 'exchanges', own: { criterion, ...count, evidence, by: asker.id, at } });
}

/** Takes that back, with the sentence that it filled in where nobody changed it since. */
export async function dropExchanges(
  deps: Deps,
  asker: Asker,
  { applicationId, criterion }: ExchangesOf,
): Promise<void> {
  const { assessment, edit } = await workingCopy(deps, asker, applicationId);
  const own = assessment.exchanges?.find((one) => one.criterion === criterion);
  if (!own) return;
  const before = answerIn(assessment, { offerId: '', criterion });
  if (before && before.evidence === own.evidence) {
    const answer = { ...before, evidence: '', revision: (before.revision ?? 0) + 1 };
    await unlessLate(() => edit({ part: 'answer', offerId: '', answer, before }));
  }
  await edit({ part: 'removeExchanges', criterion });
}
