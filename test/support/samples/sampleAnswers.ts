import {
  answerQuestionnaire,
  type stepChoices,
} from '../../../src/commands/application/questionnaire/answerQuestionnaire.ts';
import { openQuestionnaire } from '../../../src/commands/application/questionnaire/openQuestionnaire.ts';
import { systemActor } from '../../../src/commands/common/actor.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import type { Questionnaire } from '../../../src/commands/items/questionnaire.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { statements } from '../../../src/criteria/questionnaire.ts';
import { addDays, dayOf } from '../../../src/register/day.ts';

type Step = (typeof stepChoices)[number];

/** Opens a questionnaire for twelve people, and gives it. */
export async function openedQuestionnaire(
  deps: Deps,
  by: Person,
  applicationId: string,
  byCode = false,
): Promise<Questionnaire> {
  const closesOn = addDays(dayOf(deps.clock.now().toISOString()), 30);
  const id = await openQuestionnaire(deps, by, { applicationId, working: 12, closesOn, byCode });
  return questionnaireNow(deps, applicationId, id);
}

/** A questionnaire as its organisation sees it now. */
export async function questionnaireNow(deps: Deps, applicationId: string, id: string) {
  const all = await deps.store.questionnairesOf(applicationId);
  return requireVisible(all.find((one) => one.id === id));
}

/** Ends one as the clock does once its last day is over. */
export function endQuestionnaire(
  { store, ids, clock }: Deps,
  { applicationId, questionnaireId }: { readonly applicationId: string; readonly questionnaireId: string },
): Promise<void> {
  const by = { id: ids.next(), at: clock.now().toISOString(), actor: systemActor };
  return store.closeQuestionnaire({ id: questionnaireId, applicationId }, by);
}

/** The same step on every statement, with what differs. */
export function chosen(step: Step, but: Readonly<Record<string, Step>> = {}) {
  return { ...Object.fromEntries(statements.map(({ id }) => [id, step])), ...but };
}

/** So many people answer, each by a form of their own. */
export async function answerTimes(
  deps: Deps,
  token: string,
  times: number,
  what: Readonly<Record<string, Step>> = chosen('4'),
): Promise<void> {
  for (let n = 0; n < times; n += 1)
    await answerQuestionnaire(deps, { token, once: deps.ids.secret(), code: '', chosen: what });
}
