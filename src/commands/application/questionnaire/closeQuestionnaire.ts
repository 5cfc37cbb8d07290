import { dayOf } from '../../../register/day.ts';
import { systemActor } from '../../common/actor.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { everyItem } from '../../common/pages.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { traceOf } from '../../common/traceOf.ts';
import { openApplication } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** A questionnaire by its application and its id. */
export interface QuestionnaireRef extends FileRef {
  readonly questionnaireId: string;
}

/** Ends a questionnaire before its day, for who writes in its application; ended already, it stays so. */
export async function closeQuestionnaire(deps: Deps, asker: Asker, input: QuestionnaireRef): Promise<void> {
  const questionnaire = await questionnaireToChange(deps, asker, input);
  await deps.store.closeQuestionnaire(questionnaire, traceOf(deps, asker, questionnaire.organisationId));
}

/** Ends those whose last day is over. Gives how many. */
export async function closeQuestionnaires(deps: Deps, now: Date): Promise<number> {
  const at = now.toISOString();
  let count = 0;
  for await (const one of everyItem((page) => deps.store.questionnairesToClose(dayOf(at), page))) {
    await deps.store.closeQuestionnaire(one, { id: deps.ids.next(), at, actor: systemActor });
    count += 1;
  }
  return count;
}

/** A questionnaire for who writes in its application; `notFound` for anyone else, `refused` once that is over. */
export async function questionnaireToChange(deps: Deps, asker: Asker, input: QuestionnaireRef) {
  const { id } = await openApplication(deps, asker, input.applicationId);
  const all = await deps.store.questionnairesOf(id);
  return requireVisible(all.find((one) => one.id === input.questionnaireId));
}
