import { LabelError } from '../../errors.ts';
import type { Entry } from '../../register/entry.ts';
import { readNumber } from '../../register/number.ts';
import type { KnownEntry } from '../http/cache/entryCache.ts';
import type { WebContext } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';

/** An entry of the register, and until when it is known to be true where that is not now. */
export interface ReadEntry extends KnownEntry {
  readonly entry: Entry;
}

type RegisterDeps = Pick<WebDeps, 'caches' | 'clock'>;

/** The entry of a number as someone typed it: `notFound` for no number, `labelMistyped` before any query, `labelUnknown`. */
export async function readEntry(ctx: WebContext, deps: RegisterDeps, typed: string): Promise<ReadEntry> {
  const read = readNumber(typed);
  if (read.kind === 'notANumber') throw new LabelError('notFound');
  if (read.kind !== 'number') {
    const nearest = read.kind === 'mistyped' ? read.nearest.join(', ') : read.number;
    throw new LabelError('labelMistyped', { params: { nearest } });
  }
  const { entry, asOf } = await lookUp(ctx, deps, read.number);
  if (!entry) throw new LabelError('labelUnknown', { params: { number: read.number } });
  return { entry, asOf };
}

/** The entry of a number; the answer depends on it from now on, and says its age where the database is out of reach. */
export async function lookUp(ctx: WebContext, deps: RegisterDeps, number: string): Promise<KnownEntry> {
  const { caches, clock } = deps;
  ctx.state.about = [...(ctx.state.about ?? []), number];
  const known = await caches.entries.entry(number);
  if (known.asOf) {
    // RFC 9111 5.1: seconds since the answer was known to be true.
    ctx.set('Age', String(Math.round((clock.now().getTime() - known.asOf.getTime()) / 1000)));
  }
  return known;
}
