import { LabelError } from '../../errors.ts';
import type { Entry } from '../../register/entry.ts';
import { readNumber } from '../../register/number.ts';
import type { KnownEntry } from '../http/cache/entryCache.ts';
import type { WebContext } from '../http/state.ts';
import type { WebDeps } from '../http/webDeps.ts';

/** The entry of a number as someone typed it: `notFound` for no number, `labelMistyped` before any query, `labelUnknown`. */
export async function readEntry(
  ctx: WebContext,
  deps: Pick<WebDeps, 'caches' | 'clock'>,
  typed: string,
): Promise<KnownEntry & { readonly entry: Entry }> {
  const read = readNumber(typed);
  if (read.kind === 'notANumber') throw new LabelError('notFound');
  if (read.kind === 'unfinished') {
    throw new LabelError('labelMistyped', { params: { nearest: read.number } });
  }
  if (read.kind === 'mistyped') {
    throw new LabelError('labelMistyped', { params: { nearest: read.nearest.join(', ') } });
  }
  const { entry, asOf } = await lookUp(ctx, deps, read.number);
  if (!entry) throw new LabelError('labelUnknown', { params: { number: read.number } });
  return { entry, asOf };
}

/** The entry of a number; the answer depends on it from now on, and says its age where the database is out of reach. */
export async function lookUp(
  ctx: WebContext,
  { caches, clock }: Pick<WebDeps, 'caches' | 'clock'>,
  number: string,
): Promise<KnownEntry> {
  ctx.state.about = [...(ctx.state.about ?? []), number];
  const known = await caches.entries.entry(number);
  if (known.asOf) {
    // RFC 9111 5.1: seconds since the answer was known to be true.
    ctx.set('Age', String(Math.round((clock.now().getTime() - known.asOf.getTime()) / 1000)));
  }
  return known;
}
