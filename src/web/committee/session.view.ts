import { personName } from '../../../templates/staffWords.ts';
import type { SessionView } from '../../commands/committee/views/viewSession.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { shownAt } from '../../register/day.ts';
import { mayOf } from '../views/staffWords.view.ts';
import { minutesDraft } from './minutesDraft.view.ts';

export type SessionPage = ReturnType<typeof sessionPage>;

/** One session of the committee, with what this person can do now; `isMember` is whether the person is of the committee. */
export function sessionPage(view: SessionView, isMember: boolean, words: Translator) {
  const { language } = words;
  const { session, members, blockers } = view;
  const { context, place } = session;
  const { day, time } = shownAt(context.plannedFor);
  // Once something was added, the rest is not what follows any more.
  const isFirst = session.remarks.length === 0 && mayOf(blockers).revise;
  const remarks = isFirst && view.minutes ? minutesDraft(view.minutes.files, words) : '';
  return {
    ...view,
    files: view.files.map((one) => ({ ...one, about: aboutLabel(one.file.context, words) })),
    minutes: view.minutes && {
      ...view.minutes,
      files: view.minutes.files.map((one) => ({ ...one, about: aboutLabel(one, words) })),
    },
    isMember,
    href: `/${language}/sessions/${session.id}`,
    members: members.map((person) => ({
      id: person.id,
      name: personName(person),
      here: context.present.includes(person.id),
      chairs: context.chair === person.id,
    })),
    may: mayOf(blockers),
    values: { day, time, place, ...(remarks !== '' && { remarks }) },
  };
}
