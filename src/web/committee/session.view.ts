import type { SessionFile, SessionView } from '../../commands/committee/views/viewSession.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { shownAt } from '../../register/day.ts';
import { dotted, mayOf, personName } from '../views/staffWords.view.ts';
import { minutesView } from './sessionMinutes.view.ts';
import { agendaChoices, sessionTitle, toneOf } from './sessions.view.ts';

export type SessionPage = ReturnType<typeof sessionPage>;

/** One session of the committee, with what this person can do now; `sits` is whether the person is of the committee. */
export function sessionPage(view: SessionView, sits: boolean, words: Translator) {
  const { session, members, files, waiting, blockers } = view;
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
    openedAt,
    closedAt,
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
    may: mayOf(blockers),
    choices: [...agendaChoices(files, true), ...agendaChoices(waiting, false)],
    values: { day, time, place },
    minutes: minutesView(view, words),
  };
}

const tones = { decided: 'leaf', voting: 'sun', deferred: '', waiting: '' } as const;

function fileLine(
  { file, name, result, voters, voted, recused }: SessionFile,
  sits: boolean,
  words: Translator,
) {
  const state = result ?? (voters > 0 ? 'voting' : 'waiting');
  return {
    id: file.id,
    /** Where the committee reads and decides it; empty for who does not sit. */
    href: sits && file.state !== 'recommendation' ? `/${words.language}/committee/${file.id}` : '',
    name: name.name,
    line: dotted(file.id, name.commune),
    state: words.t(`sessions.file.${state}`, { voted, voters }),
    tone: tones[state],
    recused: recused.map(({ person, reason }) =>
      reason === '' ? personName(person) : `${personName(person)} (${reason})`,
    ),
  };
}
