import { pageOf } from '../../common/pages.ts';
import type { BulkAct } from '../../ports/bulkActPorts.ts';
import { deskKinds } from '../../ports/deskPorts.ts';
import type { LetterDesk } from '../../ports/mailPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { factOfAct } from './lineActs.ts';
import { previewLine } from './previewLine.ts';
import { ownBulkAct } from './workBulkAct.ts';

const perPage = 100;

interface Asked {
  readonly id: string;
  /** The id of the line before the page; empty for the first page. */
  readonly after: string;
  /** The id of the line whose letter is read; the first one that has a letter where it is none of the page. */
  readonly read: string;
}

export type BulkActPage = Awaited<ReturnType<typeof viewBulkAct>>;

/** An act of one's own with a page of its lines, those that one may see, how many came to what, and a letter as it would go. */
export async function viewBulkAct(
  deps: Deps & { readonly letterDesk: LetterDesk },
  asker: Asker,
  { id, after, read: asked }: Asked,
) {
  const act = await ownBulkAct(deps, asker, id);
  const [read, counts] = await Promise.all([
    deps.store.bulkLines(id, { limit: perPage + 1, last: after }),
    deps.store.countBulkLines(id),
  ]);
  const { items, last } = pageOf(read, perPage);
  const waiting = items.filter(({ state }) => state === 'possible');
  const line = waiting.find((one) => one.id === asked) ?? waiting[0];
  const writes = act.kind in factOfAct && act.state === 'planned';
  return {
    ...{ act, ...(await chosenFor(deps, act)), lines: items, counts, next: last?.id ?? null },
    /** Of which list its rows are: all of one. */
    of: deskKinds.find((kind) => items[0]?.rowId.startsWith(`${kind}/`)) ?? 'files',
    /** Null where the act sends no letters, or began. */
    preview: writes && line ? { line, ...(await previewLine(deps, asker, act, line)) } : null,
  };
}

/** To whom it hands over, or the session that it is for. */
async function chosenFor({ store }: Pick<Deps, 'store'>, { kind, to }: BulkAct) {
  const person = kind === 'handOver' && to !== null ? await store.person(to) : null;
  const session = kind === 'putOnAgenda' && to !== null ? await store.session(to) : null;
  return { person, session };
}
