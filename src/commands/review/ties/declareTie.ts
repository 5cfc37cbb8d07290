import { fault, invalid, LabelError, refuseFor, requireNoFaults } from '../../../errors.ts';
import { isOver } from '../../../policies/stages.ts';
import { type Tie, type TieKind, tieId } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import { isOfficer, isStaff } from '../../../policies/who.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import { actorTowards, requireDutyOnAll } from '../../common/actor.ts';
import { type Line, noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Ties that people declare; the others are detected by the service itself. */
export const declarableKinds = ['member', 'sponsor', 'client', 'supplier', 'board', 'kin'] as const;

/** Kinds that are counted: their share of the yearly turnover decides whether they bar. */
const countedKinds: readonly TieKind[] = ['client', 'supplier'];

/** A tie as someone declares it; `personId` is the asker themselves, or for an officer anyone. */
export interface DeclaredTie {
  readonly personId: string;
  readonly organisationId: string;
  readonly kind: (typeof declarableKinds)[number];
  readonly share: number | null;
  readonly since: Day;
  readonly note: string;
}

/**
 * Enters a tie into the register of conflicts: from then on no file of that organisation is shown to the person. Who scores,
 * advises or decides there declares no ties of others: that would choose who works beside them.
 */
export async function declareTie(deps: Deps, asker: Asker, input: DeclaredTie): Promise<void> {
  const own = input.personId === asker.id;
  if (!(own ? isStaff(asker) : isOfficer(asker))) throw new LabelError('forbidden');
  const organisation = requireVisible(await deps.store.organisation(input.organisationId));
  const at = deps.clock.now().toISOString();
  const counted = countedKinds.includes(input.kind);
  requireNoFaults([
    ...(counted && input.share === null ? [fault('share', 'required')] : []),
    ...(input.since > dayOf(at) ? [fault('since', 'dateInFuture')] : []),
  ]);
  if (!own) await requireNoPartTowards(deps, asker, organisation.id);
  const named = { ...input, source: 'declared', share: counted ? input.share : null } as const;
  const tie: Tie = { ...named, id: tieId(named), organisation: organisation.name, ended: null };
  const data = { tie: tie.id, kind: tie.kind };
  const line = { at, actor: actorTowards(asker, organisation.id), facts: ['tie.declared'], data } as const;
  await keepTie(deps, tie, line);
}

type EndedTie = { readonly personId: string; readonly tieId: string; readonly ended: Day };

/**
 * Ends a declared tie; it still bars for its cooling-off time. Only an officer who sees the organisation and has no part in its
 * files ends a tie of someone else: nobody lifts their own ban, nor chooses who works beside them.
 */
export async function endTie(deps: Deps, asker: Asker, input: EndedTie): Promise<void> {
  if (input.personId === asker.id || !isOfficer(asker)) throw new LabelError('forbidden');
  const ties = await deps.store.tiesOf(input.personId);
  const tie = requireVisible(ties.find(({ id, source }) => id === input.tieId && source === 'declared'));
  requireVisible(await deps.store.organisation(tie.organisationId));
  const at = deps.clock.now().toISOString();
  if (input.ended > dayOf(at)) throw invalid('ended', 'dateInFuture');
  if (input.ended < tie.since) throw invalid('ended', 'dateBeforeStart', { start: tie.since });
  refuseFor({ tieEnded: tie.ended !== null });
  await requireNoPartTowards(deps, asker, tie.organisationId);
  const data = { tie: tie.id, ended: input.ended };
  const line = { at, actor: actorTowards(asker, tie.organisationId), facts: ['tie.ended'], data } as const;
  await keepTie(deps, { ...tie, ended: input.ended }, line);
}

async function keepTie(deps: Deps, tie: Tie, line: Line): Promise<void> {
  const person = requireVisible(await deps.store.person(tie.personId));
  await deps.store.commit([noteOn(deps, 'people', person, line)], [{ kind: 'ties', rows: [tie] }]);
}

/** Refuses it to whoever holds a part in an open file of the organisation that keeps them from declaring the ties of others. */
async function requireNoPartTowards(deps: Deps, asker: Asker, organisationId: string): Promise<void> {
  const files = await deps.store.seenBy(everything).applicationsOf([organisationId]);
  const open = files.filter((file) => !isOver(file));
  await requireDutyOnAll(deps, asker, open, 'tie.declare');
}
