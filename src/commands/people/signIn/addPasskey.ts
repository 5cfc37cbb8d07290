import { LabelError } from '../../../errors.ts';
import type { AccessDeps } from '../../ports/accessPorts.ts';
import type { Asker } from '../../ports/ports.ts';
import { noteOnPerson } from '../accounts/noteOnPerson.ts';

interface Input {
  /** What the browser gave, unread. */
  readonly response: unknown;
  readonly challenge: string;
  readonly device: string;
}

/** Adds a passkey that the asker's device made for this challenge; `passkeyRefused` when anything of it does not hold. */
export async function addPasskey(deps: AccessDeps, asker: Asker, input: Input): Promise<void> {
  const made = await deps.access.ceremony.registered(input.response, input.challenge);
  if (!made) throw new LabelError('passkeyRefused');
  const createdAt = deps.clock.now().toISOString();
  const { device } = input;
  const added = await deps.access.passkeys.add({
    ...made,
    personId: asker.id,
    createdAt,
    usedAt: null,
    device,
  });
  if (!added) throw new LabelError('passkeyRefused');
  await noteOnPerson(deps, asker.id, { facts: ['person.passkeyAdded'], data: { device } }, asker.request);
}
