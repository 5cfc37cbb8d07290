import type { Connection } from 'mongoose';
import { seesAll, type View } from '../../policies/view.ts';
import { visible } from '../database/visible.ts';

/** The condition on lines of the journal of applications that leaves those which a view shows; none where it shows all. */
export async function shownStreams(connection: Connection, view: View): Promise<object[]> {
  if (seesAll(view)) return [];
  const files = connection.collection<{ _id: string }>('applications');
  const chains = (ids: readonly string[]) => ids.map((id) => `applications/${id}`);
  if ('only' in view || view.withoutPartOf !== undefined) {
    const ids = await files.distinct('_id', { $and: [...visible(view)('applications')] });
    return [{ stream: { $in: chains(ids) } }];
  }
  const ids = await files.distinct('_id', { 'context.organisationId': { $in: [...view.except] } });
  return [{ stream: { $nin: chains([...ids, ...(view.files ?? [])]) } }];
}
