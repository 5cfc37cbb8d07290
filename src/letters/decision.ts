import { requireVisible } from '../commands/common/requireVisible.ts';
import { announcedDecisions } from '../commands/file/announcedDecisions.ts';
import { dayOf } from '../register/day.ts';
import { letter } from './letter.ts';
import { toOwners } from './recipients.ts';
import { nameAndNumber } from './subjects.ts';

/** Tells the owners that their decision is there, and until when they may sign or appeal; the reasons and the letter stay behind the sign-in. */
export const decisionAnnounced = letter({
  ...toOwners,
  on: ['application.declaredIneligible', 'application.granted', 'application.refused'],
  path: ({ number }) => `applications/${number}`,
  tells: (file) => {
    const decisions = announcedDecisions([...file.earlier, file.record]);
    const { outcome, dueAt } = requireVisible(decisions.find(({ recordId }) => recordId === file.record.id));
    return { ...nameAndNumber(file), outcome, dueAt: dayOf(dueAt) };
  },
  says: ({ organisation, number, outcome, dueAt }, { date }) => ({
    words: `decisionAnnounced.${outcome}`,
    rows: { organisation, number, dueAt: date(dueAt) },
  }),
});
