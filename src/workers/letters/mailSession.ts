import { committeeOf } from '../../commands/committee/session/committeeOf.ts';
import { requireVisible } from '../../commands/common/requireVisible.ts';
import type { Job } from '../../commands/ports/jobPorts.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import { sendLetters } from './sendLetters.ts';

/** Tells the committee's members that a session was convened, or cancelled and why. */
export async function mailSession(deps: Deps, job: Job): Promise<void> {
  const id = job.stream.slice('committeeSessions/'.length);
  const { place, context } = requireVisible(await deps.store.session(id));
  const lines = await deps.store.records(job.stream);
  const event = lines.find((line) => line.id === job.recordId)?.event;
  const when = context.plannedFor;
  // Of no organisation: a session has files of several, and its letter names none.
  const letter = { organisationId: '', people: await committeeOf(deps) };
  const linkFor = (language: string) => `${deps.publicUrl}/${language}/sessions/${id}`;
  if (event?.type === 'cancel') {
    const { reason } = event;
    const params = ({ language }: { language: string }) => ({ when, reason, link: linkFor(language) });
    await sendLetters(deps, job, { ...letter, kind: 'sessionCancelled', params });
  } else {
    const params = ({ language }: { language: string }) => ({ when, place, link: linkFor(language) });
    await sendLetters(deps, job, { ...letter, kind: 'sessionConvened', params });
  }
}
