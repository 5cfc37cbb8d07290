import { isChair } from '../../../policies/who.ts';
import { dayOf } from '../../../register/day.ts';
import { minutesOf, signMinutes } from '../../committee/session/minutesOf.ts';
import { listAgenda } from '../../committee/views/listAgenda.ts';
import { listAppeals } from '../../committee/views/listAppeals.ts';
import { listSessions } from '../../committee/views/listSessions.ts';
import { isTaken } from '../../common/dryRun.ts';
import type { Session } from '../../items/decidingItems.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { type DigestLine, stageOf } from './digestLine.ts';

/** Sessions that are near, and minutes that wait for this member's approval. */
export async function sessionLines(deps: Deps, asker: Asker): Promise<DigestLine[]> {
  const { sessions } = await listSessions(deps, asker);
  const lines = sessions.map(({ session }) =>
    session.state === 'closed' ? minutesLine(deps, asker, session) : comingLine(deps, session),
  );
  return (await Promise.all(lines)).flat();
}

async function minutesLine(deps: Deps, asker: Asker, session: Session): Promise<DigestLine[]> {
  const { digest: minutes } = await minutesOf(deps, session);
  const at = { sessionId: session.id, revision: session.revision, minutes };
  if (!(await isTaken(deps, (dry) => signMinutes(dry, asker, at)))) return [];
  return [{ what: 'digest.what.sign', about: session.place, dueOn: null, path: `sessions/${session.id}` }];
}

function comingLine({ procedure, clock }: Deps, session: Session): DigestLine[] {
  if (session.state !== 'convened' && session.state !== 'planned') return [];
  const { plannedFor } = session.context;
  const stage = stageOf(procedure.digest.sessionLeads, plannedFor, dayOf(clock.now().toISOString()));
  if (stage === null || stage === 'late') return [];
  const path = `sessions/${session.id}`;
  return [{ what: 'digest.what.session', about: session.place, dueOn: dayOf(plannedFor), path, stage }];
}

/** Files that wait for a rapporteur of the committee. */
export async function recommendationLines(deps: Deps, asker: Asker): Promise<DigestLine[]> {
  const agenda = await listAgenda(deps, asker);
  return agenda
    .filter(({ state }) => state === 'recommendation')
    .map(({ applicationId, organisation }) => ({
      what: 'digest.what.recommend',
      about: `${organisation} · ${applicationId}`,
      dueOn: null,
      path: `files/${applicationId}`,
    }));
}

/** Appeals that wait for this person: to be admitted or not, for their panel, or for this member of it. */
export async function appealLines(deps: Deps, asker: Asker): Promise<DigestLine[]> {
  const appeals = await listAppeals(deps, asker);
  return appeals.flatMap(({ appealId, applicationId, organisation, state, mine }) => {
    const what = appealStep(asker, state, mine);
    const about = `${organisation} · ${applicationId}`;
    return what ? [{ what, about, dueOn: null, path: `appeals/${appealId}` }] : [];
  });
}

type AppealLine = Awaited<ReturnType<typeof listAppeals>>[number];

function appealStep(asker: Asker, state: AppealLine['state'], mine: boolean) {
  if (state === 'lodged' && isChair(asker)) return 'digest.what.admit' as const;
  if (state === 'admitted') return 'digest.what.panel' as const;
  return state === 'panelFormed' && mine ? ('digest.what.judge' as const) : null;
}
