import type { NoticeOfChange } from '../../commands/items/noticeOfChange.ts';
import type { Changes } from '../../commands/ports/changePorts.ts';
import { oneOf, type Reader } from '../database/reader.ts';

/** Notices of change, as the view of `one` and `many` shows them. */
export function changeStore({ one, many }: Reader): Changes {
  const find = (filter: Parameters<Reader['many']>[1], order: 1 | -1, limit?: number) =>
    many<NoticeOfChange>('changes', filter, { _id: order }, limit);
  return {
    change: (id) => one<NoticeOfChange>('changes', { _id: id }),
    changesOf: (numbers) => find({ 'context.labelNumber': oneOf(numbers) }, -1),
    changesIn: (states, limit) => find({ state: oneOf(states) }, 1, limit),
    changesAsking: (successorId) => find({ successorId }, -1),
    changesFollowedBy: (followedBy) => find({ followedBy }, 1),
  };
}
