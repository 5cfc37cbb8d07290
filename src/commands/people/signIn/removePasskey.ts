import { LabelError } from '../../../errors.ts';
import type { AccessDeps } from '../../ports/accessPorts.ts';
import type { Asker } from '../../ports/ports.ts';
import { noteOnPerson } from '../accounts/noteOnPerson.ts';

/** Takes one of the asker's own passkeys away; `notFound` for any other. */
export async function removePasskey(
  deps: AccessDeps,
  asker: Asker,
  { passkeyId }: { readonly passkeyId: string },
): Promise<void> {
  const removed = await deps.access.passkeys.remove(asker.id, passkeyId);
  if (!removed) throw new LabelError('notFound');
  await noteOnPerson(deps, asker.id, { facts: ['person.passkeyRemoved'] }, asker.request);
}
