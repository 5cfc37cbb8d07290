import { belongsTo } from '../../../policies/organisation.ts';
import { type Tie, tieId } from '../../../policies/tie.ts';
import { type Day, dayOf } from '../../../register/day.ts';
import type { Organisation, Person } from '../../items/items.ts';
import type { Deps } from '../../ports/ports.ts';

/** Ties towards the registration that goes on: those towards the other, and one for each of its people; none that bars is lost or shortened. */
export async function tiesOfMerging(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  people: readonly Person[],
  keep: Organisation,
  merge: Organisation,
): Promise<Tie[]> {
  const today = dayOf(clock.now().toISOString());
  const moved = (await store.tiesTowards(merge.id)).map((tie) => towards(tie, keep.id));
  const outside = people.filter((person) => !belongsTo(person, keep.id));
  const added = outside.map(({ id }) => towards(ofMember(id, merge, today), keep.id));
  const known = new Map((await store.tiesTowards(keep.id)).map((tie) => [tie.id, tie]));
  const changed = new Map<string, Tie>();
  for (const tie of [...moved, ...added]) {
    const other = changed.get(tie.id) ?? known.get(tie.id);
    const longer = other ? longerOf(other, tie) : tie;
    if (longer !== other) changed.set(tie.id, longer);
  }
  return [...changed.values()];
}

/** The same tie to another organisation, under the name that its person knows. */
function towards(tie: Tie, organisationId: string): Tie {
  const moved = { ...tie, organisationId };
  return { ...moved, id: tieId(moved) };
}

/** Declared, by the officer who merges: an officer can then end it too. */
function ofMember(personId: string, { id: organisationId, name }: Organisation, since: Day): Tie {
  const named = { personId, organisationId, kind: 'member', source: 'declared' } as const;
  return { ...named, id: tieId(named), organisation: name, share: null, since, ended: null, note: '' };
}

/** One tie of two of the same id, that bars whenever either does; `one` itself when the other adds nothing. */
function longerOf(one: Tie, other: Tie): Tie {
  const [, ended = null] = one.ended && other.ended ? [one.ended, other.ended].sort() : [];
  const share = one.share === null ? other.share : Math.max(one.share, other.share ?? 0);
  const [since = one.since] = [one.since, other.since].sort();
  const same = ended === one.ended && share === one.share && since === one.since;
  return same ? one : { ...one, ended, share, since, note: one.note || other.note };
}
