import { LabelError, refuseFor } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { actorOf } from '../../common/actor.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { LetterDesk } from '../../ports/mailPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { isGivenUp } from './viewLetter.ts';

type With = Pick<Deps, 'store' | 'clock' | 'ids'> & { readonly letterDesk: LetterDesk };

/** An officer sends a letter again, as it is written today; that they did is a line of the journal. */
export async function resendLetter(
  { store, clock, ids, letterDesk }: With,
  asker: Asker,
  { letterId }: { readonly letterId: string },
): Promise<void> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const letter = requireVisible(await store.loggedLetter(letterId));
  refuseFor({
    letterWaits: letter.state === 'queued' && !(await isGivenUp({ store }, letter)),
    letterNotReadable: letter.cause === null || !letterDesk.isReadable(letter.kind),
  });
  const note = { id: ids.next(), at: clock.now().toISOString(), actor: actorOf(asker) };
  const sent = await letterDesk.resend(letter, asker.id);
  refuseFor({ letterOutdated: !sent });
  const about = letter.cause?.stream ?? null;
  await store.note({
    ...note,
    stream: `letters/${letter.ref}`,
    facts: ['letter.resent'],
    data: { about, kind: letter.kind, personId: letter.personId },
  });
}
