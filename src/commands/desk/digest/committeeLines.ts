import { isOnAgenda } from '../../../policies/file.ts';
import { isChair, isInCommittee } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import { minutesOf, signMinutes } from '../../committee/session/minutesOf.ts';
import { listAppeals } from '../../committee/views/listAppeals.ts';
import { isTaken } from '../../common/dryRun.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { ListedFile } from '../../ports/listingPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { servingOn } from '../casework/officersFor.ts';
import { type DigestLine, stageOf, type TimedLine } from './digestLine.ts';
import { fileLines } from './fileLines.ts';

/** Sessions that are near, and minutes that wait for this member's approval. */
export async function sessionLines(deps: Deps, asker: Asker, limit: number): Promise<DigestLine[]> {
  const today = dayOf(deps.clock.now().toISOString());
  const coming = await comingSessions(deps, asker, limit);
  const near = coming.flatMap((line) => {
    const stage = stageOf(deps.procedure.digest.sessionLeads, line.at, today);
    return stage === null || stage === 'late' ? [] : { ...line, stage };
  });
  return [...near, ...(await minutesToSign(deps, asker, limit))];
}

/** Every session that is planned or convened, for those who meet it. */
export async function comingSessions(deps: Deps, _: Asker, limit: number): Promise<TimedLine[]> {
  return meetings(deps, ['planned', 'convened'], limit);
}

/** Every session that is under way, for those who meet it. */
export async function openSessions(deps: Deps, _: Asker, limit: number): Promise<TimedLine[]> {
  return meetings(deps, ['open'], limit);
}

async function meetings(
  { store }: Deps,
  states: readonly Session['state'][],
  limit: number,
): Promise<TimedLine[]> {
  const sessions = await store.sessionsIn(states, limit);
  return sessions.map(({ id, place, state, context, head }) => ({
    what: state === 'open' ? 'digest.what.sessionOpen' : 'digest.what.session',
    about: place,
    dueOn: dayOf(context.plannedFor),
    at: context.plannedFor,
    sequence: head.seq,
    path: `sessions/${id}`,
  }));
}

/** Minutes that wait for this member's approval. */
export async function minutesToSign(deps: Deps, asker: Asker, limit: number): Promise<DigestLine[]> {
  const closed = await deps.store.sessionsIn(['closed'], limit);
  const lines = closed.map(async (session): Promise<DigestLine[]> => {
    const { id: sessionId, revision, place } = session;
    const { digest: minutes } = await minutesOf(deps, session);
    if (!(await isTaken(deps, (dry) => signMinutes(dry, asker, { sessionId, revision, minutes })))) return [];
    return [{ what: 'digest.what.sign', about: place, dueOn: null, path: `sessions/${sessionId}#minutes` }];
  });
  return (await Promise.all(lines)).flat();
}

/**
 * Files whose recommendation nobody can write who keeps their vote: it costs its author theirs (policies/duties.ts), so that it falls to
 * officers outside the committee first.
 */
export async function withoutWriter<F extends ListedFile>(deps: Deps, files: readonly F[]): Promise<F[]> {
  const officers = (await deps.store.peopleWith('officer')).filter((one) => !isInCommittee(one));
  const writers = files.map(({ id, context: { organisationId } }) =>
    servingOn(deps, { organisationId, applicationId: id }, officers),
  );
  const found = await Promise.all(writers);
  return files.filter((_, n) => found[n]?.length === 0);
}

/** Files that wait for a rapporteur of the committee. */
export async function recommendationLines(deps: Deps, asker: Asker, limit: number): Promise<DigestLine[]> {
  const [reviews, files] = await Promise.all([
    deps.store.reviewsBy(asker.id),
    deps.store.submittedIn(['recommendation'], limit),
  ]);
  const free = files.filter((application) => isOnAgenda(asker, { application, reviews }));
  return fileLines(deps, asker, await withoutWriter(deps, free), () => ({
    what: 'digest.what.recommend',
    at: '#recommend',
  }));
}

/** Appeals that wait for this person: to be admitted or not, for their panel, or for this member of it. */
export async function appealLines(deps: Deps, asker: Asker, limit: number): Promise<DigestLine[]> {
  const appeals = await listAppeals(deps, asker, { open: limit, settled: 0 });
  return appeals.flatMap(({ appealId, applicationId, organisation, state, mine, stayedUntil }) => {
    const what = mine && stayedUntil !== null ? 'confirm' : appealStep(asker, state, mine);
    const about = { organisation, about: applicationId, dueOn: stayedUntil && dayOf(stayedUntil) };
    return what ? [{ what: `digest.what.${what}`, ...about, path: `appeals/${appealId}#${what}` }] : [];
  });
}

type AppealLine = Awaited<ReturnType<typeof listAppeals>>[number];

function appealStep(asker: Asker, state: AppealLine['state'], mine: boolean) {
  if (state === 'lodged' && isChair(asker)) return 'admit' as const;
  if (state === 'admitted') return 'panel' as const;
  return state === 'panelFormed' && mine ? ('judge' as const) : null;
}
