import { fewestAnswers } from '../../../criteria/answerCounts.ts';
import { statements } from '../../../criteria/questionnaire.ts';
import { type Fault, fault, refuseFor, requireNoFaults } from '../../../errors.ts';
import { type Day, dayOf, daysBetween } from '../../../register/day.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { newSecret } from '../../common/secret.ts';
import { traceOf } from '../../common/traceOf.ts';
import { openApplication } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Most questionnaires of one application: what two say is not told apart by a third. */
export const maxQuestionnaires = 2;
/** Days for which one takes answers at most. */
export const maxQuestionnaireDays = 90;
/** Most codes that are printed: a larger organisation hands out its address. */
const mostCodes = 200;
/** More people than work in any organisation of the region: more is a slip. */
const mostWorking = 100_000;

interface NewInput extends FileRef {
  /** How many people work there. */
  readonly working: number;
  readonly closesOn: Day;
  /** Whether each person gets a code of their own, on paper. */
  readonly byCode: boolean;
}

/** Opens a questionnaire for the people who work in an organisation; while one takes answers, it is that one. Gives its id. */
export async function openQuestionnaire(deps: Deps, asker: Asker, input: NewInput): Promise<string> {
  const { applicationId, working, closesOn, byCode } = input;
  const { organisationId } = (await openApplication(deps, asker, applicationId)).context;
  const openedAt = deps.clock.now().toISOString();
  const today = dayOf(openedAt);
  const days = daysBetween(today, closesOn);
  requireNoFaults([
    ...workingFaults(working),
    ...(byCode && working > mostCodes ? [fault('byCode', 'tooManyCodes', { most: mostCodes })] : []),
    ...(days < 1 || days > maxQuestionnaireDays
      ? [fault('closesOn', 'needDays', { days: maxQuestionnaireDays })]
      : []),
  ]);
  const { name: organisation } = requireVisible(await deps.store.organisation(organisationId));
  const place = { organisationId, applicationId, organisation };
  const times = { openedAt, closesOn };
  const codes = byCode ? Array.from({ length: working }, () => newSecret(deps)) : null;
  const own = { id: deps.ids.next(), token: newSecret(deps), codes };
  const opened = { ...own, ...place, statements, working, ...times };
  const bounds = { today, max: maxQuestionnaires };
  const id = await deps.store.openQuestionnaire(opened, bounds, traceOf(deps, asker, organisationId));
  refuseFor({ tooManyQuestionnaires: id === null });
  return requireVisible(id);
}

function workingFaults(working: number): Fault[] {
  if (working < fewestAnswers) return [fault('working', 'tooFewWorking', { fewest: fewestAnswers })];
  return Number.isInteger(working) && working <= mostWorking ? [] : [fault('working', 'badWorking')];
}
