import { LabelError } from '../../errors.ts';
import type { AccessDeps } from '../accessPorts.ts';
import { noteOnPerson } from '../people/noteOnPerson.ts';
import type { Asker } from '../ports.ts';

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
