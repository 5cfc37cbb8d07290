import type { SessionList } from '../../commands/committee/views/listSessions.ts';
import type { Session } from '../../commands/items/decidingItems.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { dotted } from '../views/staffWords.view.ts';

export type SessionsView = ReturnType<typeof sessionsView>;
export type AgendaChoice = ReturnType<typeof agendaChoices>[number];

/** The committee's sessions, the next one first, then those that are over; and the form for a new one. */
export function sessionsView({ sessions, waiting, mayPlan }: SessionList, words: Translator) {
  return {
    lines: sessions.map(({ session, files }) => ({
      id: session.id,
      title: sessionTitle(session, words),
      line: dotted(session.place, words.t('sessions.files', { count: files })),
      state: words.t(`states.session.${session.state}`),
      tone: toneOf(session.state),
    })),
    mayPlan,
    choices: agendaChoices(waiting, true),
  };
}

/** Files that can be put on an agenda, as boxes of a form. */
export function agendaChoices(files: SessionList['waiting'], checked: boolean) {
  return files.map(({ file, name }) => ({ id: file.id, text: `${name.name} · ${file.id}`, checked }));
}

/** What a session is called: its day and time. */
export function sessionTitle({ context }: Session, words: Translator): string {
  return words.t('sessions.at', { time: words.time(context.plannedFor) });
}

/** The colour of a state: sun where something is asked of someone, leaf where all is done. */
export function toneOf(state: Session['state']): '' | 'sun' | 'leaf' {
  if (state === 'open' || state === 'closed') return 'sun';
  return state === 'minutesApproved' ? 'leaf' : '';
}
