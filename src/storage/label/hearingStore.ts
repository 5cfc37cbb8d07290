import type { Label } from '../../commands/items/items.ts';
import type { Hearings } from '../../commands/ports/hearingPorts.ts';
import { oneOf, type Reader } from '../database/reader.ts';

/** Labels on which somebody is heard, as the view of `many` shows them. */
export function hearingStore({ many }: Reader): Hearings {
  return {
    labelsHeard: (about, limit) => {
      const order = { 'context.hearing.dueAt': 1, _id: 1 } as const;
      return many<Label>('labels', { 'context.hearing.about': oneOf([about]) }, order, limit);
    },
    labelsNoticed: (limit) =>
      many<Label>('labels', { 'context.notice.confirmed': false }, { 'context.notice.on': 1, _id: 1 }, limit),
  };
}
