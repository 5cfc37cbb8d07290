import { LabelError } from '../../errors.ts';
import { mayReadFile } from '../../policies/file.ts';
import { stagesBeforeCommittee } from '../../policies/stages.ts';
import { isOfficer } from '../../policies/who.ts';
import { dayOf, daysBetween } from '../../register/day.ts';
import { pageOf } from '../common/pages.ts';
import { clockOf } from '../file/clockOf.ts';
import type { Application, Organisation } from '../items/items.ts';
import type { ListedFile } from '../ports/listingPorts.ts';
import type { Asker, Deps } from '../ports/ports.ts';

/** Pages follow the order of the board, not the ids: what needs the officers comes first. */
const perPage = 100;

export type Board = Awaited<ReturnType<typeof listBoard>>;

/** Submitted files in the order of the procedure, in each state the oldest first; none of the officer's own organisation. */
export async function listBoard(deps: Deps, asker: Asker, after: BoardPlace | null = null) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const counts = await deps.store.countIn(boardStates);
  const read = await boardFiles(deps, counts, perPage + 1, after);
  const { items: files, last } = pageOf(read, perPage);
  return {
    lines: await linesOf(
      deps,
      files.filter((application) => mayReadFile(asker, { application, reviews: [] })),
    ),
    /** Files by state, on this page or not. */
    counts,
    /** After which file the next page begins, or null. */
    next: last && { state: last.state, id: last.id },
  };
}

async function linesOf(deps: Pick<Deps, 'store' | 'clock'>, files: readonly ListedFile[]) {
  const ids = new Set(files.map(({ context }) => context.organisationId));
  const organisations = await deps.store.organisations([...ids]);
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const now = deps.clock.now().toISOString();
  return files.flatMap((file) => lineOf(file, byId.get(file.context.organisationId), now) ?? []);
}

/** A submitted file on the officers' board. */
export type BoardLine = NonNullable<ReturnType<typeof lineOf>>;

function lineOf(file: ListedFile, organisation: Organisation | undefined, now: string) {
  const { id, state, submittedAt, information = [], context } = file;
  if (submittedAt === null || !organisation) return null;
  const { name, commune, region } = organisation;
  return {
    applicationId: id,
    kind: context.kind,
    scope: context.scope,
    succeeds: context.succeeds,
    organisation: name,
    commune,
    state,
    submittedAt,
    /** Days since it was submitted. */
    days: daysBetween(dayOf(submittedAt), dayOf(now)),
    dueAt: context.dueAt,
    /** Whether what was asked of its applicant is answered. */
    isAnswered: information.length > 0 && information.at(-1)?.answeredAt !== null,
    /** Null where no clock runs. */
    clock: clockOf(file, region, now),
  };
}

/** How many files of the board are in each state; a state without any is not there. */
type BoardCounts = ReadonlyMap<Application['state'], number>;

/** A place in the order of the board: after the file of that id in that state; an empty id is before the first of them. */
export interface BoardPlace {
  readonly state: Application['state'];
  readonly id: string;
}

/** The next `limit` files of the board; states that fit in whole are read together, so that one read fills most pages. */
async function boardFiles(
  { store }: Pick<Deps, 'store'>,
  counts: BoardCounts,
  limit: number,
  after: BoardPlace | null,
): Promise<ListedFile[]> {
  const first = after === null ? 0 : boardStates.indexOf(after.state);
  const waiting = boardStates.slice(first).filter((state) => counts.has(state));
  const files: ListedFile[] = [];
  while (waiting.length > 0 && files.length < limit) {
    const room = limit - files.length;
    const begun = waiting[0] === after?.state;
    const states = waiting.splice(0, begun ? 1 : fitting(waiting, counts, room));
    const read = await store.submittedIn(states, room, begun ? after?.id : undefined);
    files.push(...states.flatMap((state) => read.filter((file) => file.state === state)));
  }
  return files;
}

/** How many of the next states fit in whole, one at least. */
function fitting(states: readonly Application['state'][], counts: BoardCounts, room: number): number {
  let total = 0;
  const full = states.findIndex((state) => {
    total += counts.get(state) ?? 0;
    return total > room;
  });
  return full === -1 ? states.length : Math.max(full, 1);
}

/** States of the board, in the order of the procedure; the last five need nothing from the officers any more. */
export const boardStates: readonly Application['state'][] = [
  ...stagesBeforeCommittee,
  'deliberation',
  'decided',
  'agreement',
  'appealed',
  'granted',
  'refused',
  'closed',
  'withdrawn',
  'lapsed',
];
