import { randomInt } from 'node:crypto';
import { frozenFile } from '../commands/file/frozenFile.ts';
import type { Label } from '../commands/items/items.ts';
import { revisionPaper } from '../commands/label/certificatePaper.ts';
import { registerKeys } from '../commands/label/keys.ts';
import { publishStatusLists } from '../commands/label/statusLists.ts';
import { statusListSize } from '../commands/ports/issuingPorts.ts';
import type { Deps } from '../commands/ports/ports.ts';
import type { IssuedFile } from '../register/entry.ts';

/**
 * Makes and stores all files of a label's next revision, `at` being when it was asked for; run twice, it gives the same ones.
 * The status lists that the credential names are published before anyone can have it.
 */
export async function makeRevision(deps: Deps, label: Label, at: string): Promise<IssuedFile[]> {
  const file = await frozenFile(deps, label.context.applicationId);
  const revision = label.context.revision + 1;
  const status = await deps.store.statusEntry(label.id, revision, () => randomInt(statusListSize));
  const { publicUrl } = deps;
  await registerKeys(deps);
  const made = await deps.issuing.revision(revisionPaper(file, label, { publicUrl, at, status }));
  if (!(await deps.store.statusList('revocation', status.list))) await publishStatusLists(deps, status.list);
  return Promise.all(
    made.map(async ({ kind, width, bytes, contentType }) => ({
      kind,
      ...(width !== undefined && { width }),
      revision,
      digest: await deps.files.save(bytes, contentType),
      size: bytes.length,
    })),
  );
}
