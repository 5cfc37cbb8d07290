import type { Wanted } from '../../../assignment/candidate.ts';
import type { PairRule } from '../../../assignment/pair.ts';
import { everything } from '../../../policies/view.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { Application } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** What counts of a file that looks for its reviewers: what its organisation is, and in which language it was sent. */
export async function wantedOf(deps: Deps, { id, context }: Application): Promise<Wanted> {
  const store = deps.store.seenBy(everything);
  const organisation = requireVisible(await store.organisation(context.organisationId));
  const snapshot = await store.snapshot(id, context.snapshots);
  const signer = snapshot?.content.declarations?.personId;
  const sender = signer === undefined ? null : await store.person(signer);
  return {
    organisationId: organisation.id,
    // Files and organisations of before it was asked have none.
    sector: organisation.sector ?? null,
    legalForm: organisation.legalForm,
    language: sender?.language ?? 'fr',
    themes: schemeOf(deps, context.criteriaVersion).scheme.themes.map((theme) => theme.id),
  };
}

/**
 * Who must be in the team of a file: the procedure's rule for as many people as the file's own limits ask for; where two reviews
 * diverge, one person of any seat.
 */
export function pairRuleOf(
  { procedure }: Pick<Deps, 'procedure'>,
  { state, context }: Application,
): PairRule {
  if (state === 'moderation') return { peers: 0, others: 0, size: 1 };
  return { ...procedure.pair, size: context.limits.reviewers };
}
