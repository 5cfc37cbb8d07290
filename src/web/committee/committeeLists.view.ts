import { type AgendaLine, listAgenda } from '../../commands/committee/views/listAgenda.ts';
import { type AppealLine, listAppeals } from '../../commands/committee/views/listAppeals.ts';
import { listSessions, type SessionList } from '../../commands/committee/views/listSessions.ts';
import type { Asker, Deps } from '../../commands/ports/ports.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { columnsIn, type List } from '../papers/list.ts';

type With = Pick<Deps, 'store' | 'clock'>;

/** The committee's agenda, as it is shown to one of its members. */
export async function agendaList(deps: With, asker: Asker, words: Translator): Promise<List<AgendaLine>> {
  const { t } = words;
  const column = columnsIn(words);
  return {
    name: 'agenda',
    title: t('staff.agenda.title'),
    asked: [],
    columns: [
      column('file', 'text', ({ applicationId }) => applicationId, 18),
      column('organisation', 'text', ({ organisation }) => organisation),
      column('commune', 'text', ({ commune }) => commune),
      column('about', 'text', (line) => aboutLabel(line, words)),
      column('state', 'text', ({ state }) => t(`staff.agenda.${state}.title`)),
      column('submitted', 'instant', ({ submittedAt }) => submittedAt),
    ],
    rows: await listAgenda(deps, asker),
  };
}

/** The committee's sessions; the files of each are counted as far as the reader may know of them. */
export async function sessionList(
  deps: With,
  asker: Asker,
  words: Translator,
): Promise<List<SessionList['sessions'][number]>> {
  const { t } = words;
  const column = columnsIn(words);
  return {
    name: 'sessions',
    title: t('sessions.title'),
    asked: [],
    columns: [
      column('when', 'instant', ({ session }) => session.context.plannedFor),
      column('where', 'text', ({ session }) => session.place),
      column('state', 'text', ({ session }) => t(`states.session.${session.state}`)),
      column('files', 'number', ({ files }) => files),
    ],
    rows: (await listSessions(deps, asker)).sessions,
  };
}

/** Appeals, those that are open first. */
export async function appealList(deps: With, asker: Asker, words: Translator): Promise<List<AppealLine>> {
  const { t } = words;
  const column = columnsIn(words);
  return {
    name: 'appeals',
    title: t('appeals.title'),
    asked: [],
    columns: [
      column('file', 'text', ({ applicationId }) => applicationId, 18),
      column('organisation', 'text', ({ organisation }) => organisation),
      column('against', 'text', ({ against }) => t(`appeals.against.${against}`)),
      column('state', 'text', ({ state }) => t(`states.appeal.${state}`)),
      column('lodged', 'instant', ({ lodgedAt }) => lodgedAt),
      column('days', 'number', ({ days }) => days),
      column('stayed', 'text', ({ stayed }) => t(stayed ? 'site.yes' : 'site.no'), 10),
    ],
    rows: await listAppeals(deps, asker),
  };
}
