import { dayOf } from '../../../register/day.ts';
import { systemActor } from '../../common/actor.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { everyItem } from '../../common/pages.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { openApplication } from '../../file/workingCopy.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** A questionnaire by its application and its id. */
export interface QuestionnaireRef extends FileRef {
  readonly questionnaireId: string;
}

/** Ends those whose last day is over; nobody ends one earlier, who could then tell the last answer. Gives how many. */
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
