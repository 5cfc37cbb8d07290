import { type Fault, invalid } from '../errors.ts';
import type { ParamsOf } from '../messages.ts';

/** Does not take a file: throws `invalid` for the field `file`. */
export function refuse<Code extends Fault['code']>(code: Code, ...params: ParamsOf<`faults.${Code}`>): never {
  throw invalid('file', code, ...params);
}
