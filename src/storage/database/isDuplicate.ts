import mongoose from 'mongoose';

/** Whether a write met a unique key that is there already. */
export function isDuplicate(error: unknown): error is mongoose.mongo.MongoServerError {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11000;
}

/** Whether a write came through: false where its unique key is there already. */
export async function isNew(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}
