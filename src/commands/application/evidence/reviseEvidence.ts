import type { Evidence } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { keepFile, type NewFile, refuseLate } from './keepFile.ts';
import { type DocumentPlace, openDocument, requireOffered } from './openDocument.ts';
import { requirePeriod } from './requirePeriod.ts';

interface Input extends DocumentPlace, NewFile {
  /** The revision that the person saw: another one by now is refused. */
  readonly revision: number;
}

/**
 * Puts a new file in the place of a document's; answers point to it from now on, and the earlier one is kept with its digest.
 * `invalid` with what is wrong with the file, for the content of any file that is there already, and when someone was quicker.
 */
export async function reviseEvidence(deps: Deps, asker: Asker, input: Input): Promise<Evidence> {
  const { document, revision, ...file } = input;
  requirePeriod(file);
  const known = await openDocument(deps, asker, input);
  requireOffered(known, 'file');
  if (known.latest.revision !== revision) refuseLate();
  return keepFile(deps, asker, file, { document, revision: revision + 1 });
}
