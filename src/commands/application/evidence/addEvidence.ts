import type { FileRef } from '../../common/fileInput.ts';
import { alreadyThere, full, type Lineage, late, maxEvidence, saveFile } from '../../file/saveFile.ts';
import { openLibrary, workingCopy } from '../../file/workingCopy.ts';
import type { CriterionPlace } from '../../items/assessmentItems.ts';
import type { Evidence } from '../../items/items.ts';
import type { MadeFrom } from '../../items/questionnaire.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type Covered, requirePeriod } from './editEvidence.ts';
import { requirePlace } from './joinEvidence.ts';
import { type DocumentPlace, openDocument, requireOffered } from './openDocument.ts';

/** A file as a form brings it. */
interface NewFile extends FileRef, Covered {
  readonly name: string;
  readonly bytes: Buffer;
}

interface NewDocument extends Omit<NewFile, keyof Covered>, Partial<Covered> {
  /** The criterion that it is joined to at once. */
  readonly place?: CriterionPlace | undefined;
  readonly madeFrom?: MadeFrom | undefined;
}

/**
 * Adds a file to an application as a new document, joined to its criterion in the same commit, once it is clean, or `invalid`
 * with what is wrong with it; nothing is kept then. Gives it as kept.
 */
export async function addEvidence(deps: Deps, asker: Asker, input: NewDocument): Promise<Evidence> {
  const { applicationId, name, bytes, from = null, until = null, place, madeFrom } = input;
  if (place) {
    const { published, assessment } = await workingCopy(deps, asker, applicationId);
    requirePlace(published, assessment, place);
  } else await openLibrary(deps, asker, applicationId);
  requirePeriod({ from, until });
  return keepFile(deps, asker, { applicationId, name, bytes, from, until }, null, { place, madeFrom });
}

interface NextRevision extends DocumentPlace, NewFile {
  /** The revision that the person saw: another one by now is refused. */
  readonly revision: number;
}

/**
 * Puts a new file in the place of a document's; answers point to it from now on, and the earlier one is kept with its digest.
 * `invalid` with what is wrong with the file, for the content of any file that is there already, and when someone was quicker.
 */
export async function reviseEvidence(deps: Deps, asker: Asker, input: NextRevision): Promise<Evidence> {
  const { document, revision, ...file } = input;
  requirePeriod(file);
  const known = await openDocument(deps, asker, input);
  requireOffered(known, 'file');
  if (known.latest.revision !== revision) throw late();
  return keepFile(deps, asker, file, { document, revision: revision + 1 });
}

async function keepFile(
  deps: Deps,
  asker: Asker,
  input: NewFile,
  lineage: Lineage,
  { place, madeFrom }: Pick<NewDocument, 'place' | 'madeFrom'> = {},
) {
  const { applicationId, from, until } = input;
  if ((await deps.store.evidenceOf(applicationId)).length >= maxEvidence) throw full();
  const clean = await deps.intake.receive(input.bytes, input.name);
  // Looked at again: the application may have gone on while this file was examined.
  const { organisationId } = (await openLibrary(deps, asker, applicationId)).context;
  const known = (await deps.store.evidenceOf(applicationId)).find(({ digest }) => digest === clean.digest);
  if (known) throw alreadyThere(known);
  const of = { applicationId, organisationId, from, until, withdrawnAt: null };
  return saveFile(deps, asker, of, clean, lineage, { place, madeFrom });
}
