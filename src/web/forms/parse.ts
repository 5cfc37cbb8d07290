import * as z from 'zod';
import { type Fault, LabelError } from '../../errors.ts';
import { type FaultCode, isFaultCode } from './faultCode.ts';

/** Most faults that are reported at once; a body that is all wrong does not make an answer as long as itself. */
const max = 50;

/** What a form of a shape gives. */
export type Typed<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;

/** The typed input of a form or a body; throws `invalid` with one fault per field, and knows no field that the shape lacks. */
export function parse<Shape extends z.ZodRawShape>(shape: Shape, body: unknown): Typed<Shape> {
  const object: z.ZodType<Typed<Shape>> = z.strictObject(shape);
  const read = object.safeParse(body ?? {}, { reportInput: true });
  if (read.success) return read.data;
  // In one pass: a body can have as many wrong fields as fit into it.
  const first = new Map<string, Fault>();
  for (const one of read.error.issues.flatMap(faultsOf)) if (!first.has(one.field)) first.set(one.field, one);
  throw new LabelError('invalid', { faults: [...first.values()].slice(0, max) });
}

function faultsOf(issue: z.core.$ZodIssue): (Fault & { readonly code: FaultCode })[] {
  const field = issue.path.map(String).join('.');
  const one = (code: FaultCode, params: Fault['params'] = {}) => [{ field, code, params }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ field: key.slice(0, 60), code: 'unknownField' }));
    case 'too_big':
      if (issue.origin === 'array') return one('tooMany', { max: Number(issue.maximum) });
      if (issue.origin === 'string') return one('tooLong', { max: Number(issue.maximum) });
      return one('tooLarge', { limit: Number(issue.maximum) });
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return one('required');
      return one('negative', { value: Number(issue.minimum) });
    case 'invalid_value':
      if (issue.input !== undefined && issue.input !== '') return one('notAnOption');
      return one(issue.values.length > 1 ? 'chooseOne' : 'required');
    case 'invalid_type':
      return one(issue.input === undefined ? 'required' : 'wrongType');
    case 'invalid_format':
      return one(isFaultCode(issue.message) ? issue.message : 'wrongType');
    case 'custom':
      return one(isFaultCode(issue.message) ? issue.message : 'wrongType', issue.params?.fault);
    default:
      return one('wrongType');
  }
}

/** The fields of a body that are right by themselves, however wrong others are. */
export function parseEach<Shape extends z.ZodRawShape>(shape: Shape, body: unknown): Partial<Typed<Shape>> {
  const fields = (body ?? {}) as Readonly<Record<string, unknown>>;
  const right = Object.entries(shape).flatMap(([name, field]) => {
    const read = (field as z.ZodType).safeParse(fields[name]);
    return read.success ? [[name, read.data] as const] : [];
  });
  return Object.fromEntries(right) as Partial<Typed<Shape>>;
}
