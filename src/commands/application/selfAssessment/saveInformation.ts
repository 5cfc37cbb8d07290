import { fault, LabelError } from '../../../errors.ts';
import { mayEdit } from '../../../policies/organisation.ts';
import { digestOf } from '../../../workflow/canonicalJson.ts';
import { ownApplication } from '../../common/fileInput.ts';
import { noteOn } from '../../common/noteOn.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { traceOf } from '../../common/traceOf.ts';
import { requireRound, withLastRound } from '../../file/openRound.ts';
import type { InformationRound } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** An answer as it was typed, and the one that the form showed, so that no one writes over what they did not see. */
export interface TypedAnswer {
  readonly id: string;
  readonly answer: string;
  /** Whether the answer that is kept now is the one that the form showed. */
  readonly isSeen: (kept: string) => boolean;
}

interface TypedAnswers {
  readonly applicationId: string;
  readonly answers: readonly TypedAnswer[];
}

/**
 * Keeps answers that are not sent yet, each for itself: two people at different questions lose nothing. `stale` with each
 * question that someone else answered otherwise meanwhile; the others are kept all the same.
 */
export async function saveInformation(deps: Deps, asker: Asker, input: TypedAnswers) {
  const overtaken = await retryOnConflict(() => saveOnce(deps, asker, input));
  if (overtaken.length === 0) return;
  const faults = overtaken.map((id) => fault(`answer.${id}`, 'answeredMeanwhile'));
  throw new LabelError('invalid', { faults });
}

async function saveOnce(deps: Deps, asker: Asker, { applicationId, answers }: TypedAnswers) {
  const application = await ownApplication(deps, asker, applicationId, mayEdit);
  const round = requireRound(application);
  const overtaken: string[] = [];
  const items = round.items.map((item) => {
    const typed = answers.find(({ id }) => id === item.id);
    if (!typed || typed.answer === item.answer) return item;
    if (typed.isSeen(item.answer)) return { ...item, answer: typed.answer };
    overtaken.push(item.id);
    return item;
  });
  const changed = items.filter((item, i) => item !== round.items[i]);
  if (changed.length > 0) {
    const after = { ...application, information: withLastRound(application, { ...round, items }) };
    const trace = traceOf(deps, asker, application.context.organisationId);
    const line = { ...trace, facts: [], data: { answered: digestsOf(changed) } };
    await deps.store.commit([{ ...noteOn(deps, 'applications', application, line), after }]);
  }
  return overtaken;
}

/** What the journal keeps of answers under way: the digest of what was written, not the words. */
function digestsOf(items: InformationRound['items']): Readonly<Record<string, string>> {
  return Object.fromEntries(items.map(({ id, answer }) => [id, digestOf(answer)]));
}
