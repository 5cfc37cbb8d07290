import type { Connection } from 'mongoose';

/** Sessions of the web, for koa-session's store interface; a TTL index removes them after their end. */
export function createSessions(connection: Connection) {
  const sessions = () => connection.model('sessions');
  return {
    get: async (key: string): Promise<object | undefined> => {
      const found = await sessions().findOne({ _id: key }).lean<{ data: object; expiresAt: Date }>();
      return found && found.expiresAt > new Date() ? found.data : undefined;
    },
    set: async (key: string, data: object, maxAge?: number | 'session'): Promise<void> => {
      const ms = typeof maxAge === 'number' ? maxAge : 24 * 3600 * 1000;
      await sessions().replaceOne(
        { _id: key },
        { _id: key, data, expiresAt: new Date(Date.now() + ms) },
        { upsert: true },
      );
    },
    destroy: async (key: string): Promise<void> => {
      await sessions().deleteOne({ _id: key });
    },
  };
}
