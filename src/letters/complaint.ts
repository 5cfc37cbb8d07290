import { requireVisible } from '../commands/common/requireVisible.ts';
import { handlersOf, outsiderOf } from '../commands/complaint/complaintHandlers.ts';
import { isStranded, openComplaints } from '../commands/complaint/followComplaints.ts';
import type { Complaint } from '../commands/items/complaint.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { conflictsWith } from '../commands/review/ties/barredFrom.ts';
import { dayOf } from '../register/day.ts';
import { type Cause, keysOf, letter, type Reader } from './letter.ts';
import { editors } from './recipients.ts';
import { eventOf } from './subjects.ts';

/** What letters to whoever complained have in common: they go to the address that was given, if any. */
const toComplainant = {
  topic: null,
  about: theComplaint,
  to: async ({ complaint: { email, language } }: OfComplaint): Promise<readonly Reader[]> =>
    email === null ? [] : [{ id: null, email, language, name: '', removedAt: null, unsubscribed: [] }],
  path: ({ complaint }: OfComplaint) => `report/${complaint.id}`,
};

/** Tells whoever complained, where they gave an address, that it arrived, and until when they have an answer. */
export const complaintAcknowledged = letter({
  ...toComplainant,
  on: ['complaint.acknowledged'],
  tells: numberAndDay,
  says: ({ complaint, dueAt }, { date }) => ({ rows: { complaint, dueAt: date(dueAt) } }),
});

/** Tells them the answer with its reasons, and until when they may contest it. */
export const complaintAnswered = letter({
  ...toComplainant,
  on: ['complaint.answered'],
  tells: ({ complaint, record }) => {
    const { outcome, contestBy } = eventOf(record, 'resolve');
    const word = complaint.words.find(({ step, at }) => step === 'resolve' && at === record.at);
    const [text, done] = [word?.text ?? '', word?.done ?? ''];
    const last = record.facts.includes('complaint.closed');
    return { complaint: complaint.id, outcome, text, done, contestBy: last ? '' : dayOf(contestBy) };
  },
  says: ({ complaint, outcome, text, done, contestBy }, { t, date }) => ({
    words: `complaintAnswered.${outcome}`,
    rows: { complaint },
    list: [text, ...(done === '' ? [] : [t('complaints.letters.done', { done })])],
    values: { contestBy: contestBy === '' ? '' : date(contestBy), last: contestBy === '' ? 'yes' : 'no' },
  }),
});

/** Tells them that what they contested is looked into by somebody else, and until when. */
export const complaintReopened = letter({
  ...toComplainant,
  on: ['complaint.contested'],
  tells: numberAndDay,
  says: ({ complaint, dueAt }, { date }) => ({ rows: { complaint, dueAt: date(dueAt) } }),
});

/** What letters about a complaint to those who work on it have in common. */
const toStaff = {
  topic: null,
  about: theComplaint,
  path: ({ id, complaint }: OfComplaint & Cause, reader: Reader) =>
    `${reader.id === complaint.context.outsider ? 'inquiries' : 'complaints'}/${id}`,
};

const waits = {
  'complaint.acknowledged': 'arrived',
  'complaint.contested': 'reopened',
  'complaint.overdue': 'overdue',
} as const;

/** Tells the officers of a complaint that nobody has yet, or that is late. */
export const complaintWaits = letter({
  ...toStaff,
  on: keysOf(waits),
  holds: ({ fact, complaint }) => isOpen(complaint) && (fact === 'complaint.overdue' || isFree(complaint)),
  to: handlers,
  tells: (about) => ({ ...numberAndDay(about), what: waits[about.fact], kind: about.complaint.kind }),
  says: ({ complaint, what, kind, dueAt }, { t, date }) => ({
    words: `complaintWaits.${what}`,
    rows: { complaint, dueAt: date(dueAt) },
    values: { kind: t(`complaints.kinds.${kind}.name`) },
  }),
});

const toHandler = { 'complaint.statementGiven': 'statement', 'complaint.dueSoon': 'dueSoon' } as const;

/** Tells whoever handles a complaint that the holder's statement came, or that the answer is due soon; all who may handle it where nobody does. */
export const complaintMoved = letter({
  ...toStaff,
  on: keysOf(toHandler),
  holds: ({ complaint }) => isOpen(complaint),
  to: async (about: OfComplaint, deps) => {
    const { handler } = about.complaint.context;
    const all = await handlers(about, deps);
    const own = all.filter(({ id }) => id === handler);
    return own.length > 0 ? own : all;
  },
  tells: (about) => ({ ...numberAndDay(about), what: toHandler[about.fact] }),
  says: ({ complaint, what, dueAt }, { date }) => ({
    words: `complaintMoved.${what}`,
    rows: { complaint, dueAt: date(dueAt) },
  }),
});

/** Tells the administrators that nobody is left who may handle a complaint: they may invite somebody from outside. */
export const complaintStranded = letter({
  topic: null,
  about: theComplaint,
  on: ['complaint.stranded', 'complaint.overdue'],
  to: async (about: OfComplaint, deps) => {
    if (!(await isStranded(deps, about.complaint))) return [];
    const { organisationId } = about.complaint.context;
    const administrators = await deps.store.peopleWith('administrator');
    const conflicts = organisationId === null ? () => false : await conflictsWith(deps, organisationId);
    return administrators.filter((person) => !conflicts(person));
  },
  path: ({ id }: Cause) => `inquiries/${id}/outsider`,
  tells: numberAndDay,
  says: ({ complaint, dueAt }, { date }) => ({ rows: { complaint, dueAt: date(dueAt) } }),
});

/** Invites somebody from outside to handle one complaint. */
export const complaintInvitation = letter({
  topic: null,
  about: theComplaint,
  on: ['complaint.outsiderNamed'],
  holds: ({ complaint }) => isOpen(complaint),
  to: async ({ complaint }: OfComplaint, deps) => {
    const outsider = await outsiderOf(deps, complaint);
    return outsider ? [outsider] : [];
  },
  path: ({ id }: Cause) => `inquiries/${id}`,
  tells: numberAndDay,
  says: ({ complaint, dueAt }, { date }) => ({ rows: { complaint, dueAt: date(dueAt) } }),
});

/** What letters to a holder about a complaint have in common: they never say who complained, nor in which words. */
const toHolder = {
  topic: null,
  about: theHeldLabel,
  to: editors,
  path: ({ complaint, organisation, label }: OfHolder) =>
    `organisations/${organisation.id}/labels/${label}/statements/${complaint.id}`,
};

/** Asks the holder of a label for a statement on a complaint. */
export const statementAsked = letter({
  ...toHolder,
  on: ['complaint.statementAsked'],
  tells: ({ organisation, label, record }) => ({
    organisation: organisation.name,
    label,
    dueAt: dayOf(eventOf(record, 'askHolder').dueAt),
  }),
  says: ({ organisation, label, dueAt }, { date }) => ({ rows: { organisation, label, dueAt: date(dueAt) } }),
});

/** Tells a holder who was asked how the complaint ended. */
export const complaintSettled = letter({
  ...toHolder,
  on: ['complaint.answered'],
  holds: ({ complaint }) => complaint.words.some(({ step }) => step === 'askHolder'),
  tells: ({ organisation, label, record }) => ({
    organisation: organisation.name,
    label,
    outcome: eventOf(record, 'resolve').outcome,
  }),
  says: ({ organisation, label, outcome }) => ({
    words: `complaintSettled.${outcome}`,
    rows: { organisation, label },
  }),
});

type OfComplaint = Awaited<ReturnType<typeof theComplaint>>;
type OfHolder = NonNullable<Awaited<ReturnType<typeof theHeldLabel>>>;

async function theComplaint({ store }: Deps, { id }: Cause) {
  return { complaint: requireVisible(await store.complaint(id)) };
}

async function theHeldLabel(deps: Deps, cause: Cause) {
  const { complaint } = await theComplaint(deps, cause);
  const { organisationId, labelNumber } = complaint.context;
  const organisation = organisationId === null ? null : await deps.store.organisation(organisationId);
  return organisation && labelNumber !== null ? { complaint, organisation, label: labelNumber } : null;
}

function numberAndDay({ complaint: { id, context } }: OfComplaint) {
  return { complaint: id, dueAt: dayOf(context.dueAt) };
}

function isOpen({ state }: Complaint): boolean {
  return openComplaints.some((open) => open === state);
}

function isFree({ context }: Complaint): boolean {
  return context.handler === null;
}

/** Those who may handle it. */
function handlers({ complaint }: OfComplaint, deps: Deps) {
  return handlersOf(deps, complaint);
}
