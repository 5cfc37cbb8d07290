import { invalid } from '../../../errors.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { correspondentOn, requireCorrespondent } from './correspondent.ts';

/** Most files of one message, each no larger than a file of evidence. */
export const maxAttachments = 5;

interface NewFile {
  readonly applicationId: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Brings a file for a message that is not sent yet, once it is clean; `invalid` with what is wrong with it, and nothing is kept then. */
export async function prepareAttachment(
  deps: Deps,
  asker: Asker,
  { applicationId, ...sent }: NewFile,
): Promise<void> {
  const { application } = await requireCorrespondent(deps, asker, applicationId);
  const known = await deps.store.preparedAttachments(applicationId, asker.id, maxAttachments);
  const full = () => invalid('file', 'attachmentsFull', { max: maxAttachments });
  if (known.length >= maxAttachments) throw full();
  const { bytes, ...file } = await deps.intake.receive(sent.bytes, sent.name);
  if (known.some(({ digest }) => digest === file.digest)) return;
  const prepared = {
    id: deps.ids.next(),
    organisationId: application.context.organisationId,
    applicationId,
    by: asker.id,
    at: deps.clock.now().toISOString(),
    ...file,
    size: bytes.length,
  };
  await deps.files.save(bytes, file.contentType);
  if (!(await deps.store.prepareAttachment(prepared, maxAttachments))) throw full();
}

interface AttachmentPlace {
  readonly applicationId: string;
  readonly correspondenceId: string;
  readonly attachmentId: string;
}

/** A file of a message with its bytes, for both sides. */
export async function readAttachment(
  deps: Deps,
  asker: Asker,
  { applicationId, correspondenceId, attachmentId }: AttachmentPlace,
) {
  await correspondentOn(deps, asker, applicationId);
  const correspondence = await deps.store.correspondence(correspondenceId);
  const messages = correspondence?.applicationId === applicationId ? correspondence.messages : [];
  const attachment = requireVisible(
    messages.flatMap(({ attachments }) => attachments).find(({ id }) => id === attachmentId),
  );
  const { bytes } = requireVisible(await deps.files.read(attachment.digest));
  return { attachment, bytes };
}

/** Most files that one round takes away. */
const batch = 500;

/** Takes away what was brought before an instant and never sent; its bytes as well, unless something else refers to them. Gives how many. */
export async function dropPrepared(deps: Pick<Deps, 'store' | 'files'>, instant: string): Promise<number> {
  const { store, files } = deps;
  let count = 0;
  for (let found = batch; found === batch; ) {
    const old = await store.attachmentsPreparedBefore(instant, batch);
    await store.removePrepared(old.map(({ id }) => id));
    const digests = [...new Set(old.map(({ digest }) => digest))];
    const inUse = await store.digestsInUse(digests);
    for (const digest of digests) if (!inUse.includes(digest)) await files.remove(digest);
    found = old.length;
    count += found;
  }
  return count;
}
