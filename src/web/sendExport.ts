import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Deps } from '../commands/ports.ts';
import type { Export } from '../commands/privacy/exportPart.ts';
import { exportReadme } from './presenters/exportReadme.ts';
import type { WebContext } from './state.ts';

/** Answers with an export as one ZIP, written while it is sent: of its files, a piece of one is in memory at a time. */
export function sendExport(ctx: WebContext, { parts, guide }: Export): void {
  const now = ctx.deps.clock.now();
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const open = opener(ctx.deps, output);
  const options = { mtime: now };
  zip.addBuffer(Buffer.from(exportReadme(guide, now, ctx.words)), 'README.txt', options);
  for (const part of parts) {
    if ('text' in part) zip.addBuffer(Buffer.from(part.text), part.name, options);
    // Bytes of files that are packed already gain nothing by being packed again.
    else zip.addReadStreamLazy(part.name, { ...options, compress: false }, open(part.digest));
  }
  zip.end();
  zip.on('error', (error: Error) => output.destroy(error));
  ctx.attachment(`made-in-ess-${now.toISOString().slice(0, 10)}.zip`);
  ctx.type = 'application/zip';
  ctx.body = output;
}

/** Opens each file when its turn has come, and lets go of the one in hand when nobody listens any more. */
function opener({ files }: Pick<Deps, 'files'>, output: Readable) {
  let inHand: Readable | null = null;
  output.once('close', () => inHand?.destroy());
  return (digest: string) =>
    (give: (error: Error | null, stream: NodeJS.ReadableStream) => void): void => {
      files
        .open(digest)
        .then((stream) => {
          if (!stream) throw new Error(`the bytes of ${digest} are gone`);
          inHand = stream;
          if (output.destroyed) stream.destroy();
          else give(null, stream);
        })
        .catch((error: unknown) => output.destroy(error instanceof Error ? error : undefined));
    };
}
