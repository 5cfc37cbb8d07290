import { LabelError } from '../../../src/errors.ts';

/** How a file was refused: the code of its fault and what the sentence is told; "taken" when it was not. */
export async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'taken';
  } catch (error) {
    if (!(error instanceof LabelError)) throw error;
    const [fault] = error.faults;
    return fault ? [fault.code, ...Object.values(fault.params ?? {})].join(' ') : error.code;
  }
}
