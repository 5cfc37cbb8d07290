import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportPart } from '../../commands/common/exportPart.ts';
import type { Deps } from '../../commands/ports/ports.ts';
import type { WebContext } from './state.ts';

/** A file of a ZIP: a text or bytes that were made for it, or stored bytes by their digest. */
export type ZipPart = ExportPart | { readonly name: string; readonly bytes: Buffer };

/** Answers with one ZIP, written while it is sent: of the stored files, a piece of one is in memory at a time. */
export function sendZip(ctx: WebContext, name: string, parts: readonly ZipPart[], now: Date): void {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const open = opener(ctx.deps, output);
  const options = { mtime: now };
  for (const part of parts) {
    if ('text' in part) zip.addBuffer(Buffer.from(part.text), part.name, options);
    else if ('bytes' in part) zip.addBuffer(part.bytes, part.name, options);
    // Bytes of files that are packed already gain nothing by being packed again.
    else zip.addReadStreamLazy(part.name, { ...options, compress: false }, open(part.digest));
  }
  zip.end();
  zip.on('error', (error: Error) => output.destroy(error));
  ctx.attachment(name);
  ctx.type = 'application/zip';
  ctx.body = output;
}

/** Opens each file when it is its turn, and closes the open one when the client has gone. */
function opener({ files }: Pick<Deps, 'files'>, output: Readable) {
  let current: Readable | null = null;
  output.once('close', () => current?.destroy());
  return (digest: string) =>
    (give: (error: Error | null, stream: NodeJS.ReadableStream) => void): void => {
      files
        .open(digest)
        .then((stream) => {
          if (!stream) throw new Error(`the bytes of ${digest} are gone`);
          current = stream;
          if (output.destroyed) stream.destroy();
          else give(null, stream);
        })
        .catch((error: unknown) => output.destroy(error instanceof Error ? error : undefined));
    };
}
