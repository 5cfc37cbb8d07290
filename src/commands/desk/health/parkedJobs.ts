import { fault, LabelError, refuseFor, requireNoFaults } from '../../../errors.ts';
import { isAdministrator, isOfficer } from '../../../policies/who.ts';
import { actorOf } from '../../common/actor.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { ParkedJob } from '../../ports/healthPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';

type With = Pick<Deps, 'store' | 'clock' | 'ids'>;

/** Fewest characters of a note: what was done in the place of a job. */
const minNoteLength = 10;

/** Refuses who does not look after the service. */
export function requireCaretaker(asker: Asker): void {
  if (!isOfficer(asker) && !isAdministrator(asker)) throw new LabelError('forbidden');
}

/** Lets a parked job be tried again; that somebody did is a line of the journal. */
export async function retryJob(
  deps: With,
  asker: Asker,
  { jobId }: { readonly jobId: string },
): Promise<void> {
  const job = await parkedJob(deps, asker, jobId);
  await noteJob(deps, asker, job, 'job.retried', {});
  refuseFor({ jobGone: !(await deps.store.retryParked(job.id, deps.clock.now())) });
}

/** Gives a parked job up, with a note that says why, in the journal. */
export async function dropJob(
  deps: With,
  asker: Asker,
  { jobId, note }: { readonly jobId: string; readonly note: string },
): Promise<void> {
  const job = await parkedJob(deps, asker, jobId);
  const said = note.trim();
  requireNoFaults(said.length < minNoteLength ? [fault('note', 'tooShort', { min: minNoteLength })] : []);
  await noteJob(deps, asker, job, 'job.dropped', { note: said });
  refuseFor({ jobGone: !(await deps.store.dropParked(job.id)) });
}

async function parkedJob({ store }: With, asker: Asker, id: string): Promise<ParkedJob> {
  requireCaretaker(asker);
  return requireVisible(await store.parkedJob(id));
}

/** On a chain of the job's own, which a view hides with what the job is about. */
async function noteJob(
  { store, clock, ids }: With,
  asker: Asker,
  { recordId, handler, stream, error }: ParkedJob,
  fact: 'job.retried' | 'job.dropped',
  data: { readonly note?: string },
): Promise<void> {
  await store.note({
    id: ids.next(),
    at: clock.now().toISOString(),
    actor: actorOf(asker),
    stream: `jobs/${recordId}.${handler.replace(':', '.')}`,
    facts: [fact],
    data: { about: stream, handler, error, ...data },
  });
}
