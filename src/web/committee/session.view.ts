import type { SessionAction } from '../../commands/committee/session/sessionRefusals.ts';
import type { SessionFile, SessionView } from '../../commands/committee/views/viewSession.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { shownAt } from '../../register/day.ts';
import { personName } from '../views/staffWords.view.ts';
import { type MinutesView, minutesView } from './sessionMinutes.view.ts';
import { type AgendaChoice, sessionTitle, toneOf } from './sessions.view.ts';

interface FileLine {
  readonly id: string;
  /** Where the committee reads and decides it; empty for who does not sit. */
  readonly href: string;
  readonly name: string;
  readonly line: string;
  readonly state: string;
  readonly tone: '' | 'sun' | 'leaf';
  readonly recused: readonly string[];
}

/** One session of the committee, with what this person can do now. */
export interface SessionPage {
  readonly id: string;
  readonly href: string;
  readonly revision: number;
  readonly title: string;
  readonly place: string;
  readonly state: string;
  readonly tone: '' | 'sun' | 'leaf';
  /** When it opened and closed, as far as it did. */
  readonly times: readonly string[];
  readonly quorum: string;
  readonly files: readonly FileLine[];
  readonly members: readonly {
    readonly id: string;
    readonly name: string;
    readonly here: boolean;
    readonly chairs: boolean;
  }[];
  readonly room: boolean;
  readonly presides: boolean;
  readonly may: Readonly<Record<SessionAction, boolean>>;
  readonly choices: readonly AgendaChoice[];
  readonly values: Readonly<Record<string, string>>;
  readonly minutes: MinutesView | null;
}

/** The view of a session; `sits` is whether the person is of the committee. */
export function sessionPage(view: SessionView, sits: boolean, words: Translator): SessionPage {
  const { session, members, files, waiting, against } = view;
  const { context, openedAt, closedAt, place } = session;
  const href = `/${words.language}/sessions/${session.id}`;
  const { day, time } = shownAt(context.plannedFor);
  return {
    id: session.id,
    href,
    revision: session.revision,
    title: sessionTitle(session, words),
    place,
    state: words.t(`states.session.${session.state}`),
    tone: toneOf(session.state),
    times: [
      ...(openedAt ? [words.t('sessions.openedAt', { time: words.time(openedAt) })] : []),
      ...(closedAt ? [words.t('sessions.closedAt', { time: words.time(closedAt) })] : []),
    ],
    quorum: words.t('sessions.quorum', { count: context.quorum }),
    files: files.map((file) => fileLine(file, sits, words)),
    members: members.map((person) => ({
      id: person.id,
      name: personName(person),
      here: context.present.includes(person.id),
      chairs: context.chair === person.id,
    })),
    room: session.state === 'open',
    presides: view.presides,
    may: Object.fromEntries(
      Object.entries(against).map(([action, reasons]) => [action, reasons.length === 0]),
    ) as SessionPage['may'],
    choices: [
      ...files.map(({ file, name }) => ({ id: file.id, text: `${name.name} · ${file.id}`, checked: true })),
      ...waiting.map(({ file, name }) => ({
        id: file.id,
        text: `${name.name} · ${file.id}`,
        checked: false,
      })),
    ],
    values: { day, time, place },
    minutes: minutesView(view, `${href}/minutes.pdf`, words),
  };
}

function fileLine(
  { file, name, result, voters, voted, recused }: SessionFile,
  sits: boolean,
  words: Translator,
) {
  const state = result ?? (voters > 0 ? 'voting' : 'waiting');
  return {
    id: file.id,
    href: sits && file.state !== 'recommendation' ? `/${words.language}/committee/${file.id}` : '',
    name: name.name,
    line: [file.id, name.commune].join(' · '),
    state: words.t(`sessions.file.${state}`, { voted, voters }),
    tone: result === 'decided' ? ('leaf' as const) : state === 'voting' ? ('sun' as const) : ('' as const),
    recused: recused.map(({ person, reason }) =>
      reason === '' ? personName(person) : `${personName(person)} (${reason})`,
    ),
  };
}
