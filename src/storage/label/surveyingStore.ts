import type { Connection } from 'mongoose';
import type { Surveillance } from '../../commands/items/surveillance.ts';
import type { Surveying } from '../../commands/ports/surveyingPorts.ts';
import { LabelError } from '../../errors.ts';
import { oneOf, type Reader } from '../database/reader.ts';

/** What labels are looked at for, as the view of `one` and `many` shows it. */
export function surveyingStore(connection: Connection, { one, many }: Reader): Surveying {
  return {
    surveillance: (id) => one<Surveillance>('surveillances', { _id: id }),
    surveillancesOf: (numbers) =>
      many<Surveillance>('surveillances', { 'context.labelNumber': oneOf(numbers) }),
    surveillancesTowards: (organisationId) =>
      many<Surveillance>('surveillances', { 'context.organisationId': organisationId }),
    surveillancesIn: (states, limit, task) => {
      const filter = { state: oneOf(states), ...(task && { 'context.task': task }) };
      return many<Surveillance>('surveillances', filter, { 'context.dueAt': 1, _id: 1 }, limit);
    },
    draftDeclaration: async ({ id, revision }, draft) => {
      const { matchedCount } = await connection
        .collection<{ _id: string; revision: number }>('surveillances')
        .updateOne({ _id: id, revision }, { $set: { draft }, $inc: { revision: 1 } });
      if (matchedCount === 0) throw new LabelError('stale');
    },
  };
}
