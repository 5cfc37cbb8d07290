import type { Connection } from 'mongoose';
import type { SavedView, SavedViews } from '../../commands/ports/savedViewPorts.ts';
import { findRows, type Stored, withKey } from '../database/database.ts';

/** Many more than a person may keep. */
const maxRead = 100;

/** Searches that people keep, over MongoDB. */
export function savedViewStore(connection: Connection): SavedViews {
  const views = connection.collection<Stored<SavedView>>('savedViews');
  return {
    savedViews: (personId, kind) =>
      findRows<SavedView>(
        connection,
        'savedViews',
        { personId, kind },
        { sort: { name: 1 }, limit: maxRead },
      ),
    saveView: async (view) => {
      const { _id, ...kept } = withKey(view);
      const { personId, kind, name } = view;
      await views.updateOne(
        { personId, kind, name },
        { $set: kept, $setOnInsert: { _id } },
        { upsert: true },
      );
    },
    removeView: async (personId, id) => {
      await views.deleteOne({ _id: id, personId });
    },
  };
}
