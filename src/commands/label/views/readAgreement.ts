import { readableApplication } from '../../common/fileInput.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

/** The signed agreement of an application as it was kept, for the people of its organisation and for whoever has the file. */
export async function readAgreement(
  deps: Pick<Deps, 'store' | 'files'>,
  asker: Asker,
  input: { readonly applicationId: string },
): Promise<Buffer> {
  const { agreement } = await readableApplication(deps, asker, input.applicationId);
  const { paper } = requireVisible(agreement);
  return requireVisible(await deps.files.read(paper)).bytes;
}
