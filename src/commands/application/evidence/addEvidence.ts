import { invalid } from '../../../errors.ts';
import type { FileRef } from '../../common/fileInput.ts';
import { traceOf } from '../../common/traceOf.ts';
import { openLibrary, workingCopy } from '../../file/workingCopy.ts';
import type { CriterionPlace } from '../../items/assessmentItems.ts';
import type { CleanFile } from '../../items/intake.ts';
import type { Application, Evidence } from '../../items/items.ts';
import type { MadeFrom } from '../../items/questionnaire.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type Covered, requirePeriod } from './editEvidence.ts';
import { requirePlace } from './joinEvidence.ts';
import { type DocumentPlace, openDocument, requireOffered } from './openDocument.ts';

/** Most files of one application, every revision counted. */
export const maxEvidence = 200;

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

/** Where a file belongs: the document that it is the next revision of, or none where it is the first of a new one. */
type Lineage = Pick<Evidence, 'document' | 'revision'> | null;

/**
 * Keeps a file that the office had from the organisation, beside the documents of an application: read by both, offered to no answer.
 * One whose content is there already is given as it is kept.
 */
export async function keepReceivedFile(
  deps: Deps,
  asker: Asker,
  { id: applicationId, context: { organisationId } }: Pick<Application, 'id' | 'context'>,
  sent: Pick<NewFile, 'name' | 'bytes'>,
): Promise<Evidence> {
  const clean = await deps.intake.receive(sent.bytes, sent.name);
  const known = (await deps.store.evidenceOf(applicationId)).find(({ digest }) => digest === clean.digest);
  const withdrawnAt = deps.clock.now().toISOString();
  const of = { applicationId, organisationId, from: null, until: null, withdrawnAt };
  return known ?? saveFile(deps, asker, of, clean, null);
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

type FileOf = Pick<Evidence, 'applicationId' | 'organisationId' | 'from' | 'until' | 'withdrawnAt'>;

async function saveFile(
  deps: Deps,
  asker: Asker,
  of: FileOf,
  { bytes, ...file }: CleanFile,
  lineage: Lineage,
  { place, madeFrom }: Pick<NewDocument, 'place' | 'madeFrom'> = {},
): Promise<Evidence> {
  const by = traceOf(deps, asker, of.organisationId);
  const key = asker.key === undefined ? null : await deps.store.apiKey(asker.key);
  const id = deps.ids.next();
  const evidence: Evidence = {
    id,
    ...(lineage ?? { document: id, revision: 1 }),
    ...of,
    ...file,
    size: bytes.length,
    uploadedAt: by.at,
    uploadedBy: asker.id,
    ...(key && { byKey: key.name }),
    ...(madeFrom && { madeFrom }),
  };
  await deps.files.save(bytes, file.contentType);
  const join = place && { ...place, by: { ...by, id: deps.ids.next() } };
  const outcome = await deps.store.addEvidence(evidence, maxEvidence, by, join);
  if (outcome === 'full') throw full();
  if (outcome === 'known') throw alreadyThere(file);
  if (outcome === 'late') throw late();
  return evidence;
}

/** Somebody else revised the document since it was read. */
const late = () => invalid('file', 'documentRevised');
const full = () => invalid('file', 'fileCountReached', { max: maxEvidence });
const alreadyThere = ({ name }: Pick<Evidence, 'name'>) => invalid('file', 'fileKnown', { name });
