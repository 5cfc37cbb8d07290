import { invalid } from '../../errors.ts';
import { traceOf } from '../common/traceOf.ts';
import type { CriterionPlace } from '../items/assessmentItems.ts';
import type { CleanFile } from '../items/intake.ts';
import type { Application, Evidence } from '../items/items.ts';
import type { MadeFrom } from '../items/questionnaire.ts';
import type { Asker, Deps } from '../ports/ports.ts';

/** Most files of one application, every revision counted. */
export const maxEvidence = 200;

/** Where a file belongs: the document that it is the next revision of, or none where it is the first of a new one. */
export type Lineage = Pick<Evidence, 'document' | 'revision'> | null;

/**
 * Keeps a file that the office had from the organisation, beside the documents of an application: read by both, offered to no answer.
 * One whose content is there already is given as it is kept.
 */
export async function keepReceivedFile(
  deps: Deps,
  asker: Asker,
  { id: applicationId, context: { organisationId } }: Pick<Application, 'id' | 'context'>,
  sent: { readonly name: string; readonly bytes: Buffer },
): Promise<Evidence> {
  const clean = await deps.intake.receive(sent.bytes, sent.name);
  const known = (await deps.store.evidenceOf(applicationId)).find(({ digest }) => digest === clean.digest);
  const withdrawnAt = deps.clock.now().toISOString();
  const of = { applicationId, organisationId, from: null, until: null, withdrawnAt };
  return known ?? saveFile(deps, asker, of, clean, null);
}

type FileOf = Pick<Evidence, 'applicationId' | 'organisationId' | 'from' | 'until' | 'withdrawnAt'>;

/** Writes a file that was found clean, beside the other documents of its application. */
export async function saveFile(
  deps: Deps,
  asker: Asker,
  of: FileOf,
  { bytes, ...file }: CleanFile,
  lineage: Lineage,
  {
    place,
    madeFrom,
  }: { readonly place?: CriterionPlace | undefined; readonly madeFrom?: MadeFrom | undefined } = {},
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
export const late = () => invalid('file', 'documentRevised');
export const full = () => invalid('file', 'fileCountReached', { max: maxEvidence });
export const alreadyThere = ({ name }: Pick<Evidence, 'name'>) => invalid('file', 'fileKnown', { name });
