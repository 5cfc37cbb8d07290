import type { SessionFile, SessionView } from '../../commands/committee/views/viewSession.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { shownAt } from '../../register/day.ts';
import { mayOf, personName } from '../views/staffWords.view.ts';
import { minutesView } from './sessionMinutes.view.ts';

export type SessionPage = ReturnType<typeof sessionPage>;

/** One session of the committee, with what this person can do now; `sits` is whether the person is of the committee. */
export function sessionPage(view: SessionView, sits: boolean, words: Translator) {
  const { session, members, files, waiting, blockers } = view;
  const { context, place } = session;
  const { day, time } = shownAt(context.plannedFor);
  return {
    session,
    href: `/${words.language}/sessions/${session.id}`,
    files: files.map((file) => fileLine(file, sits, words)),
    /** Files that could be put on the agenda. */
    waiting,
    members: members.map((person) => ({
      id: person.id,
      name: personName(person),
      here: context.present.includes(person.id),
      chairs: context.chair === person.id,
    })),
    presides: view.presides,
    may: mayOf(blockers),
    values: { day, time, place },
    minutes: minutesView(view, words),
  };
}

function fileLine({ recused, ...line }: SessionFile, sits: boolean, words: Translator) {
  const { file } = line;
  return {
    ...line,
    /** Where the committee reads and decides it; empty for who does not sit. */
    href: sits && file.state !== 'recommendation' ? `/${words.language}/committee/${file.id}` : '',
    recused: recused.map(({ person, reason }) =>
      reason === '' ? personName(person) : `${personName(person)} (${reason})`,
    ),
  };
}
