import { actorOf } from '../common/actor.ts';
import type { Asker, Deps } from '../ports/ports.ts';

/** What was exported: never how many rows, nor what was searched for, because whoever reads the journal may see less. */
export interface ExportedList {
  readonly list: string;
  readonly format: string;
  /** SHA-256 of the list as CSV, by which a file that is found somewhere leads to who made it. */
  readonly digest: string;
}

/** Notes in the journal who exported which list. */
export async function noteExport(
  deps: Pick<Deps, 'store' | 'clock' | 'ids'>,
  asker: Asker,
  exported: ExportedList,
): Promise<void> {
  await deps.store.note({
    id: deps.ids.next(),
    at: deps.clock.now().toISOString(),
    actor: actorOf(asker),
    stream: 'exports/lists',
    facts: ['list.exported'],
    data: { ...exported },
  });
}
