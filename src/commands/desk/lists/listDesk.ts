import { LabelError } from '../../../errors.ts';
import { speaksFor } from '../../../policies/organisation.ts';
import { stagesOnceSent } from '../../../policies/stages.ts';
import { isOfficer } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import type { ApplicationState } from '../../../workflow/stored.ts';
import { pageOf } from '../../common/pages.ts';
import { clockOf } from '../../file/clockOf.ts';
import type { Person } from '../../items/items.ts';
import type { DeskKind, DeskPlace, DeskRow, DeskSort } from '../../ports/deskPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { unreadOf } from '../casework/unread.ts';
import type { Asked, SearchFault } from './searchLanguage.ts';
import { searchOf } from './searchOf.ts';

const perPage = 50;
const exportedAtOnce = 500;
/** Rows are counted to here. */
export const maxCounted = 10_000;

const noCounts: ReadonlyMap<ApplicationState, number> = new Map();
const nobody = { people: new Map<string, Person>(), owners: new Map<string, string[]>() } as const;

export interface ListInput {
  readonly kind: DeskKind;
  readonly asked: readonly Asked[];
  readonly sort: DeskSort;
  readonly after: DeskPlace | null;
  /** What of the search was not understood: nothing is looked for then. */
  readonly faults?: readonly SearchFault[];
  /** With the addresses of those who speak for each organisation. */
  readonly withOwners?: boolean;
  /** All rows one after the other, uncounted, in larger pages. */
  readonly forExport?: true;
}

export type DeskList = Awaited<ReturnType<typeof listDesk>>;

/**
 * A page of files or labels that an officer looks for, of those that they may read, and how many there are; beside files, how many of
 * all of them are in each state.
 */
export async function listDesk(deps: Pick<Deps, 'store' | 'clock'>, asker: Asker, input: ListInput) {
  const { kind, asked, sort, after, faults: before = [], forExport = false, withOwners = false } = input;
  const limit = forExport ? exportedAtOnce : perPage;
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const now = deps.clock.now().toISOString();
  const { search, faults: unclear } = await searchOf(deps, asker, kind, asked, dayOf(now));
  const faults = [...before, ...unclear];
  const counts = kind === 'files' && !forExport ? await deps.store.countIn(stagesOnceSent) : noCounts;
  if (faults.length > 0) return { rows: [], ...nobody, next: null, count: 0, counts, faults };
  const [found, count] = await Promise.all([
    deps.store.searchDesk(search, { sort, limit: limit + 1, after }),
    forExport ? 0 : deps.store.countDesk(search, maxCounted),
  ]);
  const { items, last } = pageOf(found, limit);
  const read = items.map(({ row }) => row);
  const unread = forExport ? new Set<string>() : await unreadOf(deps, asker, read);
  const rows = read.map((row) => rowOn(row, now, unread.has(row.id)));
  const beside = { people: await peopleIn(deps, rows), owners: await ownersIn(deps, withOwners ? rows : []) };
  return { rows, ...beside, next: last?.place ?? null, count, counts, faults };
}

/** Some rows of a list in the order in which they are named, those of them that an officer may read. */
export async function pickedRows(
  deps: Pick<Deps, 'store' | 'clock'>,
  asker: Asker,
  { ids, withOwners }: { readonly ids: readonly DeskRow['id'][]; readonly withOwners: boolean },
): Promise<Pick<DeskList, 'rows' | 'people' | 'owners'>> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const now = deps.clock.now().toISOString();
  const read = new Map((await deps.store.deskRowsOf(ids)).map((row) => [row.id, row]));
  const rows = ids.flatMap((id) => {
    const row = read.get(id);
    return row ? [rowOn(row, now, false)] : [];
  });
  return { rows, people: await peopleIn(deps, rows), owners: await ownersIn(deps, withOwners ? rows : []) };
}

/** A row with what follows from the time. */
function rowOn(row: DeskRow, now: string, isUnread: boolean) {
  const isLate = row.dueOn !== null && row.dueOn < dayOf(now);
  return { ...row, clock: clockOn(row, now), isLate, isUnread };
}

/** The clock of a file; null for a label, and where none runs. */
function clockOn({ kind, state, begunAt, information, region }: DeskRow, now: string) {
  if (kind === 'labels') return null;
  const file = { state: state as ApplicationState, submittedAt: begunAt, information };
  return clockOf(file, region, now);
}

async function peopleIn({ store }: Pick<Deps, 'store'>, rows: readonly DeskRow[]) {
  const ids = new Set(rows.flatMap(({ owner, reviewers }) => [...(owner ? [owner] : []), ...reviewers]));
  const people = await Promise.all([...ids].map((id) => store.person(id)));
  return new Map(people.flatMap((person) => (person ? [[person.id, person] as const] : [])));
}

/** The addresses of those who speak for the organisations of some rows, by organisation. */
async function ownersIn({ store }: Pick<Deps, 'store'>, rows: readonly DeskRow[]) {
  const ids = [...new Set(rows.map(({ organisationId }) => organisationId))];
  const people = ids.length === 0 ? [] : await store.peopleOfAll(ids);
  const there = people.filter(({ removedAt }) => removedAt === null);
  return new Map(
    ids.map((id) => [id, there.filter((one) => speaksFor(one, id)).map(({ email }) => email)] as const),
  );
}
