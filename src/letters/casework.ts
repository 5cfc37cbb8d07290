import { requireVisible } from '../commands/common/requireVisible.ts';
import { mayOwn, theirView } from '../commands/desk/casework/caseSubject.ts';
import { viewOf } from '../commands/desk/viewOf.ts';
import type { CaseId } from '../commands/items/casework.ts';
import type { Person } from '../commands/items/items.ts';
import type { DeskRow } from '../commands/ports/deskPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { keeperOf } from '../policies/absence.ts';
import { bindingLanguage } from '../profile/profile.ts';
import { dayOf } from '../register/day.ts';
import { type Cause, letter, paragraphsOf } from './letter.ts';

/** Most items that one letter names; the pages have the rest. */
const maxItems = 20;
/** Most lines of an act on many (commands/desk/bulk). */
const maxLines = 5000;

const on = ['casework.handedOver', 'person.itemsReceived'] as const;

/** Tells an officer what a colleague handed over to them, with its note, however much it is; while they are away, who stands in. */
export const handedOver = letter({
  on,
  topic: 'fileProgress',
  // Its items are those that its reader may see.
  personal: true,
  about: theHandOver,
  to: async ({ reader }) => [reader],
  path: ({ items: [first, ...others] }) => (first && others.length === 0 ? first.path : 'day'),
  tells: ({ by, receiver, reader, note, items, kind, publicUrl }, { language }) => ({
    by: nameOf(by),
    person: nameOf(receiver),
    whose: receiver.id === reader.id ? ('mine' as const) : ('standIn' as const),
    quote: paragraphsOf(note),
    items: items
      .slice(0, maxItems)
      .map(({ text, path }) => ({ text, href: `${publicUrl}/${language}/${path}` })),
    count: items.length,
    kind,
  }),
  says: ({ by, person, whose, quote, items, count, kind }) => ({
    words: `handedOver.${whose}`,
    quote,
    list: items,
    values: { by, person, count, kind, first: items[0]?.text ?? '', more: count - items.length },
  }),
});

/** Tells an officer that they stand in for a colleague from one day to another, where somebody else said so. */
export const standInNamed = letter({
  on: ['person.absenceSet'],
  topic: 'fileProgress',
  about: async ({ store }, { id, data, record }) => {
    const away = requireVisible(await store.person(id));
    const standIn = data.standIn === null ? null : await store.person(data.standIn);
    return standIn && standIn.id !== record.actor.id ? { away, standIn } : null;
  },
  // What was said anew has a letter of its own.
  holds: ({ away: { absence }, data }) =>
    absence?.standIn === data.standIn && absence.from === data.from && absence.until === data.until,
  to: async ({ standIn }) => [standIn],
  path: () => 'day',
  tells: ({ away, data: { from, until } }) => ({ person: nameOf(away), from, until }),
  says: ({ person, from, until }, { date }) => ({ values: { person, from: date(from), until: date(until) } }),
});

interface Item {
  readonly text: string;
  readonly path: string;
}

/** What was handed over and is still theirs, to whom, by whom; null where there is nobody to tell, or nothing to tell them. */
async function theHandOver(deps: Deps, cause: Cause<(typeof on)[number]>) {
  const { store, clock, publicUrl } = deps;
  const given = await givenBy(deps, cause);
  if (given === null || given.to === cause.record.actor.id) return null;
  const officers = await store.peopleWith('officer');
  const receiver = officers.find(({ id }) => id === given.to);
  const reader = receiver && keeperOf(receiver, officers, dayOf(clock.now().toISOString()));
  const by = await store.person(cause.record.actor.id);
  if (!receiver || !reader || !by || reader.id === by.id) return null;
  const items = await itemsFor(deps, reader, given);
  const kind = given.ids[0]?.startsWith('labels/') ? ('labels' as const) : ('files' as const);
  return items.length === 0 ? null : { by, receiver, reader, note: given.note, items, kind, publicUrl };
}

interface Given {
  readonly to: string;
  readonly note: string;
  readonly ids: readonly CaseId[];
}

async function givenBy(
  { store }: Deps,
  { id, record, data }: Cause<(typeof on)[number]>,
): Promise<Given | null> {
  if ('count' in data) {
    const act = await store.bulkAct(data.act);
    const lines = act ? await store.bulkLines(act.id, { limit: maxLines }) : [];
    const ids = lines.flatMap(({ state, rowId }) => (state === 'done' ? [rowId] : []));
    return act && act.to !== null ? { to: act.to, note: act.note, ids } : null;
  }
  if (data.act !== undefined || data.to === null) return null;
  const casework = await store.casework(id as CaseId);
  if (casework?.owner !== data.to) return null;
  const note = casework.notes.find(({ at, handOver }) => at === record.at && handOver?.to === data.to);
  return { to: data.to, note: note?.text ?? '', ids: [casework.id] };
}

/** Those of the items that are theirs still and that the reader may work on, by name. */
async function itemsFor(deps: Deps, reader: Person, { to, ids }: Given): Promise<Item[]> {
  const [only] = ids;
  if (only && ids.length === 1 && !(await mayOwn(deps, reader, only))) return [];
  if (only?.startsWith('complaints/')) return [{ text: only.slice('complaints/'.length), path: only }];
  const store = deps.store.seenBy(await viewOf(deps, theirView, reader));
  const rows = (await store.deskRowsOf(ids)).filter(({ owner }) => owner === to);
  return rows.map(itemOf).sort((a, b) => a.text.localeCompare(b.text, bindingLanguage));
}

function itemOf({ kind, name, number, applicationId }: DeskRow): Item {
  const file = `files/${applicationId}`;
  return kind === 'labels'
    ? { text: `${name} · ${number}`, path: `${file}/label` }
    : { text: `${name} · ${applicationId}`, path: file };
}

function nameOf({ name, email }: Person): string {
  return name || email;
}
