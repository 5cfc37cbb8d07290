import { LabelError } from '../../errors.ts';
import type { Evidence } from '../items.ts';
import type { Asker, Deps } from '../ports.ts';
import { traceOf } from '../traceOf.ts';
import { openForEvidence } from './openForEvidence.ts';

/** Most files that one application keeps. */
export const mostEvidence = 200;

interface Input {
  readonly applicationId: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Adds a file to an application once it is clean, or `invalid` with what is wrong with it; nothing is kept then. Gives it as kept. */
export async function addEvidence(deps: Deps, asker: Asker, input: Input): Promise<Evidence> {
  const { applicationId } = input;
  await openForEvidence(deps, asker, applicationId);
  if ((await deps.store.evidenceOf(applicationId)).length >= mostEvidence) full();
  const { bytes, ...file } = await deps.intake.receive(input.bytes, input.name);
  // Looked at again: the file may have gone on while this one was examined.
  const { organisationId } = (await openForEvidence(deps, asker, applicationId)).context;
  const known = (await deps.store.evidenceOf(applicationId)).find(({ digest }) => digest === file.digest);
  if (known) refuseKnown(known.name);
  const by = traceOf(deps, asker, organisationId);
  const id = deps.ids.next();
  const evidence: Evidence = {
    id,
    document: id,
    revision: 1,
    from: null,
    until: null,
    withdrawnAt: null,
    organisationId,
    applicationId,
    ...file,
    size: bytes.length,
    uploadedAt: by.at,
    uploadedBy: asker.id,
  };
  await deps.files.save(bytes, file.contentType);
  const outcome = await deps.store.addEvidence(evidence, mostEvidence, by);
  if (outcome === 'full') full();
  if (outcome === 'known') refuseKnown(file.name);
  return evidence;
}

function full(): never {
  throw refusal('fileCountReached', { max: mostEvidence });
}

function refuseKnown(name: string): never {
  throw refusal('fileKnown', { name });
}

function refusal(code: string, params: Readonly<Record<string, string | number>>): LabelError {
  return new LabelError('invalid', { faults: [{ field: 'file', code, params }] });
}
