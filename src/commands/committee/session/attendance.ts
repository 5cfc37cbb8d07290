import { isChair } from '../../../policies/who.ts';
import { chairOf, isRecused } from '../../../workflow/session/sessionChair.ts';
import { actorOn } from '../../common/actor.ts';
import { applyToSession } from '../../common/applyEvent.ts';
import { reviewedFile } from '../../common/fileInput.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { openItem } from './agendaItem.ts';
import type { OnItem } from './castVote.ts';
import { committeeOf, type Member, membersTowards } from './committeeOf.ts';
import { type SessionInput, sessionInProgress } from './sessionInProgress.ts';

/** Who comes or goes; the reason is for a departure that someone else notes. */
interface Attendance extends SessionInput {
  readonly personId: string;
  readonly here: boolean;
  readonly reason?: string;
}

/** The chair notes that a member came or left, or members say it themselves; whoever left votes no more, what they voted before counts. */
export async function noteAttendance(deps: Deps, asker: Asker, input: Attendance): Promise<void> {
  const { session, eventMeta } = await sessionInProgress(deps, asker, input);
  const { personId, here, reason = '' } = input;
  const member = (await committeeOf(deps)).some(({ id }) => id === personId);
  const event = here
    ? ({ ...eventMeta, type: 'arrive', personId, member } as const)
    : ({ ...eventMeta, type: 'leave', personId, reason } as const);
  const noted = personId === asker.id ? {} : { noted: { by: asker.id, reason } };
  const attendance = here
    ? [...session.attendance, { personId, from: eventMeta.at, until: null }]
    : session.attendance.map((one) =>
        one.personId === personId && one.until === null ? { ...one, until: eventMeta.at, ...noted } : one,
      );
  await deps.store.commit([applyToSession(deps, session, event, { attendance })]);
}

/** Someone in the room takes the chair that its holder left or cannot keep, of the session or of one file; the minutes print the reason. */
export async function takeChair(
  deps: Deps,
  asker: Asker,
  input: SessionInput & (OnItem | { readonly applicationId: null }) & { readonly reason: string },
): Promise<void> {
  const { session, eventMeta } = await sessionInProgress(deps, asker, input);
  const { applicationId, reason } = input;
  // Nobody gives it: a recused chair would choose who decides.
  const taking = { ...eventMeta, type: 'takeChair', reason } as const;
  const event =
    applicationId === null
      ? { ...taking, applicationId, ...(await aroundSession(deps, asker, session)) }
      : { ...taking, applicationId, ...(await aroundFile(deps, asker, session, input)) };
  const word = { applicationId, personId: asker.id, reason, at: eventMeta.at };
  const handovers = [...(session.handovers ?? []), word];
  // After the session the minutes have another chair, and are signed again.
  const erased = session.state === 'closed' ? { signatures: [] } : {};
  await deps.store.commit([applyToSession(deps, session, event, { handovers, ...erased })]);
}

async function aroundSession(deps: Deps, asker: Asker, { context }: Session) {
  const members = (await committeeOf(deps)).map((person) => ({ person, part: null }));
  return chairsAmong(members, asker, context.chair, context.present);
}

/** The same for one file: who is recused from it, or cannot sit on it, neither holds its chair nor is next in line. */
async function aroundFile(deps: Deps, asker: Asker, { context }: Session, { applicationId, item }: OnItem) {
  const file = await reviewedFile(deps, applicationId);
  const members = await membersTowards(deps, file);
  const present = context.present.filter((id) => !isRecused(context, applicationId, id));
  return {
    ...chairsAmong(members, asker, chairOf(context, applicationId), present),
    item,
    itemIsOpen: (await openItem(deps, file.application)) === item,
    actor: await actorOn(deps, asker, file.application),
  };
}

/** Whether who holds the chair can still do so, and how many others of that role could take it. */
function chairsAmong(
  members: readonly Member[],
  asker: Asker,
  holder: string | null,
  present: readonly string[],
): { readonly holderServes: boolean; readonly otherChairs: number } {
  const free = members.filter(({ part }) => part === null).map(({ person }) => person);
  const others = free.filter((one) => isChair(one) && present.includes(one.id));
  return {
    holderServes: free.some(({ id }) => id === holder),
    otherChairs: others.filter(({ id }) => id !== asker.id && id !== holder).length,
  };
}
