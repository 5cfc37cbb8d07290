import { LabelError } from '../../../errors.ts';
import { isChair, isOfficer, sitsOrServes } from '../../../policies/who.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { waitingFiles } from '../session/waitingFiles.ts';

const ahead = ['planned', 'convened', 'open', 'closed'] as const;
const behind = ['minutesApproved', 'cancelled'] as const;
const many = 200;
const last = 20;

export type SessionList = Awaited<ReturnType<typeof listSessions>>;

/** Sessions for members and officers; the files of each are counted as far as this person may know of them. */
export async function listSessions(deps: Pick<Deps, 'store'>, asker: Asker) {
  if (!sitsOrServes(asker)) throw new LabelError('forbidden');
  const { store } = deps;
  const [coming, over, waiting] = await Promise.all([
    store.sessionsIn(ahead, many),
    store.sessionsIn(behind, last),
    waitingFiles(deps),
  ]);
  const sessions = [...coming.reverse(), ...over];
  const ids = new Set(sessions.flatMap(({ context }) => context.agenda));
  const visible = new Set((await store.applications([...ids])).map(({ id }) => id));
  const names = await store.frozenNames(waiting);
  const taken = new Set(coming.flatMap(({ state, context }) => (state === 'closed' ? [] : context.agenda)));
  return {
    /** Those that are not over, the next one first, then the last ones. */
    sessions: sessions.map((session) => ({
      session,
      files: session.context.agenda.filter((id) => visible.has(id)).length,
    })),
    waiting: waiting
      .filter(({ id }) => !taken.has(id))
      .map((file) => ({ file, name: requireVisible(names.get(file.id)) })),
    mayPlan: isOfficer(asker) || isChair(asker),
  };
}
