import { LabelError } from '../../src/errors.ts';

/** How a command refused: its code, then its reasons or the fields at fault; "taken" when it did not. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'taken';
  } catch (error) {
    if (error instanceof LabelError) return error.message;
    throw error;
  }
}
