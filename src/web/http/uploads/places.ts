import { LabelError } from '../../../errors.ts';

/** Seconds after which a client may try again: a form that is looked into takes less. */
const retryAfter = 10;

/** The answer when there is no room for a form; the cause where it is the disk that has none. */
export function noRoom(cause?: unknown): LabelError {
  return new LabelError('uploadsFull', { params: { retryAfter }, cause });
}

/** Whether something failed because a disk is full, or what one user may have of it. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:ENOSPC|EDQUOT)$/.test(String(error.code));
}

/** Places for forms, of which one client never takes all. */
export function createPlaces(all: number, ofClient: number) {
  const byClient = new Map<string, number>();
  let taken = 0;
  const takenBy = (client: string): number => byClient.get(client) ?? 0;
  return {
    taken: () => taken,
    takenBy,
    /** Lends a client a place as long as `use` lasts; `uploadsFull` where none is free. */
    async within<T>(client: string, use: () => Promise<T>): Promise<T> {
      const own = takenBy(client);
      if (taken >= all || own >= ofClient) throw noRoom();
      taken += 1;
      byClient.set(client, own + 1);
      try {
        return await use();
      } finally {
        taken -= 1;
        const left = takenBy(client) - 1;
        if (left === 0) byClient.delete(client);
        else byClient.set(client, left);
      }
    },
  };
}
