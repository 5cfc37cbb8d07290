import { pageOf } from '../../common/pages.ts';
import type { LetterDesk } from '../../ports/mailPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
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
  const to = act.to === null ? null : await deps.store.person(act.to);
  const waiting = items.filter(({ state }) => state === 'possible');
  const line = waiting.find((one) => one.id === asked) ?? waiting[0];
  const writes = act.kind === 'remind' && act.state === 'planned';
  return {
    ...{ act, to, lines: items, counts, next: last?.id ?? null },
    /** Null where the act sends no letters, or began. */
    preview: writes && line ? { line, ...(await previewLine(deps, asker, line)) } : null,
  };
}
