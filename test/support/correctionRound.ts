import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import type { Finding } from '../../src/commands/items/decidingItems.ts';
import type { Person, ReviewScore } from '../../src/commands/items/items.ts';
import type { Deps } from '../../src/commands/ports/ports.ts';
import { isOpen } from '../../src/commands/review/findings/openFindings.ts';
import { advanceToEvaluation, type Cast, deliver, deliverWithoutCall } from './applicationSteps.ts';

type Overrides = Readonly<Record<string, Omit<ReviewScore, 'offerId' | 'criterion'>>>;

/** A score as claimed by the specimen (3), with a finding. */
export const finding = (grade: 'minor' | 'major', text: string, level = 3) =>
  ({
    level: level as 3,
    comment: level === 3 ? '' : 'Voir la non-conformité.',
    finding: { grade, text },
  }) as const;

export const statutes = 'Les statuts ne nomment pas le but.';
export const minutes = 'Le procès-verbal de l’assemblée manque.';

/** From a filled draft to both reviews delivered: the first person finds one major and one minor thing missing. */
export async function withFindings(
  deps: Deps,
  cast: Cast,
  id: string,
  owner: Person,
  first: Overrides = { 'FIN-01': finding('major', statutes), 'GOU-02': finding('minor', minutes) },
  second: Overrides = {},
): Promise<{ readonly reviewIds: readonly [string, string] }> {
  const [one, two] = await advanceToEvaluation(deps, cast, id, owner);
  await deliverWithoutCall(deps, cast.reviewers[0], requireVisible(one), first);
  await deliver(deps, cast.reviewers[1], requireVisible(two), second);
  return { reviewIds: [requireVisible(one), requireVisible(two)] };
}

/** The finding of a grade that is still open, as it stands now. */
export async function openFinding(deps: Deps, id: string, grade: 'minor' | 'major'): Promise<Finding> {
  const all = await deps.store.findingsOf(id);
  return requireVisible(all.find((one) => one.context.grade === grade && isOpen(one)));
}
