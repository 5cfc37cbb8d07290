import { buffer } from 'node:stream/consumers';
import { ReadableStream } from 'node:stream/web';
import { createTarDecoder, createTarPacker } from 'modern-tar';
import { type BackupFile, maxFileBytes } from './format.ts';

/** Files as one tar archive, which any tool of the system takes apart. */
export async function* packed(files: AsyncIterable<BackupFile>): AsyncGenerator<Uint8Array> {
  const { readable, controller } = createTarPacker();
  const packing = pack(files, controller).catch((error: unknown) => controller.error(error));
  yield* readable;
  await packing;
}

async function pack(
  files: AsyncIterable<BackupFile>,
  controller: ReturnType<typeof createTarPacker>['controller'],
): Promise<void> {
  const mtime = new Date();
  for await (const { name, bytes } of files) {
    const body = controller.add({ name, size: bytes.length, mode: 0o600, mtime }).getWriter();
    await body.write(bytes);
    await body.close();
  }
  controller.finalize();
}

/** The files of such an archive, one after the other; throws where it is cut off or a file is larger than any of ours. */
export async function* unpacked(archive: AsyncIterable<Uint8Array>): AsyncGenerator<BackupFile> {
  const entries = ReadableStream.from(archive).pipeThrough(createTarDecoder({ strict: true }));
  for await (const { header, body } of entries) {
    if (header.size > maxFileBytes) throw new Error(`${header.name} is larger than any part of a backup`);
    yield { name: header.name, bytes: await buffer(body) };
  }
}
