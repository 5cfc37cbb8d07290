import { answerQuestionnaire } from '../../commands/application/questionnaire/answerQuestionnaire.ts';
import { openQuestionnaire } from '../../commands/application/questionnaire/openQuestionnaire.ts';
import { traceOf } from '../../commands/common/traceOf.ts';
import type { Application, Person } from '../../commands/items/items.ts';
import { statements } from '../../criteria/questionnaire.ts';
import { addDays, dayOf } from '../../register/day.ts';
import type { Stage } from './stage.ts';

/** What people who work there answer, one after the other. */
const steps = ['4', '5', '4', '3', '5', '2', 'none'] as const;
const working = 14;
/** How many answered the first one, and the second so far. */
const answers = [11, 6] as const;
const days = 30;

/**
 * Asks the people who work in an organisation of the demonstration: a first questionnaire is closed, its result waits to be joined,
 * and a second one is open. What was played before is not done again.
 */
export async function askWorkers(
  { deps }: Stage,
  owner: Person,
  { id: applicationId, context: { organisationId } }: Pick<Application, 'id' | 'context'>,
): Promise<void> {
  const closesOn = addDays(dayOf(deps.clock.now().toISOString()), days);
  const known = (await deps.store.questionnairesOf(applicationId)).length;
  for (const [n, many] of [...answers.entries()].slice(known)) {
    const questionnaireId = await openQuestionnaire(deps, owner, {
      applicationId,
      working,
      closesOn,
      byCode: false,
    });
    const [opened] = await deps.store.questionnairesOf(applicationId);
    for (let person = 0; opened && person < many; person += 1) {
      const once = deps.ids.secret();
      await answerQuestionnaire(deps, { token: opened.token, once, code: '', chosen: chosenBy(person) });
    }
    // Its last day is over in the story.
    if (n === 0)
      await deps.store.closeQuestionnaire(
        { id: questionnaireId, applicationId },
        traceOf(deps, owner, organisationId),
      );
  }
}

function chosenBy(person: number) {
  return Object.fromEntries(
    statements.map(({ id }, at) => [id, steps[(3 * person + 5 * at) % steps.length]]),
  );
}
