import { declareIneligible } from '../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../src/commands/application/selfAssessment/submitApplication.ts';
import { formPanel } from '../../src/commands/committee/appeal/formPanel.ts';
import { admitAppeal } from '../../src/commands/committee/appeal/judgeAppeal.ts';
import { lodgeAppeal } from '../../src/commands/committee/appeal/lodgeAppeal.ts';
import { announceDecision } from '../../src/commands/committee/decision/announceDecision.ts';
import { recommendApplication } from '../../src/commands/committee/decision/recommendApplication.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Appeal } from '../../src/commands/items/decidingItems.ts';
import type { Person } from '../../src/commands/items/items.ts';
import type { Deps } from '../../src/commands/ports/ports.ts';
import type { DecisionOutcome } from '../../src/workflow/events.ts';
import {
  advanceToEvaluation,
  type Cast,
  currentApplication,
  declarations,
  deliver,
  filledDraft,
} from './applicationSteps.ts';
import { decideInSession } from './committeeSession.ts';
import type { TestService } from './run/service.ts';

/** Long enough for any text that an appeal asks for. */
export const appealReason = 'Le comité n’a pas tenu compte du rapport annuel qui était joint au dossier.';

export const applicationVersion = async (deps: Deps, id: string) => ({
  applicationId: id,
  revision: (await currentApplication(deps, id)).revision,
});

export const currentAppeal = async (deps: Deps, id: string): Promise<Appeal> =>
  requireVisible((await deps.store.appealsOf(id))[0]);

/** The newest appeal of a file, with its revision, as a command asks for it. */
export const appealVersion = async (deps: Deps, id: string) => {
  const { id: appealId, revision } = await currentAppeal(deps, id);
  return { appealId, revision };
};

/** The three who judge an appeal: members of the committee who had no part in the file. */
export async function panelOf(
  service: Pick<TestService, 'person'>,
  label = 'panel',
): Promise<[Person, Person, Person]> {
  return [
    await service.person(`${label}-1`, 'committee'),
    await service.person(`${label}-2`, 'committee'),
    await service.person(`${label}-3`, 'committee'),
  ];
}

type Deciders = Pick<Cast, 'officer' | 'rapporteur' | 'committee'>;
const reason = 'La gouvernance ne remplit pas le critère obligatoire.';

/** From evaluation to an announced decision of a unanimous committee. */
export async function advanceToDecision(
  deps: Deps,
  cast: Deciders,
  id: string,
  outcome: DecisionOutcome,
): Promise<void> {
  await recommendApplication(deps, cast.rapporteur, {
    ...(await applicationVersion(deps, id)),
    draft: outcome,
    reason,
  });
  await decideAndAnnounce(deps, cast, id, outcome);
}

/** The same from a recommendation on. */
export async function decideAndAnnounce(
  deps: Deps,
  cast: Deciders,
  id: string,
  outcome: DecisionOutcome,
): Promise<void> {
  const conditions = [{ text: 'Publier les statuts.', due: '2027-06-30' }];
  await decideInSession(
    deps,
    cast,
    id,
    outcome,
    outcome === 'grantedWithConditions' ? conditions : [],
    reason,
  );
  await announceDecision(deps, cast.officer, await applicationVersion(deps, id));
}

export type Subject = Appeal['context']['against'];

/** A file with a decision that can be appealed against, and its owner. */
export async function decidedFile(
  deps: Deps,
  cast: Cast,
  against: Subject,
): Promise<{ readonly id: string; readonly owner: Person }> {
  const { id, owner } = await filledDraft(deps, cast.owner);
  if (against === 'ineligibility') {
    await submitApplication(deps, owner, { applicationId: id, ...declarations });
    await declareIneligible(deps, cast.officer, {
      ...(await applicationVersion(deps, id)),
      reason: appealReason,
    });
    return { id, owner };
  }
  const reviewIds = await advanceToEvaluation(deps, cast, id, owner);
  for (const [i, reviewId] of reviewIds.entries()) await deliver(deps, cast.reviewers[i as 0 | 1], reviewId);
  await advanceToDecision(deps, cast, id, against === 'refusal' ? 'refused' : 'grantedWithConditions');
  return { id, owner };
}

/** Lodges an appeal on such a file. */
export async function lodge(deps: Deps, owner: Person, id: string): Promise<string> {
  const input = { ground: 'evidence', grounds: appealReason, documents: [] } as const;
  return lodgeAppeal(deps, owner, { ...(await applicationVersion(deps, id)), ...input });
}

/** Lets it in and hands it to its panel. */
export async function handToPanel(
  deps: Deps,
  officer: Person,
  panel: readonly [Person, Person, Person],
  id: string,
): Promise<void> {
  await admitAppeal(deps, panel[0], { ...(await appealVersion(deps, id)), reason: appealReason });
  const ids = panel.map((person) => person.id);
  await formPanel(deps, officer, { ...(await appealVersion(deps, id)), panel: ids });
}
