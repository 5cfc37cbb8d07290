import { invalid, LabelError, refuseFor } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import { filesOnAgendas } from '../../committee/session/putOnAgenda.ts';
import type { BulkKind, BulkLine } from '../../ports/bulkActPorts.ts';
import type { DeskPlace, DeskRow } from '../../ports/deskPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import type { ListInput } from '../lists/listDesk.ts';
import { searchOf } from '../lists/searchOf.ts';

/** Most rows of one act. */
export const maxLines = 5000;
const atOnce = 500;

interface BulkInput extends Pick<ListInput, 'kind' | 'asked' | 'sort' | 'faults'> {
  readonly act: BulkKind;
  /** To whom items are handed over, or the session that they are put on; and what whoever gets them should know. */
  readonly to?: string;
  readonly subject?: string;
  readonly note?: string;
  /** Ids of the rows that were ticked; none means all that the search finds. */
  readonly picked: readonly DeskRow['id'][];
}

/** Plans an act on the rows that were ticked, or on all that a search finds, each with what will become of it; nothing is done. Gives its id. */
export async function planBulkAct(deps: Deps, asker: Asker, input: BulkInput): Promise<string> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const { store, clock, ids } = deps;
  const { act: kind, to = null, note = '', subject } = input;
  await requireChosen(deps, kind, to);
  const rows =
    input.picked.length > 0 ? await store.deskRowsOf(input.picked) : await allFound(deps, asker, input);
  refuseFor({ noRows: rows.length === 0, tooManyRows: rows.length > maxLines });
  const id = ids.next();
  const at = clock.now().toISOString();
  const onAgendas = kind === 'putOnAgenda' ? await filesOnAgendas(deps) : new Set<string>();
  const lines = rows.map((row, n): BulkLine => {
    const isSecond = rows.slice(0, n).some((one) => one.organisationId === row.organisationId);
    const reasons = inTheWay(kind, row, { to, at, onAgendas, isSecond });
    return {
      id: `${id}.${String(n).padStart(4, '0')}`,
      actId: id,
      rowId: row.id,
      rowState: row.state,
      rowOwner: row.owner,
      organisationId: row.organisationId,
      applicationId: row.applicationId,
      name: row.name,
      state: reasons.length > 0 ? 'excluded' : 'possible',
      reasons,
      takenAt: null,
    };
  });
  const act = {
    id,
    personId: asker.id,
    kind,
    to,
    ...(subject && { subject }),
    note,
    state: 'planned',
    createdAt: at,
    finishedAt: null,
  } as const;
  await store.addBulkAct(act, lines);
  return id;
}

/** That there is what the act needs; whether they may have each item is looked at when it is theirs to be. */
async function requireChosen({ store }: Pick<Deps, 'store'>, kind: BulkKind, to: string | null) {
  if (kind === 'handOver' && (to === null || (await store.person(to)) === null))
    throw invalid('to', 'chooseOne');
  if (kind === 'putOnAgenda' && (to === null || (await store.session(to))?.state !== 'planned'))
    throw invalid('session', 'chooseOne');
}

/** Every row that a search finds, one more than an act takes at most. */
async function allFound(deps: Deps, asker: Asker, { kind, asked, sort, faults: before = [] }: BulkInput) {
  const today = dayOf(deps.clock.now().toISOString());
  const { search, faults } = await searchOf(deps, asker, kind, asked, today);
  refuseFor({ searchUnclear: before.length + faults.length > 0 });
  const rows: DeskRow[] = [];
  for (let after: DeskPlace | null = null; rows.length <= maxLines; ) {
    const page = await deps.store.searchDesk(search, { sort, limit: atOnce, after });
    rows.push(...page.map(({ row }) => row));
    after = page.at(-1)?.place ?? null;
    if (page.length < atOnce) break;
  }
  return rows;
}

/** What the row alone shows to be in the way of an act; the command itself looks at the rest when it is done. */
function inTheWay(
  act: BulkKind,
  { state, labelState, information, kind, owner, applicationId }: DeskRow,
  {
    to,
    at,
    onAgendas,
    isSecond,
  }: {
    readonly to: string | null;
    readonly at: string;
    readonly onAgendas: ReadonlySet<string>;
    /** Whether a row of the same organisation comes before it. */
    readonly isSecond: boolean;
  },
): string[] {
  switch (act) {
    case 'handOver':
      return owner === to ? ['ownedAlready'] : [];
    case 'remind': {
      const open = information.at(-1);
      if (kind !== 'files' || state !== 'informationRequested' || open?.answeredAt !== null)
        return ['wrongState'];
      return at >= open.dueAt ? ['answerOverdue'] : [];
    }
    case 'putOnAgenda': {
      const waits =
        state === 'deliberation' || (kind === 'labels' ? state : labelState) === 'withdrawalPending';
      if (!waits) return ['wrongState'];
      return onAgendas.has(applicationId) ? ['onAgendaAlready'] : [];
    }
    case 'write':
      if (kind !== 'labels') return ['wrongState'];
      return isSecond ? ['holderInAct'] : [];
  }
}
