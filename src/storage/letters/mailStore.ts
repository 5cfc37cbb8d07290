import type { Connection, mongo } from 'mongoose';
import { type LetterState, letterStates } from '../../commands/items/mailLog.ts';
import type {
  Counted,
  MailPlace,
  MailQuery,
  MailReading,
  ReturnedMail,
} from '../../commands/ports/mailPorts.ts';
import { groupBy } from '../../groupBy.ts';
import { instantsOf } from '../../register/day.ts';
import { findRows } from '../database/database.ts';
import type { Visible } from '../database/visible.ts';
import { type LetterRow, letterOf } from './storedLetter.ts';

/** Beyond which letters are not counted. */
const maxCount = 1000;
const byTime = { queuedAt: -1, _id: -1 } as const;
/** States that say whether an address takes letters. */
const told = { $in: ['sent', 'refused', 'bounced'] satisfies LetterState[] };

type Row = LetterRow & { readonly id: string };

/** The mail log as a view shows it. */
export function mailStore(connection: Connection, visible: Visible): MailReading {
  const rows = (filter: object, options: mongo.FindOptions) =>
    findRows<Row>(connection, 'sentLetters', { $and: [filter, ...visible('sentLetters')] }, options);
  const count = async (filter: object, hint: mongo.Hint): Promise<Counted> => {
    const inView = { $and: [filter, ...visible('sentLetters')] };
    const found = await connection
      .collection('sentLetters')
      .countDocuments(inView, { limit: maxCount + 1, hint });
    return { count: Math.min(found, maxCount), more: found > maxCount };
  };
  return {
    loggedLetters: async (query, limit, before) => {
      const found = await rows(
        { $and: [filterOf(query), ...(before ? [earlierThan(before)] : [])] },
        { sort: byTime, limit, hint: indexFor(query) },
      );
      return found.map(letterOf);
    },
    loggedLetter: async (id) => {
      const [found] = await rows({ _id: id, queuedAt: { $gt: '' } }, { limit: 1 });
      return found ? letterOf(found) : null;
    },
    countLetters: async (query) => {
      const counted = letterStates.map(async (state) => {
        const one = { ...query, state };
        return [state, await count(filterOf(one), indexFor(one))] as const;
      });
      return Object.fromEntries(await Promise.all(counted)) as Record<LetterState, Counted>;
    },
    lastSent: async () => {
      const [last] = await rows({ state: 'sent' }, { sort: { changedAt: -1 }, limit: 1, hint: byState });
      return last?.changedAt ?? null;
    },
    lastTries: async (limit) => {
      const newest = letterStates.map((state) =>
        rows(
          { state, 'events.0': { $exists: true } },
          { sort: { changedAt: -1 }, limit: newestTries, hint: byState },
        ),
      );
      const tried = (await Promise.all(newest)).flat();
      tried.sort((a, b) => Date.parse(b.changedAt) - Date.parse(a.changedAt));
      const byReader = [...groupBy(tried, ({ to }) => to).values()].slice(0, limit);
      return byReader.flatMap(([last]) => last?.events.slice(-1) ?? []);
    },
    countSince: (state, instant) => count({ state, changedAt: { $gt: instant } }, byState),
    returnedMail: async (addresses) => {
      const newest = await Promise.all(
        [...new Set(addresses)].map(async (to) => {
          const [last] = await findRows<Row>(
            connection,
            'sentLetters',
            { to, state: told },
            { sort: { changedAt: -1 }, limit: 1, hint: byAddress },
          );
          return [to, last] as const;
        }),
      );
      return new Map(newest.flatMap(([to, last]) => (isReturned(last) ? [[to, returnOf(last)]] : [])));
    },
  };
}

/** Letters of each state among which the last tries are looked for: one address may have got several. */
const newestTries = 20;
const byState = { state: 1, changedAt: -1 } as const;
const byAddress = { to: 1, changedAt: -1 } as const;

function isReturned(row: Row | undefined): row is Row & { readonly state: ReturnedMail['state'] } {
  return row?.state === 'refused' || row?.state === 'bounced';
}

function returnOf({ changedAt, state, status }: Row & { readonly state: ReturnedMail['state'] }) {
  return { at: changedAt, state, status };
}

/** The index that gives letters in the order of time, so that a page costs a page. */
function indexFor({ file, people, to, fact, state }: MailQuery): mongo.Hint {
  if (file !== undefined) return { applicationId: 1, ...byTime };
  if (people !== undefined) return { personId: 1, ...byTime };
  if (to !== undefined) return { to: 1, ...byTime };
  if (fact !== undefined) return { fact: 1, ...(state !== undefined && { state: 1 }), ...byTime };
  return state === undefined ? byTime : { state: 1, ...byTime };
}

function filterOf({ file, people, to, fact, state, day }: MailQuery): object {
  const [from, until] = day === undefined ? [] : instantsOf(day);
  return {
    ...(file !== undefined && { applicationId: file }),
    ...(people !== undefined && { personId: { $in: [...people] } }),
    ...(to !== undefined && { to }),
    ...(fact !== undefined && { fact }),
    ...(state !== undefined && { state }),
    queuedAt: from !== undefined && until !== undefined ? { $gte: from, $lt: until } : { $gt: '' },
  };
}

/** Of letters of one instant, those with a smaller id come after. */
function earlierThan({ queuedAt, id }: MailPlace): object {
  return { queuedAt: { $lte: queuedAt }, $or: [{ queuedAt: { $lt: queuedAt } }, { _id: { $lt: id } }] };
}
