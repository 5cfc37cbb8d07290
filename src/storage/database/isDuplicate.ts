import mongoose from 'mongoose';

/** Whether a write met a unique key that is there already. */
export function isDuplicate(error: unknown): error is mongoose.mongo.MongoServerError {
  return error instanceof mongoose.mongo.MongoServerError && error.code === 11000;
}
