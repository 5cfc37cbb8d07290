import type { Deps } from '../ports.ts';

/** Whether the minutes of the session that decided a file last are approved. */
export async function hasApprovedMinutes(
  { store }: Pick<Deps, 'store'>,
  applicationId: string,
): Promise<boolean> {
  const sessions = await store.sessionsOn(applicationId);
  const decided = sessions.find(({ context }) =>
    context.concluded.some((one) => one.applicationId === applicationId && one.result === 'decided'),
  );
  return decided?.state === 'minutesApproved';
}
