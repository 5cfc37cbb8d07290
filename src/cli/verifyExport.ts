import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { exportedFault } from '../commands/common/exportedChain.ts';
import { sentence } from './journalVerify.ts';

/** What every line has; the rest is what its hash is about. */
const line = z.looseObject({ stream: z.string(), seq: z.int(), previous: z.string(), hash: z.string() });

/** Walks chains that were exported as JSON Lines, with nothing but the files; the exit code is 0 only when all of them hold. */
export async function verifyExport(files: readonly string[]): Promise<void> {
  for (const name of files) {
    const lines = linesIn(await readFile(name, 'utf8'));
    const fault = lines && exportedFault(lines);
    if (lines === null) console.log(`✗ ${name}: is no exported journal`);
    else if (fault) console.log(`✗ ${name}: ${sentence({ stream: lines[0]?.stream ?? '', ...fault })}`);
    else
      console.log(
        `✓ ${name}: ${lines.length} lines, ${lines.filter((one) => 'withheld' in one).length} withheld`,
      );
    if (lines === null || fault) process.exitCode = 1;
  }
}

function linesIn(text: string) {
  try {
    const lines = text
      .split('\n')
      .filter((part) => part !== '')
      .map((part) => line.parse(JSON.parse(part)));
    return lines.length > 0 ? lines : null;
  } catch {
    return null;
  }
}
