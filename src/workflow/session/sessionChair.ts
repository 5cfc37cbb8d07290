import type { SessionContext } from '../stored.ts';

type Recusals = Pick<SessionContext, 'recusals'>;
type Chaired = Pick<SessionContext, 'chair' | 'chairs'>;
type Room = Chaired & Recusals & Pick<SessionContext, 'present'>;

/** Whether a person stepped out of a file of the session, or was noted as recused from it. */
export function isRecused({ recusals }: Recusals, applicationId: string, personId: string): boolean {
  return recusals.some((one) => one.applicationId === applicationId && one.personId === personId);
}

/** Whether a person was invited to the session; everyone is before it is convened, and in sessions of before that was kept. */
export function isInvited({ invited }: Pick<SessionContext, 'invited'>, personId: string): boolean {
  return invited?.includes(personId) ?? true;
}

/** Whether a person was invited to the session and did not excuse themselves from it. */
export function isExpected(context: Pick<SessionContext, 'invited' | 'excused'>, personId: string): boolean {
  return isInvited(context, personId) && !context.excused.includes(personId);
}

/** Who holds the chair for a file: who took it for that file last, else the chair of the session; null before it is open. */
export function chairOf({ chair, chairs }: Chaired, applicationId: string): string | null {
  return chairs.findLast((one) => one.applicationId === applicationId)?.personId ?? chair;
}

/** Who chairs a file now: who holds the chair for it while they are in the room and not recused from it; else nobody. */
export function presidingOn(room: Room, applicationId: string): string | null {
  const holder = chairOf(room, applicationId);
  const presides =
    holder !== null && room.present.includes(holder) && !isRecused(room, applicationId, holder);
  return presides ? holder : null;
}
