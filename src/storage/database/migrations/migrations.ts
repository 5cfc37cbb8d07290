import type { Connection } from 'mongoose';
import { baseline } from './0023-baseline.ts';
import { applicationScope } from './0041-application-scope.ts';
import { complaintsAsItems } from './0047-complaints-as-items.ts';
import { mailLog } from './0070-mail-log.ts';
import { redundantIndexes } from './0101-redundant-indexes.ts';
import { issuedPapers } from './0190-issued-papers.ts';
import { filesInLog } from './0276-files-in-log.ts';
import { addedIndexes, createIndexes } from './addedIndexes.ts';

/** One change of what is stored. */
export interface Migration {
  readonly name: string;
  readonly run: (connection: Connection) => Promise<void>;
}

/** At the start of a version, in this order, each once: what the version before it can live with (docs/design/architecture.md#migrations). */
export const expansions: readonly Migration[] = [
  { name: '0023-baseline', run: baseline },
  ...Object.entries(addedIndexes).map(([name, indexes]) => ({
    name,
    run: (connection: Connection) => createIndexes(connection, indexes),
  })),
  { name: '0041-application-scope', run: applicationScope },
  { name: '0047-complaints-as-items', run: complaintsAsItems },
  { name: '0070-mail-log', run: mailLog },
  { name: '0190-issued-papers', run: issuedPapers },
  { name: '0276-files-in-log', run: filesInLog },
];

/** By `made-in-ess migrate --contract`, once no older program runs: what takes away that which only older ones need. */
export const contractions: readonly Migration[] = [{ name: '0101-redundant-indexes', run: redundantIndexes }];
