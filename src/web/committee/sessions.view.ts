import type { SessionList } from '../../commands/committee/views/listSessions.ts';
import type { Session } from '../../commands/items/decidingItems.ts';
import type { Translator } from '../../i18n/i18n.ts';

/** A file that can be put on an agenda, as a box of a form. */
export interface AgendaChoice {
  readonly id: string;
  readonly text: string;
  readonly checked: boolean;
}

/** The committee's sessions, and the form for a new one. */
export interface SessionsView {
  readonly lines: readonly {
    readonly href: string;
    readonly title: string;
    readonly line: string;
    readonly state: string;
    readonly tone: '' | 'sun' | 'leaf';
  }[];
  readonly mayPlan: boolean;
  readonly choices: readonly AgendaChoice[];
}

/** The view of the sessions: the next one first, then those that are over. */
export function sessionsView({ sessions, waiting, mayPlan }: SessionList, words: Translator): SessionsView {
  return {
    lines: sessions.map(({ session, files }) => ({
      href: `/${words.language}/sessions/${session.id}`,
      title: sessionTitle(session, words),
      line: [session.place, words.t('sessions.files', { count: files })].join(' · '),
      state: words.t(`states.session.${session.state}`),
      tone: toneOf(session.state),
    })),
    mayPlan,
    choices: waiting.map(({ file, name }) => ({
      id: file.id,
      text: `${name.name} · ${file.id}`,
      checked: true,
    })),
  };
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
