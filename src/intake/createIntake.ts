import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import { type CleanFile, type Intake, maxBytes, maxTableBytes } from '../commands/items/intake.ts';
import { LabelError } from '../errors.ts';
import { charsetOf } from './checkText.ts';
import { cleanName, extensionOf } from './cleanName.ts';
import type { Scanner } from './createScanner.ts';
import { intakeInProcess } from './intakeInProcess.ts';
import { type KindName, kinds } from './kinds.ts';
import { refuse } from './refuse.ts';

/** Files that are looked at together; others wait, since each may take much memory for a moment. */
const together = 2;

/** How long one file may be worked on (ms of work): the largest honest one takes half of it. */
const usualTimeoutMs = 10_000;

export interface IntakeOptions {
  readonly scanner: Scanner;
  readonly timeoutMs?: number;
}

/** The way in for files: size, then content, then viruses, then what is drawn anew. */
export function createIntake({ scanner, timeoutMs = usualTimeoutMs }: IntakeOptions): Intake {
  const limit = pLimit(together);
  const worker = intakeInProcess(timeoutMs, together);
  const examined = async (bytes: Buffer, typedName: string) => {
    if (bytes.length === 0) refuse('fileEmpty');
    if (bytes.length > maxBytes) refuse('fileTooLarge', { max: maxBytes / (1024 * 1024) });
    const kind = await worker.inspect(bytes, extensionOf(typedName));
    return { kind, scan: await scanner.scan(bytes) };
  };
  return {
    receive: (bytes, typedName) =>
      limit(async () => {
        const { kind, scan } = await examined(bytes, typedName);
        const { family } = kinds[kind];
        const output = family === 'picture' ? await worker.reencodePicture(bytes, kind) : { bytes, kind };
        const clean = cleaned(output, kind, typedName);
        return { ...clean, originalDigest: digestOf(bytes), scan };
      }),
    receivePhoto: (bytes, typedName) =>
      limit(async () => {
        const { kind } = await examined(bytes, typedName).catch(refuseNoPhoto);
        return worker.drawPhoto(bytes, kind);
      }),
    readTable: (bytes, typedName, maxRows) =>
      limit(async () => {
        if (bytes.length === 0) refuse('fileEmpty');
        if (bytes.length > maxTableBytes) refuse('fileTooLarge', { max: maxTableBytes / (1024 * 1024) });
        const table = await worker.readTable(bytes, extensionOf(typedName), maxRows);
        await scanner.scan(bytes);
        return table;
      }),
  };
}

const noPhoto = ['fileMarkup', 'fileUnknown', 'fileFormat', 'fileMedia', 'fileCharacters'];

/** What is said of a document, such as to save it as PDF, helps nobody who wants to show a photograph. */
function refuseNoPhoto(error: unknown): never {
  if (error instanceof LabelError && error.faults.some(({ code }) => noPhoto.includes(code)))
    refuse('photoWanted');
  throw error;
}

function cleaned(
  { bytes, kind }: { readonly bytes: Buffer; readonly kind: KindName },
  sent: KindName,
  typed: string,
): Pick<CleanFile, 'bytes' | 'contentType' | 'name' | 'digest'> {
  const { family, contentType, extensions } = kinds[kind];
  const charset = family === 'text' ? `; charset=${charsetOf(bytes)}` : '';
  // A picture that is of another kind now has its ending.
  const ending = (kind === sent && extensionOf(typed)) || extensions[0];
  return {
    bytes,
    contentType: contentType + charset,
    name: cleanName(typed, ending),
    digest: digestOf(bytes),
  };
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
