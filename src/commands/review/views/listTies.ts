import { LabelError } from '../../../errors.ts';
import { bars, type Tie } from '../../../policies/tie.ts';
import { isStaff } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import type { Organisation } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** The ties of the asker, and a page of the organisations with a file that they could still meet. */
export interface OwnTies {
  readonly ties: readonly { readonly tie: Tie; readonly bars: boolean }[];
  readonly organisations: readonly Pick<Organisation, 'id' | 'name'>[];
  /** After which organisation the next page begins, or null. */
  readonly next: string | null;
}

const perPage = 100;

/** Which organisations are looked for: those whose name begins with a text, after the one of an id. */
export interface TieSearch {
  readonly beginning: string;
  readonly after: string;
}

/** A person's own page of the register of conflicts, organisations by name; who holds no part in the service has none. */
export async function listTies(
  deps: Pick<Deps, 'store' | 'clock' | 'impartiality'>,
  asker: Asker,
  { beginning, after }: TieSearch = { beginning: '', after: '' },
): Promise<OwnTies> {
  if (!isStaff(asker)) throw new LabelError('forbidden');
  const today = dayOf(deps.clock.now().toISOString());
  const last = after === '' ? null : await deps.store.organisation(after);
  const [ties, found] = await Promise.all([
    deps.store.tiesOf(asker.id),
    deps.store.applicants(beginning, perPage + 1, last ?? undefined),
  ]);
  const organisations = found.slice(0, perPage);
  return {
    ties: ties.map((tie) => ({ tie, bars: bars(tie, deps.impartiality, today) })),
    organisations,
    next: found.length > perPage ? (organisations.at(-1)?.id ?? null) : null,
  };
}
