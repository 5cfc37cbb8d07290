import { LabelError } from '../../errors.ts';
import { mayReadFile } from '../../policies/file.ts';
import { isOfficer } from '../../policies/who.ts';
import { dayOf } from '../../register/day.ts';
import type { Application, Organisation } from '../items.ts';
import type { ListedFile } from '../listingPorts.ts';
import type { Asker, Deps } from '../ports.ts';
import { type BoardCounts, type BoardPlace, boardFiles } from './boardFiles.ts';
import { boardStates } from './boardStates.ts';

/** A submitted file on the officers' board. */
export interface BoardLine {
  readonly applicationId: string;
  readonly organisation: string;
  readonly commune: string;
  readonly state: Application['state'];
  readonly submittedAt: string;
  /** Days since it was submitted. */
  readonly days: number;
  readonly dueAt: string | null;
}

/** A page of the board. */
export interface Board {
  readonly lines: readonly BoardLine[];
  /** Files by state, on this page or not. */
  readonly counts: BoardCounts;
  /** After which file the next page begins, or null. */
  readonly next: BoardPlace | null;
}

const perPage = 100;

/**
 * Submitted files in the order of the way, in each state the oldest first; an officer of the applicant's own organisation gets
 * no line of it. Pages follow that order, not the ids: what asks something of the officers then stands on the first ones,
 * however many files ended long ago.
 */
export async function listBoard(deps: Deps, asker: Asker, after: BoardPlace | null = null): Promise<Board> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const counts = await deps.store.countIn(boardStates);
  const read = await boardFiles(deps, counts, perPage + 1, after);
  const files = read.slice(0, perPage);
  const last = files.at(-1);
  return {
    lines: await linesOf(
      deps,
      files.filter((application) => mayReadFile(asker, { application, reviews: [] })),
    ),
    counts,
    next: read.length > perPage && last ? { state: last.state, id: last.id } : null,
  };
}

async function linesOf(deps: Deps, files: readonly ListedFile[]): Promise<readonly BoardLine[]> {
  const ids = new Set(files.map(({ context }) => context.organisationId));
  const organisations = await deps.store.organisations([...ids]);
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const today = Date.parse(dayOf(deps.clock.now().toISOString()));
  return files.flatMap((file) => lineOf(file, byId.get(file.context.organisationId), today) ?? []);
}

function lineOf(
  { id, state, submittedAt, context }: ListedFile,
  organisation: Organisation | undefined,
  today: number,
): BoardLine | null {
  if (submittedAt === null || !organisation) return null;
  const { name, commune } = organisation;
  const days = Math.round((today - Date.parse(dayOf(submittedAt))) / 86_400_000);
  return { applicationId: id, organisation: name, commune, state, submittedAt, days, dueAt: context.dueAt };
}
