import type { Connection } from 'mongoose';
import type { Correspondence, PreparedAttachment } from '../../commands/items/correspondence.ts';
import type { Corresponding } from '../../commands/ports/correspondencePorts.ts';
import { withKey } from '../database/database.ts';
import { before, oneOf, type Reader } from '../database/reader.ts';

/** Messages on files over MongoDB, as the view of `one` and `many` shows them. */
export function correspondenceStore(connection: Connection, { one, many }: Reader): Corresponding {
  const prepared = () => connection.collection<{ _id: string }>('attachments');
  return {
    correspondence: (id) => one<Correspondence>('correspondence', { _id: id }),
    correspondenceOn: (applicationId, limit) =>
      many<Correspondence>('correspondence', { applicationId }, { lastAt: -1, _id: -1 }, limit),
    correspondenceAwaiting: (side, limit, organisationIds) => {
      const own = organisationIds && { organisationId: oneOf(organisationIds) };
      const filter = { awaits: side, ...own };
      return many<Correspondence>('correspondence', filter, { awaitsSince: 1, _id: 1 }, limit);
    },
    prepareAttachment: async (attachment, max) => {
      const { applicationId, by } = attachment;
      if ((await prepared().countDocuments({ applicationId, by })) >= max) return false;
      await prepared().insertOne(withKey(attachment));
      return true;
    },
    preparedAttachments: (applicationId, by, limit) =>
      many<PreparedAttachment>('attachments', { applicationId, by }, { _id: 1 }, limit),
    attachmentsPreparedBefore: (instant, limit) =>
      many<PreparedAttachment>('attachments', { at: before(instant) }, { at: 1 }, limit),
    removePrepared: async (ids) => {
      await prepared().deleteMany({ _id: { $in: [...ids] } });
    },
  };
}
