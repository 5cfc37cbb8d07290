import { LabelError } from '../../../errors.ts';
import { hasOwner } from '../../../policies/organisation.ts';
import { everything } from '../../../policies/view.ts';
import { changeItem, type Line, noteOn } from '../../common/noteOn.ts';
import type { Item, Organisation, Person } from '../../items/items.ts';
import type { Change, Store } from '../../ports/ports.ts';
import { afterChange } from '../organisations/ownTeam.ts';
import type { EndingDeps } from './ownAccount.ts';

/** What is written with the end of an access, in the same commit. */
interface With {
  readonly line: Line;
  /** Lines on the chains of others. */
  readonly beside: readonly Change[];
  /** What else changes in the person. */
  readonly also?: Partial<Omit<Person, keyof Item>>;
}

/** Ends a person's access and sessions; refused while they are the only owner of an organisation. */
export async function closeAccess(
  deps: EndingDeps,
  person: Person,
  { line, beside, also = {} }: With,
): Promise<void> {
  // Whoever closes an access closes it also for organisations that they must not see.
  const store = deps.store.seenBy(everything);
  const { at, actor } = line;
  const change = { removedAt: at, ...(person.calendarFeed && { calendarFeed: null }), ...also };
  const because = { at, actor, facts: [], data: { because: ['person.removed'] } };
  const owned = await ownedBy(store, person, change);
  await store.commit([
    changeItem(deps, 'people', person, change, line),
    ...beside,
    // The revision of each rises: of two owners who go at once, one is stale.
    ...owned.map((organisation) => noteOn(deps, 'organisations', organisation, because)),
  ]);
  await deps.sessions.endAll(person.id);
}

/** The organisations that a person speaks for; `soleOwner` when they do so alone for others, or for a file that was sent. */
async function ownedBy(store: Store, person: Person, change: Partial<Person>): Promise<Organisation[]> {
  const owner = person.memberships.filter(({ role }) => role === 'owner');
  const all = await store.organisations(owner.map(({ organisationId }) => organisationId));
  for (const { id, mergedInto } of all) {
    const people = afterChange(await store.peopleOf(id), person, change);
    if (mergedInto !== null || hasOwner(people, id)) continue;
    const files = (await store.applicationsOf([id])).filter(({ state }) => state !== 'draft');
    if (people.length > 1 || files.length > 0) throw new LabelError('refused', { reasons: ['soleOwner'] });
  }
  return all;
}
