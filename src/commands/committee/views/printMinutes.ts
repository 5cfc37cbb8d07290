import type { Language } from '../../../criteria/scheme.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { handoverOf } from '../session/minutesFile.ts';
import { viewSession } from './viewSession.ts';

/** The minutes of a closed session as PDF, with the files that this person may read. */
export async function printMinutes(
  deps: Deps,
  asker: Asker,
  { sessionId, language }: { readonly sessionId: string; readonly language: Language },
): Promise<Buffer> {
  const { session, minutes } = await viewSession(deps, asker, sessionId);
  const { files, names, digest, partial } = requireVisible(minutes);
  const { chairs, quorum, plannedFor } = session.context;
  const handovers = (session.handovers ?? []).filter(({ applicationId }) => applicationId === null);
  return deps.papers.minutes({
    language,
    id: session.id,
    place: session.place,
    plannedFor,
    openedAt: requireVisible(session.openedAt),
    closedAt: requireVisible(session.closedAt),
    // Who opened it; whoever took the chair from them is named below.
    chair: names(requireVisible(chairs[0]).personId),
    handovers: handovers.map((one) => handoverOf(one, names)),
    present: session.attendance.map(({ personId, from, until, noted }) => ({
      name: names(personId),
      from,
      until: requireVisible(until),
      noted: noted ? { by: names(noted.by), reason: noted.reason } : null,
    })),
    quorum,
    files,
    partial,
    remarks: session.remarks,
    approvals: session.signatures.map(({ personId, at }) => ({ name: names(personId), at })),
    digest,
    specimen: deps.specimen,
  });
}
