import { type ErrorCode, LabelError } from '../../errors.ts';

/** How often a change that others come before is tried again. */
const tries = 8;

/** Does work that reads and then commits; when another change came between, it is done anew, from its reading on. */
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
