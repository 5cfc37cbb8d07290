import { setTimeout as delay } from 'node:timers/promises';
import { series } from '../obtain/version.ts';
import type { Mongod, Progress } from '../obtain/way.ts';
import { answer } from './answer.ts';
import { lockHolder, readNote, writeNote } from './folder.ts';
import { type Launch, launch } from './launch.ts';
import { freePort } from './port.ts';

/** What a start needs: the folder, and how to come by a binary once it is known that one is needed. */
export interface BringUp {
  readonly folder: string;
  readonly find: (dataSeries?: string) => Promise<Mongod>;
  readonly progress: Progress;
}

const patienceMs = 60_000;

/**
 * Makes sure that exactly one server runs on the folder and gives its port: joins the one that answers (also
 * an orphan of a program that was killed) or starts one. With `onlyPort`, no other port will do. The caller
 * holds the folder's lock.
 */
export async function bringUp({ folder, find, progress }: BringUp, onlyPort?: number): Promise<number> {
  const until = Date.now() + patienceMs;
  let last: Launch | undefined;
  for (;;) {
    const note = await readNote(folder);
    const found = note === undefined ? 'nobody' : await answer(note.port);
    if (note !== undefined && typeof found === 'object' && found.folder === folder) {
      progress(`database: joined the running server (process ${found.pid}, port ${note.port})`);
      return note.port;
    }
    if (Date.now() > until) throw new Error(await heldBy(folder));
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
    await writeNote(folder, { port, dataSeries: note?.dataSeries ?? series(version) });
    last = await launch(binary, folder, port);
    if (last === 'up') {
      progress(`database: started on port ${port}`);
      return port;
    }
    if (last === 'folderHeld' && note !== undefined) await writeNote(folder, note);
    await delay(100);
  }
}

async function heldBy(folder: string): Promise<string> {
  const pid = await lockHolder(folder);
  return `The data folder ${folder} is held by another database server${pid ? ` (process ${pid})` : ''} that does not answer here. Stop it, then start again.`;
}
