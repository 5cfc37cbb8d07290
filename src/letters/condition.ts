import { requireVisible } from '../commands/common/requireVisible.ts';
import type { Condition } from '../commands/items/condition.ts';
import { isOpen } from '../commands/label/conditions/newCondition.ts';
import type { Deps } from '../commands/ports/ports.ts';
import { dayOf } from '../register/day.ts';
import { type Cause, keysOf, letter, onOneLine } from './letter.ts';
import { editors, officers } from './recipients.ts';
import { eventOf, type OfLabel, theLabel } from './subjects.ts';

/** Tells owners and editors what their label depends on and until when, once it is signed or followed from then on. */
export const conditionsOpened = letter({
  on: ['label.opened', 'label.conditionsMoved'],
  topic: null,
  about: async (deps, cause) => {
    const open = (await deps.store.conditionsOf(cause.id)).filter(isOpen);
    return open.length === 0 ? null : { ...(await theLabel(deps, cause)), open };
  },
  // Whoever moves a date later has a letter of their own for it.
  holds: ({ fact, record }) => fact === 'label.opened' || record.actor.roles.includes('system'),
  to: editors,
  path: ownPage,
  tells: ({ fact, open, ...about }) => ({
    ...named(about),
    from: fact === 'label.opened' ? ('granted' as const) : ('earlier' as const),
    conditions: open.map(({ text, context }) => ({ text: onOneLine(text), dueOn: dayOf(context.dueAt) })),
  }),
  says: ({ organisation, number, from, conditions }, { t, date }) => ({
    words: `conditionsOpened.${from}`,
    rows: { organisation, label: number },
    values: { number, count: conditions.length },
    list: conditions.map(({ text, dueOn }) => t('staff.decision.condition', { text, due: date(dueOn) })),
  }),
});

/** Tells owners and editors that an officer made their label depend on a condition, and until when they may appeal against it. */
export const conditionImposed = letter({
  on: ['label.standingSet'],
  topic: null,
  about: async (deps, cause) => {
    const { at, actor } = cause.record;
    const opened = (await deps.store.conditionsOf(cause.id)).find(({ openedAt }) => openedAt === at);
    // A decision of the committee has a letter of its own.
    if (opened === undefined || actor.roles.includes('system')) return null;
    return { ...(await theLabel(deps, cause)), condition: opened };
  },
  to: editors,
  path: ownPage,
  tells: ({ record, condition, ...about }) => {
    const { reason, appealBy } = eventOf(record, 'setStanding');
    return {
      ...named(about),
      condition: onOneLine(condition.text),
      dueAt: condition.agreedFor,
      reason: onOneLine(reason),
      appealBy: dayOf(appealBy),
    };
  },
  says: ({ organisation, number, condition, dueAt, reason, appealBy }, { date }) => ({
    rows: { organisation, label: number, condition, dueAt: date(dueAt), appealBy: date(appealBy) },
    values: { number, due: date(dueAt), until: date(appealBy) },
    list: [reason],
  }),
});

/** Reminds owners and editors of a condition that falls due, unless its proof came meanwhile or it has another day. */
export const conditionDue = letter({
  on: ['condition.dueSoon'],
  topic: null,
  about: theCondition,
  holds: ({ condition: { state, context }, data }) => state === 'open' && context.dueAt === data.dueAt,
  to: editors,
  path: ownPage,
  tells: (about) => {
    const { days, left = days, dueAt } = about.data;
    return { ...named(about), days: left, dueAt: dayOf(dueAt), condition: onOneLine(about.condition.text) };
  },
  says: ({ organisation, number, days, dueAt, condition }, { date }) => ({
    rows: { organisation, label: number, dueAt: date(dueAt) },
    values: { number, days },
    list: [condition],
  }),
});

const moves = {
  'condition.met': 'met',
  'condition.rejected': 'rejected',
  'condition.extended': 'extended',
  'condition.callRecorded': 'called',
  'condition.unmet': 'unmet',
} as const;

/** Tells owners and editors how a condition was judged, that they have more time, or that its day passed. */
export const conditionMoved = letter({
  on: keysOf(moves),
  topic: null,
  about: async (deps, cause) => {
    const about = await theCondition(deps, cause);
    const others = await deps.store.conditionsOf(about.label.id);
    return { ...about, open: others.filter(isOpen) };
  },
  to: editors,
  path: (about) => (about.open.length === 0 ? ownLabel(about) : ownPage(about)),
  tells: ({ fact, record, condition, open, ...about }) => {
    const { event } = record;
    const [next] = open.map(({ context }) => dayOf(context.dueAt)).sort();
    return {
      ...named(about),
      move: fact === 'condition.met' && next === undefined ? ('last' as const) : moves[fact],
      condition: onOneLine(condition.text),
      /** As it was when it happened. */
      dueAt: dayOf(event && 'dueAt' in event && event.dueAt ? event.dueAt : condition.context.dueAt),
      reason: onOneLine(
        event?.type === 'recordCall' ? event.text : event && 'reason' in event ? event.reason : '',
      ),
      on: event?.type === 'recordCall' ? event.on : '',
      open: open.length,
      next: next ?? '',
    };
  },
  says: ({ organisation, number, move, condition, dueAt, reason, open, next, on }, { date }) => ({
    words: `conditionMoved.${move}`,
    rows: {
      organisation,
      label: number,
      condition: move === 'unmet' ? '' : condition,
      dueAt: move === 'met' || move === 'last' || move === 'called' ? '' : date(dueAt),
    },
    values: { number, open, next: next && date(next), on: on && date(on) },
    list: move === 'unmet' ? [condition] : reason === '' ? [] : [reason],
  }),
});

const waits = { 'condition.proofSubmitted': 'proof', 'condition.unmet': 'unmet' } as const;

/** Tells the officers that the proof of a condition waits for them, or that a condition was not met in time. */
export const conditionWaits = letter({
  on: keysOf(waits),
  topic: null,
  about: theCondition,
  to: officers,
  path: ({ number }) => `files/${number}/label/conditions`,
  tells: (about) => ({
    ...named(about),
    what: waits[about.fact],
    condition: onOneLine(about.condition.text),
  }),
  says: ({ organisation, number, what, condition }) => ({
    words: `conditionWaits.${what}`,
    rows: { organisation, label: number },
    values: { number },
    list: [condition],
  }),
});

async function theCondition(deps: Deps, cause: Cause): Promise<OfLabel & { readonly condition: Condition }> {
  const condition = requireVisible(await deps.store.condition(cause.id));
  return { ...(await theLabel(deps, { ...cause, id: condition.context.labelNumber })), condition };
}

function named({ organisation, label }: Pick<OfLabel, 'organisation' | 'label'>) {
  return { organisation: organisation.name, number: label.id };
}

function ownLabel({ organisation, label }: OfLabel): string {
  return `organisations/${organisation.id}/labels/${label.id}`;
}

function ownPage(about: OfLabel): string {
  return `${ownLabel(about)}/conditions`;
}
