import { type ActorSide, actorSideOf } from '../../../policies/actorSide.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import type { DomainEvent } from '../../../workflow/domainEvents.ts';
import type { JournalRecord } from '../../../workflow/record.ts';
import { ownApplication } from '../../common/fileInput.ts';
import { toldFacts } from '../../file/announced.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** Something that was done with a file. Reads of its evidence by one side are one row a day, with their number. */
export interface TrailLine {
  readonly on: Day;
  readonly side: ActorSide;
  readonly fact: DomainEvent;
  readonly count: number;
}

/**
 * What was done with a file, oldest first, for the people of its organisation: by which side and when, never by whom, and
 * nothing of what is sealed or happens inside. Their own reads of their own evidence are left out.
 */
export async function viewTrail(deps: Deps, asker: Asker, { applicationId }: { applicationId: string }) {
  await ownApplication(deps, asker, applicationId);
  const [way, evidence] = await Promise.all([
    deps.store.records(`applications/${applicationId}`),
    deps.store.records(`evidence/${applicationId}`),
  ]);
  const reads = evidence.filter(
    ({ facts, actor }) => facts.includes('evidence.read') && actorSideOf(actor) !== 'organisation',
  );
  const lines = [
    ...[...way, ...(await appealLines(deps, applicationId, way))].flatMap((record) =>
      toldFacts([record])
        .filter(({ fact }) => !toldByAppeal.includes(fact))
        .map(({ fact, at }) => ({ at, side: actorSideOf(record.actor), fact })),
    ),
    ...reads.map(({ at, actor }) => ({ at, side: actorSideOf(actor), fact: 'evidence.read' as const })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  // Told once where the first of them stands.
  const told = new Map<string, TrailLine>();
  for (const { at, side, fact } of lines) {
    const on = dayOf(at);
    const key = fact === 'evidence.read' ? `${on} ${side}` : `${told.size}`;
    told.set(key, { on, side, fact, count: (told.get(key)?.count ?? 0) + 1 });
  }
  return [...told.values()];
}

/** An appeal's own lines say more of it, for one that is not let in as well. */
const toldByAppeal: readonly DomainEvent[] = [
  'application.appealLodged',
  'application.appealDismissed',
  'application.appealUpheld',
];

async function appealLines(
  { store }: Pick<Deps, 'store'>,
  applicationId: string,
  way: readonly JournalRecord[],
): Promise<readonly JournalRecord[]> {
  if (!way.some(({ facts }) => facts.includes('application.appealLodged'))) return [];
  const appeals = await store.appealsOf(applicationId);
  return (await Promise.all(appeals.map(({ id }) => store.records(`appeals/${id}`)))).flat();
}
