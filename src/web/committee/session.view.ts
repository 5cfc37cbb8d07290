import { personName } from '../../../templates/staffWords.ts';
import type { SessionView } from '../../commands/committee/views/viewSession.ts';
import { aboutLabel } from '../../i18n/aboutLabel.ts';
import type { Translator } from '../../i18n/i18n.ts';
import { shownAt } from '../../register/day.ts';
import { mayOf } from '../views/staffWords.view.ts';
import { additionField, minutesDraft } from './minutesDraft.view.ts';

export type SessionPage = ReturnType<typeof sessionPage>;

/** One session of the committee, with what this person can do now; `isMember` is whether the person is of the committee. */
export function sessionPage(view: SessionView, isMember: boolean, words: Translator) {
  const { language } = words;
  const { session, members, blockers } = view;
  const { context, place } = session;
  const { day, time } = shownAt(context.plannedFor);
  const may = mayOf(blockers);
  // Once something was added, the rest is not what follows any more.
  const isFirst = session.remarks.length === 0 && (may.revise || may.draft);
  const draft = isFirst || view.minutes?.draft ? minutesDraft(view, words) : null;
  const additions = (draft?.additions ?? []).map(({ applicationId, text }) => [
    `${additionField}${applicationId}`,
    text,
  ]);
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
      excused: context.excused.includes(person.id),
    })),
    may,
    values: {
      ...{ day, time, place },
      ...(draft && { remarks: draft.remarks }),
      ...Object.fromEntries(additions),
    },
  };
}
