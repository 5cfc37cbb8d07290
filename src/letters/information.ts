import { dayOf } from '../register/day.ts';
import { letter, onOneLine } from './letter.ts';
import { officers, owners, toOfficers, toWriters, writers } from './recipients.ts';
import { eventOf, fileRows, nameAndNumber, theFile } from './subjects.ts';

/** Tells those who write in it what the secretariat asks, and until when they may answer. */
export const informationRequested = letter({
  ...toWriters,
  on: ['application.informationRequested'],
  path: ({ number }) => `applications/${number}/information`,
  tells: (file) => {
    const { dueAt, items } = eventOf(file.record, 'requestInformation');
    return { ...nameAndNumber(file), dueAt: dayOf(dueAt), questions: items.map(onOneLine) };
  },
  says: ({ organisation, number, dueAt, questions }, { date }) => ({
    rows: { organisation, number, dueAt: date(dueAt) },
    values: { count: questions.length },
    list: questions,
  }),
});

/** What a file waits for in the states of which its people are reminded, and on which page below it that is done. */
const awaited = {
  informationRequested: { what: 'answer', page: '/information' },
  correction: { what: 'correction', page: '/findings' },
  agreement: { what: 'signature', page: '' },
  draft: { what: 'reconsideration', page: '' },
} as const;

function awaitedOf({ application: { state } }: Awaited<ReturnType<typeof theFile>>) {
  return state in awaited ? awaited[state as keyof typeof awaited] : null;
}

/** Reminds those who act in it of what a file waits for, unless it came meanwhile or has another day. */
export const answerDue = letter({
  on: ['application.answerDueSoon'],
  topic: null,
  about: theFile,
  holds: (file) => awaitedOf(file) !== null && file.application.context.dueAt === file.data.dueAt,
  to: async (file, deps) => (file.application.state === 'agreement' ? owners : writers)(file, deps),
  path: (file) => `applications/${file.number}${awaitedOf(file)?.page ?? ''}`,
  tells: (file) => {
    const { dueAt, days, left = days } = file.data;
    const what = awaitedOf(file)?.what ?? 'answer';
    // Working days.
    return { ...nameAndNumber(file), what, dueAt: dayOf(dueAt), days: left };
  },
  says: ({ what, days, dueAt, ...file }, words) => ({
    words: `answerDue.${what}`,
    rows: { ...fileRows(file, words).rows, dueAt: words.date(dueAt) },
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
