import { LabelError } from '../errors.ts';
import type { Entry } from '../register/entry.ts';
import { readNumber } from '../register/number.ts';
import type { WebDeps } from './webDeps.ts';

/** The entry of a number as someone typed it: `notFound` for no number, `labelMistyped` before any query, `labelUnknown`. */
export async function readEntry({ store }: Pick<WebDeps, 'store'>, typed: string): Promise<Entry> {
  const read = readNumber(typed);
  if (read.kind === 'notANumber') throw new LabelError('notFound');
  if (read.kind === 'mistyped') {
    throw new LabelError('labelMistyped', { params: { nearest: read.nearest.join(', ') } });
  }
  const entry = await store.entry(read.number);
  if (!entry) throw new LabelError('labelUnknown', { params: { number: read.number } });
  return entry;
}
