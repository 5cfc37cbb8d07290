import { dayOf } from '../register/day.ts';
import { letter } from './letter.ts';
import { officers, toOfficers, toWriters } from './recipients.ts';
import { eventOf, nameAndNumber } from './subjects.ts';

/** Tells those who write in it what the secretariat asks, and until when they may answer. */
export const informationRequested = letter({
  ...toWriters,
  on: ['application.informationRequested'],
  path: ({ number }) => `applications/${number}/information`,
  tells: (file) => {
    const { dueAt, items } = eventOf(file.record, 'requestInformation');
    // A letter is one text: a question written on several lines stands there on one.
    const questions = items.map((question) => question.replaceAll(/\s+/g, ' '));
    return { ...nameAndNumber(file), dueAt: dayOf(dueAt), questions };
  },
  says: ({ organisation, number, dueAt, questions }, { date }) => ({
    rows: { organisation, number, dueAt: date(dueAt) },
    values: { count: questions.length },
    list: questions,
  }),
});

/** Reminds those who write in it of what the secretariat asked, unless they have answered meanwhile. */
export const answerDue = letter({
  ...toWriters,
  on: ['application.answerDueSoon'],
  holds: ({ application: { state, context }, data }) =>
    state === 'informationRequested' && context.dueAt === data.dueAt,
  path: ({ number }) => `applications/${number}/information`,
  tells: (file) => {
    const { dueAt, days, left = days } = file.data;
    // Working days.
    return { ...nameAndNumber(file), dueAt: dayOf(dueAt), days: left };
  },
  says: ({ organisation, number, dueAt, days }, { date }) => ({
    rows: { organisation, number, dueAt: date(dueAt) },
    values: { days },
  }),
});

/** Tells the officer who asked that the answers are there; the other officers when that one has left or may not see the file. */
export const informationAnswered = letter({
  ...toOfficers,
  on: ['application.answered'],
  to: async (file, deps) => {
    const asked = file.earlier.findLast(({ event }) => event?.type === 'requestInformation');
    const all = await officers(file, deps);
    const whoAsked = all.filter(({ id }) => id === asked?.actor.id);
    return whoAsked.length > 0 ? whoAsked : all;
  },
});
