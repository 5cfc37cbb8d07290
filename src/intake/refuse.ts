import { type Fault, fault, LabelError } from '../errors.ts';
import type { ParamsOf } from '../messages.ts';

/** Does not take a file: throws `invalid` for the field `file`. */
export function refuse<Code extends Fault['code']>(code: Code, ...params: ParamsOf<`faults.${Code}`>): never {
  throw new LabelError('invalid', { faults: [fault('file', code, ...params)] });
}
