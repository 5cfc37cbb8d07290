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

/** What was done with a file, oldest first, for the people of its organisation: by which side and when, and nothing sealed or internal. */
export async function viewTrail(deps: Deps, asker: Asker, { applicationId }: { applicationId: string }) {
  await ownApplication(deps, asker, applicationId);
  const [records, evidence] = await Promise.all([
    deps.store.records(`applications/${applicationId}`),
    deps.store.records(`evidence/${applicationId}`),
  ]);
  const reads = evidence.filter(
    ({ facts, actor }) => facts.includes('evidence.read') && actorSideOf(actor) !== 'organisation',
  );
  const lines = [
    ...[...records, ...(await appealLines(deps, applicationId, records))].flatMap((record) =>
      toldFacts([record])
        .filter(({ fact }) => !toldByAppeal.includes(fact))
        .map(({ fact, at }) => ({ at, side: actorSideOf(record.actor), fact })),
    ),
    ...reads.map(({ at, actor }) => ({ at, side: actorSideOf(actor), fact: 'evidence.read' as const })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  // Reads of one day stand where the first of them does.
  const rows = new Map<string, TrailLine>();
  for (const { at, side, fact } of lines) {
    const on = dayOf(at);
    const key = fact === 'evidence.read' ? `${on} ${side}` : `${rows.size}`;
    rows.set(key, { on, side, fact, count: (rows.get(key)?.count ?? 0) + 1 });
  }
  return [...rows.values()];
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
  records: readonly JournalRecord[],
): Promise<readonly JournalRecord[]> {
  if (!records.some(({ facts }) => facts.includes('application.appealLodged'))) return [];
  const appeals = await store.appealsOf(applicationId);
  return (await Promise.all(appeals.map(({ id }) => store.records(`appeals/${id}`)))).flat();
}
