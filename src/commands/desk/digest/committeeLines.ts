import { isOnAgenda } from '../../../policies/file.ts';
import { isChair, isInCommittee } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import { isExpected } from '../../../workflow/session/sessionChair.ts';
import { committeeOf } from '../../committee/session/committeeOf.ts';
import { minutesOf, signMinutes } from '../../committee/session/minutesOf.ts';
import { listAppeals } from '../../committee/views/listAppeals.ts';
import { isTaken } from '../../common/dryRun.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { ListedFile } from '../../ports/listingPorts.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { servingOn } from '../casework/officersFor.ts';
import { type DigestLine, stageOf, type TimedLine } from './digestLine.ts';
import { fileLines } from './fileLines.ts';

/** Sessions that are near, those that would miss their quorum at once, and minutes that wait for this member's approval. */
export async function sessionLines(deps: Deps, asker: Asker, limit: number): Promise<DigestLine[]> {
  const today = dayOf(deps.clock.now().toISOString());
  const coming = await comingSessions(deps, asker, limit);
  const near = coming.flatMap((line) => {
    if (line.what === 'digest.what.quorumShort') return line;
    const stage = stageOf(deps.procedure.digest.sessionLeads, line.at, today);
    return stage === null || stage === 'late' ? [] : { ...line, stage };
  });
  return [...near, ...(await minutesToSign(deps, asker, limit))];
}

/** Every session that is planned or convened, for those who meet it. */
export async function comingSessions(deps: Deps, asker: Asker, limit: number): Promise<TimedLine[]> {
  return meetings(deps, asker, ['planned', 'convened'], limit);
}

/** Every session that is under way, for those who meet it. */
export async function openSessions(deps: Deps, asker: Asker, limit: number): Promise<TimedLine[]> {
  return meetings(deps, asker, ['open'], limit);
}

/** The sessions in some states that a person does not stay away from. */
async function meetings(
  deps: Deps,
  asker: Asker,
  states: readonly Session['state'][],
  limit: number,
): Promise<TimedLine[]> {
  const sessions = await deps.store.sessionsIn(states, limit);
  const members = await committeeOf(deps);
  const isAway = ({ excused, attended }: Session['context']) =>
    excused.includes(asker.id) && !attended.includes(asker.id);
  const what = ({ state, context }: Session) => {
    if (state === 'open') return 'digest.what.sessionOpen';
    const expected = members.filter(({ id }) => isExpected(context, id)).length;
    return state === 'convened' && expected < context.quorum
      ? 'digest.what.quorumShort'
      : 'digest.what.session';
  };
  return sessions
    .filter(({ context }) => !isAway(context))
    .map((session) => ({
      what: what(session),
      about: session.place,
      dueOn: dayOf(session.context.plannedFor),
      at: session.context.plannedFor,
      sequence: session.head.seq,
      path: `sessions/${session.id}`,
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
