import type { Connection, mongo } from 'mongoose';
import type { Complaint } from '../../commands/items/complaint.ts';
import type { Application, Label } from '../../commands/items/items.ts';
import type { LetterResult } from '../../commands/items/papers.ts';
import type { Counting, FileHistory } from '../../commands/ports/countingPorts.ts';
import { groupBy } from '../../groupBy.ts';
import type { View } from '../../policies/view.ts';
import { profile } from '../../profile/profile.ts';
import { dayOf, daysBetween } from '../../register/day.ts';
import type { DomainEvent } from '../../workflow/domainEvents.ts';
import type { JournalRecord } from '../../workflow/record.ts';
import { findRows } from '../database/database.ts';
import { visible } from '../database/visible.ts';
import { shownStreams } from './shownStreams.ts';

type File = Pick<Application, 'id' | 'state' | 'context'>;
type Line = Pick<JournalRecord, 'id' | 'stream' | 'at' | 'facts'> & {
  readonly data?: { readonly letter?: { readonly result: Pick<LetterResult, 'themes'> | null } };
};

const decided: DomainEvent[] = ['application.granted', 'application.refused'];
const byFact = { facts: 1, at: -1, _id: -1 } as const;
/** Of an instant, by the clocks of the label. */
const month = { $dateToString: { date: { $toDate: '$at' }, format: '%Y-%m', timezone: profile.timeZone } };
const aboutFile = { state: 1, 'context.organisationId': 1 };

/** Counts over the whole desk, as a view shows it. */
export function countingStore(connection: Connection, view: View): Counting {
  const shown = visible(view);
  const records = connection.collection('records');
  const filesOf = (filter: object, options: mongo.FindOptions) =>
    findRows<File>(connection, 'applications', { $and: [filter, ...shown('applications')] }, options);

  const withHistory = async (files: readonly File[]): Promise<FileHistory[]> => {
    const stream = { $in: files.map(({ id }) => `applications/${id}`) };
    const projection = { stream: 1, at: 1, facts: 1, 'data.letter.result.themes': 1 };
    const lines = await findRows<Line>(
      connection,
      'records',
      { stream },
      { projection, hint: { stream: 1, seq: 1 } },
    );
    const byStream = groupBy(lines, (line) => line.stream);
    return files.map(({ id, state, context: { organisationId } }) => {
      const own = byStream.get(`applications/${id}`) ?? [];
      const history = own.flatMap(({ at, facts }) => facts.map((fact) => ({ fact, at })));
      const themes = own.find(({ data }) => data?.letter?.result)?.data?.letter?.result?.themes;
      return { id, state, organisationId, history, ...(themes && { themes }) };
    });
  };

  return {
    countFacts: async (facts, from, to) => {
      const streams = await shownStreams(connection, view);
      const names = Object.keys(facts) as (keyof typeof facts)[];
      const counts = names.map(async (name) => {
        const some = { facts: { $in: [...facts[name]] }, at: { $gte: from, $lt: to } };
        const counted = await records
          .aggregate<{ _id: string; count: number }>(
            [
              { $match: { $and: [some, ...streams] } },
              { $group: { _id: '$stream', at: { $min: '$at' } } },
              { $group: { _id: month, count: { $sum: 1 } } },
            ],
            { hint: byFact },
          )
          .toArray();
        return counted.map(({ _id, count }) => ({ name, month: _id, count }));
      });
      return (await Promise.all(counts)).flat();
    },
    countAnswers: async (from, to) => {
      const rules = shown('complaints');
      const within = { $gte: from, $lt: to };
      const complaints = connection.collection<{ _id: string }>('complaints');
      const received = await complaints.countDocuments({ $and: [{ receivedAt: within }, ...rules] });
      const answered = { facts: 'complaint.answered', at: within };
      const options = { projection: { stream: 1, at: 1 }, sort: { at: 1 }, hint: byFact } as const;
      const lines = await findRows<Line>(connection, 'records', answered, options);
      const answeredAt = new Map(lines.map(({ stream, at }) => [stream.slice('complaints/'.length), at]));
      const ids = [...answeredAt.keys()];
      const about = { projection: { receivedAt: 1 }, hint: { _id: 1 } } as const;
      const shownOnes = { $and: [{ _id: { $in: ids } }, ...rules] };
      const there = await findRows<Pick<Complaint, 'id' | 'receivedAt'>>(
        ...([connection, 'complaints', shownOnes, about] as const),
      );
      const receivedAt = new Map(there.map((one) => [one.id, one.receivedAt]));
      const stream = { $in: there.map(({ id }) => `complaints/${id}`) };
      const late = new Set(await records.distinct('stream', { stream, facts: 'complaint.overdue' }));
      const ofDays = (from = '', to = '') => daysBetween(dayOf(from), dayOf(to));
      return {
        received,
        answered: ids
          .filter((id) => receivedAt.has(id))
          .map((id) => ({
            inTime: !late.has(`complaints/${id}`),
            days: ofDays(receivedAt.get(id), answeredAt.get(id)),
          })),
      };
    },
    decidedFiles: async (from, to, limit) => {
      const some = { facts: { $in: decided }, at: { $gte: from, $lt: to } };
      const order = { sort: { at: 1, _id: 1 }, limit, projection: { stream: 1, at: 1 } } as const;
      const lines = await findRows<Line>(connection, 'records', some, { ...order, hint: byFact });
      const ids = [...new Set(lines.map(({ stream }) => stream.slice('applications/'.length)))];
      const whole = { _id: { $in: ids }, 'context.kind': { $in: ['initial', 'renewal'] } };
      const found = await filesOf(whole, { projection: aboutFile, hint: { _id: 1 } });
      const byId = new Map(found.map((file) => [file.id, file]));
      return withHistory(ids.flatMap((id) => byId.get(id) ?? []));
    },
    openFiles: async (states, limit) => {
      const some = { state: { $in: [...states] }, submittedAt: { $gt: '' } };
      const hint = { state: 1, _id: 1, 'context.organisationId': 1, submittedAt: 1 } as const;
      const found = await filesOf(some, { projection: aboutFile, sort: { _id: 1 }, limit, hint });
      return withHistory(found);
    },
    countLabels: async () => {
      const counted = await connection
        .collection('labels')
        .aggregate<{ _id: { state: Label['state']; endsIn: string }; count: number }>(
          [
            // With the first field of the index among them, all conditions are met in the index.
            { $match: { $and: [{ state: { $gt: '' } }, ...shown('labels')] } },
            {
              $group: {
                _id: { state: '$state', endsIn: { $substrBytes: ['$context.until', 0, 7] } },
                count: { $sum: 1 },
              },
            },
          ],
          { hint: labelCounts },
        )
        .toArray();
      return counted.map(({ _id, count }) => ({ ..._id, count }));
    },
  };
}

/** All that is counted of labels, and what a view asks of them, so that no label is read. */
const labelCounts = {
  state: 1,
  'context.until': 1,
  'context.organisationId': 1,
  'context.applicationId': 1,
} as const;
