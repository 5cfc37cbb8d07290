import type { Label } from '../commands/items/items.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { addDays, dayOf } from '../register/day.ts';
import type { DomainEvent } from '../workflow/domainEvents.ts';
import type { JournalRecord } from '../workflow/record.ts';
import { type Cause, keysOf, letter, paragraphsOf } from './letter.ts';
import { editors, officers, servingOn } from './recipients.ts';
import { eventOf, theLabel } from './subjects.ts';

const steps = {
  'label.suspensionProposed': 'suspensionProposed',
  'label.withdrawalProposed': 'withdrawalProposed',
  'label.hearingExtended': 'hearingExtended',
  'label.repairExtended': 'repairExtended',
  'label.callRecorded': 'callRecorded',
  'label.proposalDropped': 'proposalDropped',
  'label.suspended': 'suspended',
  'label.suspensionConfirmed': 'suspensionConfirmed',
  'label.suspensionOverdue': 'suspensionOverdue',
  'label.restored': 'restored',
  'label.withdrawalDeferred': 'withdrawalDeferred',
  'label.withdrawn': 'withdrawn',
  'label.kept': 'kept',
  'label.scopeRevised': 'scopeRevised',
  'label.noticeGiven': 'noticeGiven',
  'label.noticeTakenBack': 'noticeTakenBack',
  'label.noticeConfirmed': 'noticeConfirmed',
  'label.noticeObjected': 'noticeObjected',
  'label.noticeDropped': 'noticeDropped',
  'label.terminated': 'terminated',
} as const;
const onNoticePage: readonly DomainEvent[] = [
  'label.noticeGiven',
  'label.noticeTakenBack',
  'label.noticeConfirmed',
  'label.noticeObjected',
  'label.noticeDropped',
];

/** Tells owners and editors what is proposed, decided or announced on their label, and what they can do until when; every word of it is on the page. */
export const labelSanction = letter({
  on: keysOf(steps),
  topic: null,
  about: async (deps, cause) => ({ ...(await theLabel(deps, cause)), removeBy: removalDay(deps, cause) }),
  to: editors,
  path: ({ fact, label, organisation }) => {
    const page = onNoticePage.includes(fact) ? 'notice' : 'hearing';
    return `organisations/${organisation.id}/labels/${label.id}/${page}`;
  },
  tells: ({ fact, label, organisation, record, earlier, removeBy }) => ({
    organisation: organisation.name,
    number: label.id,
    step: stepOf(steps[fact], record, label),
    removeBy,
    code: codeOf(fact, record, earlier),
    why: paragraphsOf(saidIn(record)),
    calledOn: record.event?.type === 'recordCall' ? record.event.on : '',
    ...daysOf(record),
  }),
  says: (
    { organisation, number, step, code, why, dueAt, answerBy, appealBy, removeBy, calledOn },
    { t, date },
  ) => ({
    words: `labelSanction.${step}`,
    rows: {
      organisation,
      label: number,
      cause: code === null ? '' : t(`sanctions.codes.${code}`),
      answerBy: answerBy === null ? '' : date(answerBy),
      dueAt: dueAt === null ? '' : date(dueAt),
      appealBy: appealBy === null ? '' : date(appealBy),
    },
    values: {
      number,
      due: date(dueAt ?? removeBy),
      removeBy: date(removeBy),
      on: calledOn && date(calledOn),
    },
    quote: why,
  }),
});

/** A label that was suspended at once says that its holder is heard afterwards; one whose period was over, that it ends. */
function stepOf<Step extends string>(step: Step, { event, facts }: JournalRecord, { history }: Label) {
  if (facts.includes('label.proceedingsEnded')) return 'terminatedInProceedings' as const;
  if (event?.type !== 'suspend') return step;
  const before = history.findLast(({ at }) => at < event.at);
  if (before?.state === 'extended') return 'suspendedExtended' as const;
  return event.urgent ? ('suspendedAtOnce' as const) : step;
}

function saidIn({ event }: JournalRecord): string {
  if (event?.type === 'recordCall') return event.text;
  return event && 'reason' in event ? event.reason : '';
}

/** Where the code stands of a step that names none itself. */
const grounds: Partial<Record<keyof typeof steps, readonly string[]>> = {
  'label.hearingExtended': ['proposeSuspension', 'proposeWithdrawal', 'suspend'],
  'label.repairExtended': ['suspend'],
  'label.callRecorded': ['proposeSuspension', 'proposeWithdrawal', 'suspend'],
  'label.proposalDropped': ['proposeSuspension', 'proposeWithdrawal'],
  'label.suspensionConfirmed': ['suspend'],
  'label.suspensionOverdue': ['suspend'],
  'label.restored': ['suspend'],
  'label.withdrawalDeferred': ['proposeWithdrawal'],
  'label.withdrawn': ['proposeWithdrawal'],
  'label.kept': ['proposeWithdrawal'],
};

/** For what a step was taken: its own code, or that of the proceedings that it belongs to. */
function codeOf(fact: keyof typeof steps, { event }: JournalRecord, earlier: readonly JournalRecord[]) {
  const opening = earlier.findLast((line) => grounds[fact]?.includes(line.event?.type ?? ''))?.event;
  const named = event && 'code' in event ? event : opening;
  return named && 'code' in named ? named.code : null;
}

/** Days that an event names: until when something is to be done, until when the holder is heard, and until when it can be contested. */
function daysOf({ event }: JournalRecord) {
  if (event === null) return { dueAt: null, answerBy: null, appealBy: null };
  const due = 'dueAt' in event ? event.dueAt : null;
  return {
    answerBy: event.type === 'suspend' && event.hearingUntil ? dayOf(event.hearingUntil) : null,
    dueAt: event.type === 'giveNotice' || event.type === 'confirmNotice' ? event.on : due && dayOf(due),
    appealBy: 'appealBy' in event ? dayOf(event.appealBy) : null,
  };
}

/** By when the mark is to have left the holder's media. */
function removalDay({ procedure }: Deps, { record }: Cause) {
  return addDays(dayOf(record.at), procedure.surveillance.markDays);
}

const dues = { 'label.hearingDueSoon': 'hearing', 'label.repairDueSoon': 'repair' } as const;

/** Reminds owners and editors of the last day to be heard, or to put right what their label is suspended for, unless that is done. */
export const sanctionDue = letter({
  on: keysOf(dues),
  topic: null,
  about: theLabel,
  holds: ({ fact, label: { state, context }, data }) =>
    fact === 'label.hearingDueSoon'
      ? context.hearing?.dueAt === data.dueAt && !context.hearing.answered
      : state === 'suspended' && context.dueAt === data.dueAt,
  to: editors,
  path: ({ label, organisation }) => `organisations/${organisation.id}/labels/${label.id}/hearing`,
  tells: ({ fact, label, organisation, data: { days, left = days, dueAt } }) => ({
    ...{ organisation: organisation.name, number: label.id },
    ...{ what: dues[fact], days: left, dueAt: dayOf(dueAt) },
  }),
  says: ({ organisation, number, what, days, dueAt }, { date }) => ({
    words: `sanctionDue.${what}`,
    rows: { organisation, label: number, dueAt: date(dueAt) },
    values: { number, days },
  }),
});

const waits = {
  'label.hearingAnswered': 'hearingAnswered',
  'label.suspensionOverdue': 'suspensionOverdue',
  'label.noticeGiven': 'noticeGiven',
  'label.noticeObjected': 'noticeObjected',
} as const;

/** Tells officers that something on a label waits for them. */
export const labelWaits = letter({
  on: keysOf(waits),
  topic: null,
  about: theLabel,
  to: officers,
  path: ({ number }) => `files/${number}/label/sanctions`,
  tells: ({ fact, label, organisation }) => ({
    organisation: organisation.name,
    number: label.id,
    what: waits[fact],
  }),
  says: ({ organisation, number, what }) => ({
    words: `labelWaits.${what}`,
    rows: { organisation, label: number },
    values: { number },
  }),
});

/** Tells the other officers that a notice was recorded, which one of them confirms. */
export const noticeRecorded = letter({
  on: ['label.noticeRecorded'],
  topic: null,
  about: theLabel,
  to: async (about, deps) => {
    const serving = await servingOn(about, deps, await deps.store.peopleWith('officer'));
    return serving.filter(({ id }) => id !== about.record.actor.id);
  },
  path: ({ number }) => `files/${number}/label/sanctions`,
  tells: ({ label, organisation, record }) => ({
    organisation: organisation.name,
    number: label.id,
    on: eventOf(record, 'recordNotice').on,
  }),
  says: ({ organisation, number, on }, { date }) => ({
    rows: { organisation, label: number },
    values: { organisation, number, due: date(on) },
  }),
});
