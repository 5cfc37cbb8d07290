import { fault, invalid, LabelError, refuseFor, requireNoFaults } from '../../../errors.ts';
import { isOver } from '../../../policies/stages.ts';
import { type Tie, type TieKind, tieId } from '../../../policies/tie.ts';
import { everything } from '../../../policies/view.ts';
import { isOfficer, isStaff } from '../../../policies/who.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import { actorTowards, requireDutyOnAll } from '../../common/actor.ts';
import { noteOn } from '../../common/noteOn.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Ties that people tell; the others are seen by the service itself. */
export const declarableKinds = [
  'member',
  'sponsor',
  'client',
  'supplier',
  'board',
  'kin',
] as const satisfies TieKind[];

/** Kinds that are counted: their share of the yearly turnover decides whether they bar. */
const countedKinds: readonly TieKind[] = ['client', 'supplier'];

/** What someone tells of a tie; `personId` is the asker themselves, or for an officer anyone. */
export interface DeclaredTie {
  readonly personId: string;
  readonly organisationId: string;
  readonly kind: (typeof declarableKinds)[number];
  readonly share: number | null;
  readonly since: Day;
  readonly note: string;
}

/**
 * Enters a tie into the register of conflicts: from then on the person meets nothing of that organisation. Who scores, advises or
 * decides there says nothing of others: it would choose who does so beside them.
 */
export async function declareTie(deps: Deps, asker: Asker, told: DeclaredTie): Promise<void> {
  const own = told.personId === asker.id;
  if (!(own ? isStaff(asker) : isOfficer(asker))) throw new LabelError('forbidden');
  const organisation = requireVisible(await deps.store.organisation(told.organisationId));
  const person = requireVisible(await deps.store.person(told.personId));
  const at = deps.clock.now().toISOString();
  const counted = countedKinds.includes(told.kind);
  requireNoFaults([
    ...(counted && told.share === null ? [fault('share', 'required')] : []),
    ...(told.since > dayOf(at) ? [fault('since', 'dateInFuture')] : []),
  ]);
  if (!own) await requireNoPartTowards(deps, asker, organisation.id);
  const named = { ...told, source: 'declared', share: counted ? told.share : null } as const;
  const tie: Tie = { ...named, id: tieId(named), organisation: organisation.name, ended: null };
  const data = { tie: tie.id, kind: tie.kind };
  const line = { at, actor: actorTowards(asker, organisation.id), facts: ['tie.declared'], data } as const;
  await deps.store.commit([noteOn(deps, 'people', person, line)], [{ kind: 'ties', rows: [tie] }]);
}

/**
 * Says that a declared tie ended; it still bars for its cooling-off time. Only an officer who sees the organisation says so of
 * someone else, and who has no part in its files: nobody lifts their own ban, nor chooses who works beside them.
 */
export async function endTie(
  deps: Deps,
  asker: Asker,
  input: { readonly personId: string; readonly tieId: string; readonly ended: Day },
): Promise<void> {
  if (input.personId === asker.id || !isOfficer(asker)) throw new LabelError('forbidden');
  const ties = await deps.store.tiesOf(input.personId);
  const tie = requireVisible(ties.find(({ id, source }) => id === input.tieId && source === 'declared'));
  const organisation = requireVisible(await deps.store.organisation(tie.organisationId));
  const person = requireVisible(await deps.store.person(tie.personId));
  const at = deps.clock.now().toISOString();
  if (input.ended > dayOf(at)) throw invalid('ended', 'dateInFuture');
  if (input.ended < tie.since) throw invalid('ended', 'dateBeforeStart', { start: tie.since });
  refuseFor({ tieEnded: tie.ended !== null });
  await requireNoPartTowards(deps, asker, organisation.id);
  const data = { tie: tie.id, ended: input.ended };
  const line = { at, actor: actorTowards(asker, organisation.id), facts: ['tie.ended'], data } as const;
  await deps.store.commit(
    [noteOn(deps, 'people', person, line)],
    [{ kind: 'ties', rows: [{ ...tie, ended: input.ended }] }],
  );
}

/** Refuses to speak of somebody's tie to an organisation to whoever holds a part in an open file of it that keeps them from it. */
async function requireNoPartTowards(deps: Deps, asker: Asker, organisationId: string): Promise<void> {
  const files = await deps.store.seenBy(everything).applicationsOf([organisationId]);
  await requireDutyOnAll(
    deps,
    asker,
    files.filter((file) => !isOver(file)),
    'tie.declare',
  );
}
