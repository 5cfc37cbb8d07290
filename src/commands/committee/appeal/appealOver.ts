import { addWorkingDays } from '../../../register/calendar.ts';
import { dayOf } from '../../../register/day.ts';
import { endOfDay } from '../../../register/endOfDay.ts';
import type { FileActor } from '../../common/actor.ts';
import { applyToApplication } from '../../common/applyEvent.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Application } from '../../items/items.ts';
import type { Change, Deps } from '../../ports/ports.ts';

/** How a file goes on from an appeal that is over, and who judged it. */
interface Ending {
  readonly at: string;
  readonly actor: FileActor;
  readonly reason: string;
  readonly panel: readonly string[];
}

/** The decision stands: a refusal is final, and an agreement can be signed within the whole of its time again. */
export function decisionStands(deps: Deps, application: Application, ending: Ending): Change {
  const { process } = schemeOf(deps, application.context.criteriaVersion).scheme;
  const dueAt = endOfDay(addWorkingDays(dayOf(ending.at), process.agreementDays));
  return applyToApplication(
    application,
    { type: 'dismissAppeal', dueAt, ...ending },
    { id: deps.ids.next() },
  );
}

/**
 * The decision falls, and what led to it: the file is evaluated anew by other people (`newEvaluation`), or goes to another
 * rapporteur and another committee with the scores that it has. The journal keeps what was written before.
 */
export function decisionFalls(
  deps: Pick<Deps, 'ids'>,
  application: Application,
  ending: Ending & { readonly newEvaluation: boolean },
): Change {
  const also = {
    recommendation: null,
    decisionReason: '',
    ...(ending.newEvaluation && { moderation: [] }),
  };
  return applyToApplication(application, { type: 'upholdAppeal', ...ending }, { id: deps.ids.next() }, also);
}
