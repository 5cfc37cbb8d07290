import { LabelError } from '../../../errors.ts';
import { isOfficer } from '../../../policies/who.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { LoggedLetter } from '../../items/mailLog.ts';
import type { LetterDesk } from '../../ports/mailPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { readersOf } from './listMail.ts';

type With = Pick<Deps, 'store'> & { readonly letterDesk: LetterDesk };

export type LetterPage = Awaited<ReturnType<typeof viewLetter>>;

/** A letter of the mail log for an officer, with what became of it, and as it would be written today where others may read it. */
export async function viewLetter({ store, letterDesk }: With, asker: Asker, id: string) {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const letter = requireVisible(await store.loggedLetter(id));
  const readable = letter.cause !== null && letterDesk.isReadable(letter.kind);
  const went = letter.events.findLast(({ what }) => what === 'sent')?.at;
  const copies = readable && letter.cause ? await letterDesk.preview(letter.kind, letter.cause, went) : [];
  const askers = await Promise.all(letter.events.map(({ by }) => (by === null ? null : store.person(by))));
  const waits = letter.state === 'queued' && letter.cause !== null;
  return {
    letter,
    /** The job that would send it, where no worker tries it any more. */
    isGivenUp: await isGivenUp({ store }, letter),
    parkedJobId: waits ? ((await store.parkedJob(letter.cause.jobId))?.id ?? null) : null,
    reader: (await readersOf({ store }, [letter])).get(letter.personId ?? '') ?? null,
    /** Who asked for each event; null for the service. */
    askers,
    /** False where its words are for its reader alone, or kept nowhere. */
    readable,
    /** Null where nobody would get it today: it is outdated, or its reader is gone. */
    written: copies.find((copy) => copy.id === letter.id) ?? null,
    returned: (await store.returnedMail([letter.to])).get(letter.to) ?? null,
  };
}

/** Whether a letter has not gone, and somebody gave up the job that would send it. */
export async function isGivenUp(
  { store }: Pick<Deps, 'store'>,
  { state, cause }: LoggedLetter,
): Promise<boolean> {
  return state === 'queued' && cause !== null && (await store.isDropped(cause.jobId));
}
