import type { SessionView } from '../../commands/committee/views/viewSession.ts';
import type { Translator } from '../../i18n/i18n.ts';

export type MinutesView = NonNullable<ReturnType<typeof minutesView>>;

/** The minutes of a session on its page, as one person reads them; null before they are written. */
export function minutesView({ session, minutes }: SessionView, { t }: Translator) {
  if (!minutes) return null;
  const { names, partial, digest, files } = minutes;
  const nameOf = (id: string) => names(id) || t('sessions.formerMember');
  const handovers = (session.handovers ?? []).filter(({ applicationId }) => applicationId === null);
  return {
    digest,
    /** Whether a file is left out. */
    partial,
    /** Departures that someone else noted. */
    departures: session.attendance.flatMap(({ personId, noted }) =>
      noted ? [{ name: nameOf(personId), by: nameOf(noted.by), reason: noted.reason }] : [],
    ),
    /** Who took the chair. */
    handovers: handovers.map(({ personId, reason, at }) => ({ name: nameOf(personId), reason, at })),
    files,
    signatures: session.signatures.map(({ personId, at }) => ({ name: nameOf(personId), at })),
  };
}
