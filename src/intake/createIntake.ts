import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import { type CleanFile, type Intake, mostBytes, mostTableBytes } from '../commands/items/intake.ts';
import { charsetOf } from './checkText.ts';
import { cleanName, extensionOf } from './cleanName.ts';
import type { Scanner } from './createScanner.ts';
import { drawAnew } from './drawAnew.ts';
import { inspectApart, readTableApart } from './inspectApart.ts';
import { type KindName, kinds } from './kinds.ts';
import { refuse } from './refuse.ts';

/** Files that are looked at together; others wait, since each may take much memory for a moment. */
const together = 2;

/** How long one file may be worked on (ms): the largest honest one takes a tenth of it. */
const usualPatience = 10_000;

export interface IntakeOptions {
  readonly scanner: Scanner;
  readonly patience?: number;
}

/** The way in for files: size, then content, then viruses, then what is drawn anew. */
export function createIntake({ scanner, patience = usualPatience }: IntakeOptions): Intake {
  const limit = pLimit(together);
  return {
    receive: (bytes, typedName) =>
      limit(async () => {
        if (bytes.length === 0) refuse('fileEmpty');
        if (bytes.length > mostBytes) refuse('fileTooLarge', { max: mostBytes / (1024 * 1024) });
        const kind = await inspectApart(bytes, extensionOf(typedName), patience);
        const scan = await scanner.scan(bytes);
        return {
          ...(await cleaned(bytes, kind, typedName, patience)),
          originalDigest: digestOf(bytes),
          scan,
        };
      }),
    readTable: (bytes, typedName, mostRows) =>
      limit(async () => {
        if (bytes.length === 0) refuse('fileEmpty');
        if (bytes.length > mostTableBytes) refuse('fileTooLarge', { max: mostTableBytes / (1024 * 1024) });
        const table = await readTableApart(bytes, extensionOf(typedName), mostRows, patience);
        await scanner.scan(bytes);
        return table;
      }),
  };
}

async function cleaned(
  bytes: Buffer,
  kind: KindName,
  typed: string,
  patience: number,
): Promise<Pick<CleanFile, 'bytes' | 'contentType' | 'name' | 'digest'>> {
  const { family, contentType, extensions } = kinds[kind];
  if (family === 'picture') {
    const drawing = await drawAnew(bytes, kind, patience);
    const now = kinds[drawing.kind];
    const ending = drawing.kind === kind ? endingOf(typed, extensions[0]) : now.extensions[0];
    return {
      bytes: drawing.bytes,
      contentType: now.contentType,
      name: cleanName(typed, ending),
      digest: digestOf(drawing.bytes),
    };
  }
  const charset = family === 'text' ? `; charset=${charsetOf(bytes)}` : '';
  return {
    bytes,
    contentType: contentType + charset,
    name: cleanName(typed, endingOf(typed, extensions[0])),
    digest: digestOf(bytes),
  };
}

function endingOf(typed: string, usual: string): string {
  return extensionOf(typed) || usual;
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
