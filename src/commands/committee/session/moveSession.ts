import { everything } from '../../../policies/view.ts';
import { isChair } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import { applyToSession } from '../../common/applyEvent.ts';
import { reviewedFile } from '../../common/fileInput.ts';
import { fileRecusals } from '../../file/fileRecusals.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { committeeOf, membersTowards } from './committeeOf.ts';
import { type SessionInput, sessionInProgress } from './sessionInProgress.ts';
import { concludable } from './waitingFiles.ts';

/** The chair opens the session on its day with those in the room who were invited; who is barred from a file, or was recused from it before, is recused at once. */
export async function openSession(
  deps: Deps,
  asker: Asker,
  input: SessionInput & { readonly present: readonly string[] },
): Promise<void> {
  const { session, eventMeta } = await sessionInProgress(deps, asker, input);
  const members = await committeeOf(deps);
  const ids = members.map(({ id }) => id);
  const present = [...new Set(input.present)];
  const known = await knownRecusals(deps, session.context.agenda);
  const event = {
    ...eventMeta,
    type: 'open',
    present,
    outsiders: present.filter((id) => !ids.includes(id)).length,
    chairs: members.filter((one) => isChair(one) && present.includes(one.id)).map(({ id }) => id),
    recusals: known.map(({ applicationId, personId }) => ({ applicationId, personId })),
    isItsDay: dayOf(eventMeta.at) === dayOf(session.context.plannedFor),
  } as const;
  const attendance = present.map((personId) => ({ personId, from: eventMeta.at, until: null }));
  const words = known.map((one) => ({ ...one, choice: null, at: eventMeta.at }));
  await deps.store.commit([
    applyToSession(deps, session, event, { attendance, words, openedAt: eventMeta.at }),
  ]);
}

/** Who cannot sit on a file, and why. */
type Known = Pick<Session['words'][number], 'applicationId' | 'personId' | 'reason' | 'ground' | 'by'>;

/** Who is recused from files before a session begins; read whole, because who asks may be kept from knowing of one of the files. */
async function knownRecusals(deps: Deps, agenda: readonly string[]): Promise<readonly Known[]> {
  const whole = { ...deps, store: deps.store.seenBy(everything) };
  return (await Promise.all(agenda.map((id) => recusalsFrom(whole, id)))).flat();
}

/** The same for one file. */
export async function recusalsFrom(deps: Deps, applicationId: string): Promise<Known[]> {
  const members = await membersTowards(deps, await reviewedFile(deps, applicationId));
  const stored = members.flatMap(({ person, part }) =>
    part === null ? [] : [{ applicationId, personId: person.id, reason: '', ground: part }],
  );
  const earlier = await fileRecusals(deps, applicationId);
  const all = [...stored, ...earlier.map(({ choice: _choice, at: _at, ...one }) => one)];
  return all.filter((one, i) => all.findIndex(({ personId }) => personId === one.personId) === i);
}

/** Convenes the committee: its members get a letter with day, place and number of files. */
export async function conveneSession(deps: Deps, asker: Asker, input: SessionInput): Promise<void> {
  const { session, eventMeta } = await sessionInProgress(deps, asker, input);
  const invited = (await committeeOf(deps)).map(({ id }) => id);
  await deps.store.commit([applyToSession(deps, session, { ...eventMeta, type: 'convene', invited })]);
}

/** Cancels a session before it opens, with the reason that its members read; its files wait for another one. */
export async function cancelSession(deps: Deps, asker: Asker, input: SessionInput & { reason: string }) {
  const { session, eventMeta } = await sessionInProgress(deps, asker, input);
  await deps.store.commit([
    applyToSession(deps, session, { ...eventMeta, type: 'cancel', reason: input.reason }),
  ]);
}

/** Ends an open session once none of its files waits for it; read whole, because the chair may be kept from knowing of one. */
export async function closeSession(deps: Deps, asker: Asker, input: SessionInput): Promise<void> {
  const { session, eventMeta } = await sessionInProgress(deps, asker, input);
  const attendance = session.attendance.map((one) => ({ ...one, until: one.until ?? eventMeta.at }));
  const whole = { store: deps.store.seenBy(everything) };
  const waiting = await concludable(whole, session.context.agenda, eventMeta.at);
  await deps.store.commit([
    applyToSession(
      deps,
      session,
      { ...eventMeta, type: 'close', waiting },
      { attendance, closedAt: eventMeta.at },
    ),
  ]);
}
