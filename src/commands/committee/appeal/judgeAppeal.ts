import { dueAfter } from '../../../register/calendar.ts';
import { type AppealOutcome, appealOutcomes } from '../../../workflow/appealEvents.ts';
import type { EventMeta } from '../../common/actor.ts';
import { applyToAppeal, applyToApplication } from '../../common/applyEvent.ts';
import { requireReason } from '../../common/requireReason.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Change, Deps } from '../../ports/ports.ts';
import { overturnedPrecedent } from '../precedents/precedentOf.ts';
import { type AppealInput, appealToJudge } from './appealFile.ts';
import { reasoned, requested } from './appealWords.ts';
import { labelFalls, labelOf, labelStands } from './labelOutcome.ts';

export { appealOutcomes };

type Reasoned = AppealInput & { readonly reason: string };

/** A member of the committee without an earlier part admits an appeal that is in time, by who may appeal, and with grounds to judge. */
export async function admitAppeal(deps: Deps, asker: Asker, input: Reasoned): Promise<void> {
  const { appeal, tookPart, eventMeta } = await appealToJudge(deps, asker, input);
  const reason = requireReason(input.reason);
  const event = { type: 'admit', ...eventMeta, reason, tookPart } as const;
  await deps.store.commit([reasoned(deps, appeal, event)]);
}

/** Members without an earlier part find an appeal inadmissible, each with reasons; the second one ends it, and the decision stands. */
export async function findInadmissible(deps: Deps, asker: Asker, input: Reasoned): Promise<void> {
  const { appeal, application, tookPart, eventMeta } = await appealToJudge(deps, asker, input);
  const reason = requireReason(input.reason);
  const asked = requested(deps, appeal, { type: 'findInadmissible', ...eventMeta, reason, tookPart });
  if (asked.effect === null) return deps.store.commit([asked.change]);
  const panel = [...appeal.context.asked.map(({ personId }) => personId), asker.id];
  const stands = await stand(deps, appeal, application, { ...eventMeta, reason: asked.effect.text, panel });
  await deps.store.commit([asked.change, ...stands.changes], stands.parts);
}

/** A member of the panel votes for themselves; the vote can be changed until the appeal is settled. */
export async function voteOnAppeal(
  deps: Deps,
  asker: Asker,
  { appealId, outcome: choice }: { readonly appealId: string; readonly outcome: AppealOutcome },
): Promise<void> {
  // Others of the panel vote at the same time, which does not affect this vote.
  return retryOnConflict(async () => {
    const { revision } = requireVisible(await deps.store.appeal(appealId));
    const { appeal, eventMeta } = await appealToJudge(deps, asker, { appealId, revision });
    const event = { type: 'vote', ...eventMeta, choice } as const;
    await deps.store.commit([applyToAppeal(deps, appeal, event)]);
  });
}

/** One of the panel records its majority: upheld, new people evaluate the file; partly, others decide on its scores; dismissed, it stands. */
export async function settleAppeal(deps: Deps, asker: Asker, input: Reasoned): Promise<void> {
  const { appeal, application, eventMeta } = await appealToJudge(deps, asker, input);
  const reason = requireReason(input.reason);
  const type = outcomeOf(appeal.context);
  const settled = reasoned(deps, appeal, { type, ...eventMeta, reason });
  const ending = { ...eventMeta, reason, panel: appeal.context.panel };
  const label = await labelOf(deps, appeal);
  if (type === 'dismiss' || label) {
    const follows = await (type === 'dismiss' || !label
      ? stand(deps, appeal, application, ending)
      : labelFalls(deps, label, appeal.context, { ...eventMeta, reason }));
    await deps.store.commit([settled, ...follows.changes], follows.parts);
    return;
  }
  const falls = decisionFalls(deps, application, { ...ending, newEvaluation: type === 'uphold' });
  const overturned = await overturnedPrecedent(deps, { applicationId: application.id, at: eventMeta.at });
  await deps.store.commit([settled, falls], [{ kind: 'precedents', rows: overturned ? [overturned] : [] }]);
}

/** What most of the votes are for; the machine checks whether that is a majority of the panel. */
export function outcomeOf({ votes }: Pick<Appeal['context'], 'votes'>): AppealOutcome {
  const count = (outcome: AppealOutcome) => votes.filter((vote) => vote.outcome === outcome).length;
  return appealOutcomes.toSorted((a, b) => count(b) - count(a))[0] ?? 'dismiss';
}

/** How an appeal ended for its file, and who judged it. */
interface Ending extends EventMeta {
  readonly reason: string;
  readonly panel: readonly string[];
}

/** What follows where the decision stands, on an application or on a label. */
async function stand(deps: Deps, appeal: Appeal, application: Application, ending: Ending) {
  const { at, actor, reason } = ending;
  const label = await labelOf(deps, appeal);
  if (label) return labelStands(deps, label, { at, actor, reason });
  return { changes: [decisionStands(deps, application, ending)], parts: [] };
}

/** The decision stands: a refusal is final, and the time to sign an agreement starts again. */
function decisionStands(deps: Deps, application: Application, ending: Ending): Change {
  const { process } = schemeOf(deps, application.context.criteriaVersion).scheme;
  const dueAt = dueAfter(ending.at, process.agreementDays);
  return applyToApplication(deps, application, { type: 'dismissAppeal', dueAt, ...ending });
}

/** The decision falls: new people evaluate the file (`newEvaluation`), or another rapporteur and committee take the scores that it has. */
function decisionFalls(
  deps: Pick<Deps, 'ids'>,
  application: Application,
  ending: Ending & { readonly newEvaluation: boolean },
): Change {
  const moderation = ending.newEvaluation && { moderation: [] };
  const also = { recommendation: null, decisionReason: '', ...moderation };
  return applyToApplication(deps, application, { type: 'upholdAppeal', ...ending }, also);
}
