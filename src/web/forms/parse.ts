import * as z from 'zod';
import { type Fault, LabelError } from '../../errors.ts';
import { type FaultCode, isFaultCode } from './faultCode.ts';

/** Most faults that are reported at once; a body that is all wrong does not make an answer as long as itself. */
const max = 50;

/** The typed input of a form or a body; throws `invalid` with one fault per field, and knows no field that the shape lacks. */
export function parse<Shape extends z.ZodRawShape>(shape: Shape, body: unknown): z.infer<z.ZodObject<Shape>> {
  const object: z.ZodType<z.infer<z.ZodObject<Shape>>> = z.strictObject(shape);
  const read = object.safeParse(body ?? {}, { reportInput: true });
  if (read.success) return read.data;
  throw new LabelError('invalid', { faults: firstOfEach(read.error.issues.flatMap(faultsOf)).slice(0, max) });
}

/** In one pass: a body can have as many wrong fields as fit into it. */
function firstOfEach(faults: readonly Fault[]): Fault[] {
  const byField = new Map<string, Fault>();
  for (const fault of faults) if (!byField.has(fault.field)) byField.set(fault.field, fault);
  return [...byField.values()];
}

function faultsOf(issue: z.core.$ZodIssue): (Fault & { readonly code: FaultCode })[] {
  const field = issue.path.map(String).join('.');
  const one = (code: FaultCode, params: Fault['params'] = {}) => [{ field, code, params }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ field: key.slice(0, 60), code: 'unknownField' }));
    case 'too_big': {
      const limit = Number(issue.maximum);
      if (issue.origin === 'array') return one('tooMany', { max: limit });
      return issue.origin === 'string' ? one('tooLong', { max: limit }) : one('tooLarge', { limit });
    }
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
