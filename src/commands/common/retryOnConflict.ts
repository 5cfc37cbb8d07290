import { type ErrorCode, LabelError } from '../../errors.ts';

/** Most tries of work that loses against other commits. */
const tries = 8;

/** Does work that reads and then commits; starts again from the reading when another commit came first. */
export async function retryOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof LabelError && error.code === 'stale') || tried === tries) throw error;
    }
  }
}

/** Whether work was done; false where it is refused with one of some codes, as when someone else came first. */
export async function isDoneUnless(codes: readonly ErrorCode[], work: () => Promise<unknown>) {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof LabelError && codes.includes(error.code)) return false;
    throw error;
  }
}
