import { comingAfter, openOn } from '../../../criteria/versions.ts';
import { refuseFor } from '../../../errors.ts';
import { dayOf } from '../../../register/day.ts';
import { systemActor } from '../../common/actor.ts';
import { administratorsOwn } from '../../common/administratorsOwn.ts';
import { addItem, changeItem } from '../../common/noteOn.ts';
import { requireRevision, requireVisible } from '../../common/requireVisible.ts';
import { schemeOf } from '../../common/schemeOf.ts';
import type { DryRunLine, DryRunTotals } from '../../items/changePack.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { dryRunCriteria } from './dryRunCriteria.ts';

/** Of those that would fail, so many are kept by name; `made-in-ess criteria diff` prints them all. */
const maxListed = 200;

/** The version that comes next, with the one that is open today; null while none is announced. */
export function comingVersion({ schemes, clock }: Pick<Deps, 'schemes' | 'clock'>) {
  const today = dayOf(clock.now().toISOString());
  const coming = comingAfter(schemes, today);
  return coming && { coming, open: openOn(schemes, today) };
}

/** Asks for a dry run of the version that comes next, by an administrator; a later one takes the place of an earlier one. */
export async function prepareChangePack(deps: Deps, asker: Asker, { version }: { readonly version: string }) {
  const { eventMeta } = await administratorsOwn(deps, asker);
  const { coming, open } = requireVisible(comingVersion(deps));
  requireVisible(coming.scheme.version === version);
  const known = await deps.store.changePack(version);
  refuseFor({ lettersReleased: known !== null && known.releasedAt !== null });
  const pack = {
    before: open.scheme.version,
    opensOn: coming.opensOn,
    digest: coming.digest,
    preparedAt: eventMeta.at,
    triedAt: null,
    totals: null,
    losing: [],
    releasedAt: null,
  };
  const line = { ...eventMeta, facts: ['changePack.prepared'] } as const;
  await deps.store.commit([
    known
      ? changeItem(deps, 'changePacks', known, pack, line)
      : addItem(deps, 'changePacks', { id: version, ...pack }, line),
  ]);
}

/** Carries out the dry run that was asked for and keeps what came of it; done already, it does nothing. */
export async function tryChangePack(deps: Deps, version: string): Promise<void> {
  const pack = requireVisible(await deps.store.changePack(version));
  if (pack.triedAt !== null) return;
  const losing: DryRunLine[] = [];
  const count = { labels: 0, drafts: 0, losing: 0, toAnswer: 0 };
  const obstacles = new Map<string, DryRunTotals['obstacles'][number]>();
  for await (const line of dryRunCriteria(deps, schemeOf(deps, version))) {
    count[line.kind === 'label' ? 'labels' : 'drafts'] += 1;
    if (line.toAnswer.length > 0) count.toAnswer += 1;
    if (line.lost.length === 0) continue;
    count.losing += 1;
    if (losing.length < maxListed) losing.push(line);
    const each = new Map(line.lost.map(({ kind, id }) => [`${kind} ${id}`, { kind, id }]));
    for (const [key, what] of each)
      obstacles.set(key, { ...what, count: (obstacles.get(key)?.count ?? 0) + 1 });
  }
  const sorted = [...obstacles.values()].sort((a, b) => b.count - a.count);
  const at = deps.clock.now().toISOString();
  const line = { at, actor: systemActor, facts: ['changePack.tried'] } as const;
  const tried = { triedAt: at, totals: { ...count, obstacles: sorted }, losing };
  await deps.store.commit([changeItem(deps, 'changePacks', pack, tried, line)]);
}

/** Lets the letters go, by an administrator: once the version was voted and published, and its dry run is of these very rules. */
export async function releaseChangePack(
  deps: Deps,
  asker: Asker,
  { version, revision }: { readonly version: string; readonly revision: number },
): Promise<void> {
  const { eventMeta } = await administratorsOwn(deps, asker);
  const pack = requireRevision(requireVisible(await deps.store.changePack(version)), revision);
  const { scheme, digest } = schemeOf(deps, version);
  refuseFor({
    lettersReleased: pack.releasedAt !== null,
    versionNotPublished: scheme.status !== 'published',
    dryRunMissing: pack.triedAt === null,
    rulesChangedSince: pack.digest !== digest || pack.opensOn !== scheme.opensOn,
  });
  const line = { ...eventMeta, facts: ['changePack.released'] } as const;
  await deps.store.commit([changeItem(deps, 'changePacks', pack, { releasedAt: eventMeta.at }, line)]);
}
