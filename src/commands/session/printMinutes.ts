import type { Language } from '../../criteria/scheme.ts';
import type { Session } from '../decidingItems.ts';
import { found } from '../found.ts';
import type { MinutesFile } from '../papers.ts';
import type { Asker, Deps } from '../ports.ts';
import type { ConcludedFile } from './minutesOf.ts';
import { type SessionView, viewSession } from './viewSession.ts';

/** The minutes of a closed session as PDF, with the files that this person may read. */
export async function printMinutes(
  deps: Deps,
  asker: Asker,
  { sessionId, language }: { readonly sessionId: string; readonly language: Language },
): Promise<Buffer> {
  const view = await viewSession(deps, asker, sessionId);
  const { session } = view;
  const minutes = found(view.minutes);
  const names = await namesOf(deps, session);
  const { chair, quorum, plannedFor } = session.context;
  return deps.papers.minutes({
    language,
    id: session.id,
    place: session.place,
    plannedFor,
    openedAt: found(session.openedAt),
    closedAt: found(session.closedAt),
    chair: names(found(chair)),
    present: session.attendance.map(({ personId, from, until }) => ({
      name: names(personId),
      from,
      until: found(until),
    })),
    quorum,
    files: minutes.files.map((file) => fileOf(view, file, names)),
    remarks: session.remarks,
    approvals: session.signatures.map(({ personId, at }) => ({ name: names(personId), at })),
    digest: minutes.digest,
    specimen: deps.specimen,
  });
}

/** Names of everyone who sat, also of those who left the committee since. */
async function namesOf(deps: Deps, { context, words, signatures }: Session) {
  const ids = new Set([
    ...context.attended,
    ...[...context.recusals, ...words, ...signatures].map(({ personId }) => personId),
  ]);
  const people = await Promise.all([...ids].map((id) => deps.store.person(id)));
  const known = new Map(people.flatMap((person) => (person ? [[person.id, person.name]] : [])));
  return (id: string) => known.get(id) ?? '';
}

function fileOf(
  { session, files }: SessionView,
  { applicationId, vote, outcome, reason, conditions }: ConcludedFile,
  names: (id: string) => string,
): MinutesFile {
  const words = session.words.filter((word) => word.applicationId === applicationId);
  const recused = session.context.recusals.filter((one) => one.applicationId === applicationId);
  const known = found(files.find(({ file }) => file.id === applicationId));
  return {
    number: applicationId,
    organisation: known.name.name,
    recusals: recused.map(({ personId }) => ({
      name: names(personId),
      reason: words.find((word) => word.personId === personId && word.choice === null)?.reason ?? '',
    })),
    votes: {
      for: vote?.for ?? 0,
      against: vote?.against ?? 0,
      abstained: vote?.abstained ?? 0,
      casting: vote !== null && vote.for === vote.against && outcome !== 'refused',
      reasons: words.flatMap((word) => (word.choice !== null && word.reason !== '' ? [word.reason] : [])),
    },
    outcome,
    reason,
    conditions,
  };
}
