import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LabelError } from '../../../errors.ts';
import { clientKey } from '../clientKey.ts';
import { formInTime } from '../formInTime.ts';
import type { Upload, WebContext } from '../state.ts';
import type { WebDeps } from '../webDeps.ts';
import { isDiskFull, noRoom } from './places.ts';
import { requireSize, uploadOf } from './upload.ts';
import type { UploadRoom } from './uploadRoom.ts';

/** Takes the file of a form from someone without an account, whose place is their client's. */
export async function openUpload(
  ctx: WebContext,
  { uploads, log }: Pick<WebDeps, 'uploads' | 'log'>,
  use: (upload: Upload | LabelError) => Promise<void>,
): Promise<void> {
  await uploadInRoom(ctx, { room: uploads, sender: clientKey(ctx.ip), log }, use);
}

/**
 * Takes the file of a form into a room: onto the disk while it comes, into memory when it is the turn of `sender`. `use` gets the
 * file, or what is wrong with it. `uploadsFull` where there is no room for it, `uploadTooSlow` for one that drips.
 */
export async function uploadInRoom(
  ctx: WebContext,
  { room, sender, log }: { readonly room: UploadRoom; readonly sender: string } & Pick<WebDeps, 'log'>,
  use: (upload: Upload | LabelError) => Promise<void>,
): Promise<void> {
  requireSize(ctx);
  const length = Number(ctx.request.length);
  try {
    await room.within(sender, length, async (folder) => {
      const sent = await formInTime(ctx, room.timeoutFor(length), uploadOf(ctx, folder));
      if (sent instanceof LabelError) return use(sent);
      await room.inTurn(sender, async () => use({ ...sent, bytes: await readFile(join(folder, 'file')) }));
    });
  } catch (error) {
    const refused = isDiskFull(error) ? noRoom(error) : error;
    if (refused instanceof LabelError && refused.code === 'uploadsFull') {
      // What still comes is not read any more, unless it is handed back.
      ctx.set('Connection', 'close');
      if (refused.cause) log.error({ err: refused.cause }, 'the folder for temporary files is full');
    }
    throw refused;
  }
}
