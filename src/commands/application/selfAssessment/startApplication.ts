import { mayPrepare } from '../../../policies/organisation.ts';
import { actorTowards } from '../../common/actor.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Declared } from '../../items/assessmentItems.ts';
import { requireNotMerged } from '../../people/organisations/ownTeam.ts';
import type { Asker, Change, Deps } from '../../ports/ports.ts';
import { type Beginning, emptyBeginning } from '../renewal/beginning.ts';
import { openDraft } from './openDraft.ts';

interface Start {
  readonly organisationId: string;
  readonly from?: Beginning;
  /** What was declared before there was a file. */
  readonly exclusions?: Declared['exclusions'];
  /** What becomes true with it, by the number of the application. */
  readonly also?: (number: string) => readonly Change[];
}

/**
 * Opens a draft for an organisation, empty and under the criteria version in force, or with what it takes from an earlier one.
 * Gives its number.
 */
export async function startApplication(
  deps: Deps,
  asker: Asker,
  { organisationId, from = emptyBeginning, exclusions, also }: Start,
): Promise<string> {
  const organisation = requireVisible(await deps.store.organisation(organisationId));
  requireVisible(mayPrepare(asker, organisationId));
  requireNotMerged(organisation);
  const at = deps.clock.now().toISOString();
  const actor = actorTowards(asker, organisationId);
  const declared = exclusions && { exclusions, rulesAccepted: false, name: '', by: asker.id };
  const beginning = declared ? { ...from, copy: { ...from.copy, declared } } : from;
  return openDraft(deps, organisation, beginning, { at, actor, facts: ['application.started'] }, also);
}
