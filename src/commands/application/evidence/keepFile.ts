import { type Fault, LabelError } from '../../../errors.ts';
import type { Params } from '../../../messages.ts';
import { traceOf } from '../../common/traceOf.ts';
import type { Evidence } from '../../items/items.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { openForEvidence } from './openForEvidence.ts';
import type { Covered } from './requirePeriod.ts';
import type { CriterionPlace } from './requirePlace.ts';

/** Most files that one application keeps, every revision counted. */
export const maxEvidence = 200;

/** A file as a form brings it. */
export interface NewFile extends Covered {
  readonly applicationId: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Where a file belongs: the document that it is the next revision of, or none where it is the first of a new one. */
type Lineage = Pick<Evidence, 'document' | 'revision'> | null;

/**
 * Keeps a file that is clean, joined to a criterion where that is said, or `invalid` with what is wrong with it; nothing is kept
 * then.
 */
export async function keepFile(
  deps: Deps,
  asker: Asker,
  input: NewFile,
  lineage: Lineage,
  place?: CriterionPlace,
): Promise<Evidence> {
  const { applicationId, from, until } = input;
  if ((await deps.store.evidenceOf(applicationId)).length >= maxEvidence) full();
  const { bytes, ...file } = await deps.intake.receive(input.bytes, input.name);
  // Looked at again: the application may have gone on while this file was examined.
  const { organisationId } = (await openForEvidence(deps, asker, applicationId)).context;
  const known = (await deps.store.evidenceOf(applicationId)).find(({ digest }) => digest === file.digest);
  if (known) refuseKnown(known.name);
  const by = traceOf(deps, asker, organisationId);
  const id = deps.ids.next();
  const evidence: Evidence = {
    id,
    ...(lineage ?? { document: id, revision: 1 }),
    from,
    until,
    withdrawnAt: null,
    organisationId,
    applicationId,
    ...file,
    size: bytes.length,
    uploadedAt: by.at,
    uploadedBy: asker.id,
  };
  await deps.files.save(bytes, file.contentType);
  const join = place && { ...place, by: { ...by, id: deps.ids.next() } };
  const outcome = await deps.store.addEvidence(evidence, maxEvidence, by, join);
  if (outcome === 'full') full();
  if (outcome === 'known') refuseKnown(file.name);
  if (outcome === 'late') refuseLate();
  return evidence;
}

/** Refuses a file for a document that somebody else changed since it was looked at. */
export function refuseLate(): never {
  throw refusal('documentRevised', {});
}

function full(): never {
  throw refusal('fileCountReached', { max: maxEvidence });
}

function refuseKnown(name: string): never {
  throw refusal('fileKnown', { name });
}

function refusal(code: Fault['code'], params: Params): LabelError {
  return new LabelError('invalid', { faults: [{ field: 'file', code, params }] });
}
