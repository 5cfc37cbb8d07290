import { addWorkingDays } from '../../../register/calendar.ts';
import { dayOf, endOfDay } from '../../../register/day.ts';
import { type AppealOutcome, appealOutcomes } from '../../../workflow/appealEvents.ts';
import { actorOn, type FileActor } from '../../common/actor.ts';
import { applyToAppeal, applyToApplication } from '../../common/applyEvent.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Appeal } from '../../items/decidingItems.ts';
import type { Application } from '../../items/items.ts';
import type { Asker, Change, Deps } from '../../ports/ports.ts';
import { overturnedPrecedent } from '../precedents/precedentOf.ts';
import { appealToJudge, requireReason, withWord } from './appealFile.ts';

export { appealOutcomes } from '../../../workflow/appealEvents.ts';

/** A member of the committee without an earlier part lets an appeal in: in time, by who may, with grounds to judge. */
export async function admitAppeal(
  deps: Deps,
  asker: Asker,
  input: { readonly appealId: string; readonly revision: number; readonly reason: string },
): Promise<void> {
  const { appeal, application, tookPart } = await appealToJudge(deps, asker, input);
  const reason = requireReason(input.reason);
  const at = deps.clock.now().toISOString();
  const actor = await actorOn(deps, asker, application);
  const event = { type: 'admit', at, actor, reason, tookPart } as const;
  const said = withWord(appeal, 'admit', reason, at);
  await deps.store.commit({ changes: [applyToAppeal(appeal, event, { id: deps.ids.next() }, said)] });
}

/** A member of the committee without an earlier part does not enter into an appeal: the decision stands, with the reasons. */
export async function declareInadmissible(
  deps: Deps,
  asker: Asker,
  input: { readonly appealId: string; readonly revision: number; readonly reason: string },
): Promise<void> {
  const { appeal, application, tookPart } = await appealToJudge(deps, asker, input);
  const reason = requireReason(input.reason);
  const at = deps.clock.now().toISOString();
  const actor = await actorOn(deps, asker, application);
  const event = { type: 'declareInadmissible', at, actor, reason, tookPart } as const;
  const said = withWord(appeal, 'declareInadmissible', reason, at);
  await deps.store.commit({
    changes: [
      applyToAppeal(appeal, event, { id: deps.ids.next() }, said),
      decisionStands(deps, application, { at, actor, reason, panel: [asker.id] }),
    ],
  });
}

/** One of the panel puts the decision out of effect until the appeal is settled, or into effect again. */
export async function changeStay(
  deps: Deps,
  asker: Asker,
  input: {
    readonly appealId: string;
    readonly revision: number;
    readonly step: 'grantStay' | 'liftStay';
    readonly reason: string;
  },
): Promise<void> {
  const { appeal, application } = await appealToJudge(deps, asker, input);
  const reason = requireReason(input.reason, 'stayReason');
  const at = deps.clock.now().toISOString();
  const event = { type: input.step, at, actor: await actorOn(deps, asker, application), reason };
  const said = withWord(appeal, input.step, reason, at);
  await deps.store.commit({ changes: [applyToAppeal(appeal, event, { id: deps.ids.next() }, said)] });
}

/** A member of the panel says what they are for; it can be changed until the appeal is settled. Nobody says it for another. */
export async function voteOnAppeal(
  deps: Deps,
  asker: Asker,
  input: { readonly appealId: string; readonly outcome: AppealOutcome },
): Promise<void> {
  const { appealId, outcome: choice } = input;
  // Others of the panel vote at the same time: theirs have nothing to do with this one.
  return retryOnConflict(async () => {
    const { revision } = requireVisible(await deps.store.appeal(appealId));
    const { appeal, application } = await appealToJudge(deps, asker, { appealId, revision });
    const at = deps.clock.now().toISOString();
    const event = { type: 'vote', at, actor: await actorOn(deps, asker, application), choice } as const;
    await deps.store.commit({ changes: [applyToAppeal(appeal, event, { id: deps.ids.next() })] });
  });
}

/**
 * One of the panel enters the reasons for what its majority is for, once each of it said their own word. Upheld: new people
 * evaluate the file. Partly: other people decide on the scores that it has. Dismissed: the decision stands.
 */
export async function settleAppeal(
  deps: Deps,
  asker: Asker,
  input: { readonly appealId: string; readonly revision: number; readonly reason: string },
): Promise<void> {
  const { appeal, application } = await appealToJudge(deps, asker, input);
  const reason = requireReason(input.reason);
  const at = deps.clock.now().toISOString();
  const { panel } = appeal.context;
  const actor = await actorOn(deps, asker, application);
  const type = outcomeOf(appeal.context);
  const said = withWord(appeal, type, reason, at);
  const settled = applyToAppeal(appeal, { type, at, actor, reason }, { id: deps.ids.next() }, said);
  const of = { applicationId: application.id, at };
  const overturned = type === 'dismiss' ? null : await overturnedPrecedent(deps, of);
  const ending = { at, actor, reason, panel };
  await deps.store.commit({
    changes: [
      settled,
      type === 'dismiss'
        ? decisionStands(deps, application, ending)
        : decisionFalls(deps, application, { ...ending, newEvaluation: type === 'uphold' }),
    ],
    ...(overturned && { parts: [{ kind: 'precedents', rows: [overturned] }] }),
  });
}

/** What most of the votes are for; whether that is a majority of the panel is for the machine to say. */
export function outcomeOf({ votes }: Pick<Appeal['context'], 'votes'>): AppealOutcome {
  const count = (outcome: AppealOutcome) => votes.filter((vote) => vote.outcome === outcome).length;
  return appealOutcomes.toSorted((a, b) => count(b) - count(a))[0] ?? 'dismiss';
}

/** How a file goes on from an appeal that is over, and who judged it. */
interface Ending {
  readonly at: string;
  readonly actor: FileActor;
  readonly reason: string;
  readonly panel: readonly string[];
}

/** The decision stands: a refusal is final, and an agreement can be signed within the whole of its time again. */
function decisionStands(deps: Deps, application: Application, ending: Ending): Change {
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
function decisionFalls(
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
