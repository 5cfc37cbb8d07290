import { LabelError } from '../../../errors.ts';
import { administratorsOwn } from '../../common/administratorsOwn.ts';
import { changePerson } from '../../common/changePerson.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { retryOnConflict } from '../../common/retryOnConflict.ts';
import type { AccessDeps } from '../../ports/accessPorts.ts';
import type { Asker } from '../../ports/ports.ts';

/** Where all sessions of a person can be ended. */
interface Ending {
  readonly sessions: { endAll(personId: string): Promise<void> };
}

/** Takes every passkey of a person away, whose device is lost or in other hands, and ends their sessions: a letter lets them in again. */
export async function resetPasskeys(
  deps: AccessDeps & Ending,
  asker: Asker,
  { personId }: { readonly personId: string },
): Promise<void> {
  const { said, self } = await administratorsOwn(deps, asker);
  // Their own are on their own page, where each has its name.
  if (personId === self.id) throw new LabelError('refused', { reasons: ['ownPasskeys'] });
  requireVisible(await deps.store.person(personId));
  const { passkeys } = deps.access;
  for (const { id } of await passkeys.of(personId)) await passkeys.remove(personId, id);
  await retryOnConflict(async () => {
    const person = requireVisible(await deps.store.person(personId));
    const line = { ...said, facts: ['person.passkeysReset'] } as const;
    await deps.store.commit({ changes: [changePerson(deps, person, {}, line)] });
  });
  await deps.sessions.endAll(personId);
}
