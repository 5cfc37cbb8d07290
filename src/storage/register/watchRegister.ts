import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import type { Clock } from '../../commands/ports/ports.ts';
import type { RegisterWatch } from '../../commands/ports/registerPorts.ts';

/** Collections that public answers are made from; files never change under their digest. */
const watched = ['entries', 'statusLists', 'issuerKeys', 'sealAnchors', 'trustRoots'];

/** How long (milliseconds) the server waits for something to happen before it says that nothing did. */
const timeoutMs = 250;
/** Before a stream that broke is opened again (milliseconds). */
const pause = 500;

interface Change {
  readonly ns?: { readonly coll?: string };
  readonly documentKey?: { readonly _id: unknown };
}

/**
 * Follows the register by a change stream of MongoDB. One that breaks is opened anew, `report` is told why, and once it is heard
 * again anything may have changed meanwhile.
 */
export function watchRegister(
  connection: Connection,
  report: (error: unknown) => void,
  clock: Clock,
): RegisterWatch {
  const listeners: ((number: string | null) => void)[] = [];
  const tell = (number: string | null) => {
    for (const listener of listeners) listener(number);
  };
  const stopped = new AbortController();
  let knownUntil = 0;
  let stream = open(connection);

  const follow = async (): Promise<void> => {
    let heard = false;
    while (!stopped.signal.aborted) {
      const asked = clock.now().getTime();
      const change = await stream.tryNext();
      if (!heard) tell(null);
      else if (change) tell(labelOf(change));
      heard = true;
      // Nothing left to tell: all that was written before we asked is known.
      if (change === null) knownUntil = asked;
    }
  };
  const keepFollowing = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      try {
        await follow();
      } catch (error) {
        if (stopped.signal.aborted) return;
        report(error);
        await stream.close();
        await wait(pause, undefined, { signal: stopped.signal }).catch(() => {});
        stream = open(connection);
      }
    }
  };
  const following = keepFollowing();
  return {
    knownUntil: () => knownUntil,
    onChange: (listener) => void listeners.push(listener),
    stop: async () => {
      stopped.abort();
      await stream.close();
      await following;
    },
  };
}

function open(connection: Connection) {
  return connection
    .getClient()
    .db(connection.name)
    .watch<Change, Change>(
      [{ $match: { 'ns.coll': { $in: watched } } }, { $project: { ns: 1, documentKey: 1 } }],
      { maxAwaitTimeMS: timeoutMs },
    );
}

/** A status list or a key concerns all labels. */
function labelOf({ ns, documentKey }: Change): string | null {
  return ns?.coll === 'entries' && typeof documentKey?._id === 'string' ? documentKey._id : null;
}
