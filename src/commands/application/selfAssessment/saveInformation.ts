import { fault, requireNoFaults } from '../../../errors.ts';
import { mayPrepare } from '../../../policies/organisation.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import { type FileRef, ownApplication } from '../../common/fileInput.ts';
import { noteOn } from '../../common/noteOn.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { traceOf } from '../../common/traceOf.ts';
import { requireRound, withLastRound } from '../../file/openRound.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

interface TypedAnswers extends FileRef {
  /** Each answer as it was typed; `wasShown` says whether the form showed the one that is stored now. */
  readonly answers: readonly {
    readonly id: string;
    readonly answer: string;
    readonly wasShown: (stored: string) => boolean;
  }[];
}

/**
 * Keeps answers that are not sent yet, each for itself: two people at different questions lose nothing. `invalid` with each
 * question that someone else answered otherwise meanwhile; the others are kept all the same.
 */
export async function saveInformation(deps: Deps, asker: Asker, input: TypedAnswers) {
  const overtaken = await retryOnConflict(() => saveOnce(deps, asker, input));
  requireNoFaults(overtaken.map((id) => fault(`answer.${id}`, 'answeredMeanwhile')));
}

async function saveOnce(deps: Deps, asker: Asker, { applicationId, answers }: TypedAnswers) {
  const application = await ownApplication(deps, asker, applicationId, mayPrepare);
  const round = requireRound(application);
  const overtaken: string[] = [];
  const items = round.items.map((item) => {
    const typed = answers.find(({ id }) => id === item.id);
    if (!typed || typed.answer === item.answer) return item;
    if (typed.wasShown(item.answer)) return { ...item, answer: typed.answer };
    overtaken.push(item.id);
    return item;
  });
  const changed = items.filter((item, i) => item !== round.items[i]);
  if (changed.length > 0) {
    const after = { ...application, information: withLastRound(application, { ...round, items }) };
    const trace = traceOf(deps, asker, application.context.organisationId);
    // The journal keeps digests of answers that are not sent yet, not their text.
    const answered = Object.fromEntries(changed.map(({ id, answer }) => [id, digestOf(answer)]));
    const line = { ...trace, facts: [], data: { answered } };
    await deps.store.commit([{ ...noteOn(deps, 'applications', application, line), after }]);
  }
  return overtaken;
}
