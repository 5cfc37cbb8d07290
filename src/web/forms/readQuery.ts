import type * as z from 'zod';
import { LabelError } from '../../errors.ts';
import { parse, type Typed } from './parse.ts';

/**
 * What stands after the `?` of an address for programs; `badRequest` names what cannot be asked. Names that are not ours are
 * not looked at: other sites add marks of their own to addresses.
 */
export function readQuery<Shape extends z.ZodRawShape>(
  shape: Shape,
  query: Readonly<Record<string, unknown>>,
): Typed<Shape> {
  const known = Object.keys(shape).filter((name) => query[name] !== undefined);
  return asAddress(() => parse(shape, Object.fromEntries(known.map((name) => [name, query[name]]))));
}

/** What `read` reads from an address; its faults are those of a `badRequest`, because there is no form to correct. */
export function asAddress<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof LabelError)) throw error;
    throw new LabelError('badRequest', { faults: error.faults });
  }
}
