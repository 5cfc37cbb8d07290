import { setTimeout as delay } from 'node:timers/promises';
import type { Mongod, Progress } from '../obtain/source.ts';
import { series } from '../obtain/version.ts';
import { type Answer, answer } from './answer.ts';
import { credentials } from './credentials.ts';
import { type FolderNote, lockHolder, readNote, writeNote } from './folder.ts';
import { isAlive } from './isAlive.ts';
import { type Launch, launch } from './launch.ts';
import { makeFirstUser } from './makeUser.ts';
import { freePort } from './port.ts';

/** What a start needs: the folder, and how to come by a binary once it is known that one is needed. */
export interface ServerStart {
  readonly folder: string;
  readonly find: (dataSeries?: string) => Promise<Mongod>;
  readonly progress: Progress;
}

/** Where the server of a folder listens, and the password for it. */
export interface Up {
  readonly port: number;
  readonly password: string;
}

const timeoutMs = 60_000;

/**
 * Makes sure that exactly one server runs on the folder, with a user of its own: joins the one that answers (also an orphan of a
 * program that was killed) or starts one. With `onlyPort`, no other port will do. The caller holds the folder's lock.
 */
export async function startServer({ folder, find, progress }: ServerStart, onlyPort?: number): Promise<Up> {
  const until = Date.now() + timeoutMs;
  const { keyFile, password } = await credentials(folder);
  let last: Launch | undefined;
  for (;;) {
    const note = await readNote(folder);
    const found = note === undefined ? 'nobody' : await running(folder, note, password);
    if (note !== undefined && typeof found === 'object' && found.folder === folder) {
      if (!note.hasUser) await writeNote(folder, { ...note, hasUser: true });
      progress(`database: joined the running server (process ${found.pid}, port ${note.port})`);
      return { port: note.port, password };
    }
    if (Date.now() > until) {
      const pid = await lockHolder(folder);
      throw new Error(
        `The data folder ${folder} is held by another database server${pid ? ` (process ${pid})` : ''} that does not answer here. Stop it, then start again.`,
      );
    }
    const taken = found !== 'nobody' || last === 'portTaken';
    if (taken && onlyPort !== undefined) {
      throw new Error(`port ${onlyPort} of the database was taken by another program`);
    }
    const port = note === undefined || taken ? await freePort() : note.port;
    if (note !== undefined && taken) {
      progress(
        `database: port ${note.port} was taken by another program, moving to ${port} (up to half a minute)`,
      );
    }
    const { binary, version } = await find(note?.dataSeries);
    // Before the launch, so that whoever comes after a kill in between knows where to ask.
    const next = { port, dataSeries: note?.dataSeries ?? series(version), hasUser: note?.hasUser ?? false };
    await writeNote(folder, next);
    last = await launch({ binary, folder, port, keyFile });
    if (last === 'up') {
      if (!next.hasUser) {
        // A start that was cut off may have made the user without noting it.
        if ((await answer(port, password)) === 'locked') await makeFirstUser(port, password);
        await writeNote(folder, { ...next, hasUser: true });
      }
      progress(`database: started on port ${port}`);
      return { port, password };
    }
    if (last === 'folderHeld' && note !== undefined) await writeNote(folder, note);
    await delay(100);
  }
}

/** Who is on the port of the note. Our own server may lack its user still, when whoever started it was killed. */
async function running(folder: string, note: FolderNote, password: string): Promise<Answer> {
  const found = await answer(note.port, password);
  const pid = await lockHolder(folder);
  if (found !== 'locked' || note.hasUser || pid === undefined || !isAlive(pid)) return found;
  await makeFirstUser(note.port, password);
  return answer(note.port, password);
}
