import * as z from 'zod';
import { LabelError } from '../../../errors.ts';

/** Names that reach the prototype of every object: the library writes the paths of a filter into one. */
const unsafe = /__proto__|constructor|prototype/i;

/** An expression or a path, as short as directories write them. */
const expression = z
  .string()
  .max(300)
  .refine((text) => !unsafe.test(text))
  .optional();

const number = z
  .string()
  .regex(/^-?\d{1,9}$/)
  .transform(Number)
  .optional();

/** What an address may ask (RFC 7644, 3.4.2); the order of accounts cannot be chosen. */
const query = z.object({
  filter: expression,
  attributes: expression,
  excludedAttributes: expression,
  startIndex: number,
  count: number,
});

export type Query = z.infer<typeof query>;

const operation = z.object({
  op: z
    .string()
    .transform((op) => op.toLowerCase())
    .pipe(z.enum(['add', 'remove', 'replace'])),
  path: expression,
  value: z.unknown().optional(),
});

/** The operations of a PATCH (RFC 7644, 3.5.2), as far as the library does not look at them itself. */
const patch = z.object({
  schemas: z.array(z.literal('urn:ietf:params:scim:api:messages:2.0:PatchOp')).length(1),
  Operations: z.array(operation.transform(withFlag)).max(100),
});

/** Entra ID sends booleans as words, unless it is asked by `aadOptscim062020` to keep to the standard. */
function withFlag({ op, path, value }: z.infer<typeof operation>) {
  const at = { op, ...(path !== undefined && { path }) };
  if (value === undefined) return at;
  if (path?.toLowerCase() === 'active') return { ...at, value: flagIn(value) };
  if (typeof value !== 'object' || value === null || !('active' in value)) return { ...at, value };
  return { ...at, value: { ...value, active: flagIn(value.active) } };
}

function flagIn(value: unknown): unknown {
  return typeof value === 'string' && /^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value;
}

/** What the address asks; `invalidFilter` where that cannot be read. */
export function queryOf(asked: object): Query {
  return read(query, asked, 'invalidFilter');
}

/** The operations of a PATCH; `invalidPath` where one has a path that is none. */
export function patchOf(sent: unknown): z.infer<typeof patch> {
  return read(patch, sent, 'invalidSyntax');
}

function read<Shape extends z.ZodType>(shape: Shape, value: unknown, otherwise: string): z.infer<Shape> {
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  const isPath = result.error.issues.some(({ path }) => path.at(-1) === 'path');
  throw new LabelError('badRequest', { params: { scimType: isPath ? 'invalidPath' : otherwise } });
}

/** What the library reads; `scimType` says how it is refused where the library stumbles over it, as over a filter by halves. */
export function readAs<T>(scimType: string, reading: () => T): T {
  try {
    return reading();
  } catch (cause) {
    throw cause instanceof TypeError ? new LabelError('badRequest', { params: { scimType }, cause }) : cause;
  }
}
