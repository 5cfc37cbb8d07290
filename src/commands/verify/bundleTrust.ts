import { profile } from '../../profile/profile.ts';
import type { RegisterRow } from '../../register/registerRow.ts';
import type { Trust } from './trust.ts';
import { bundleHead, bundleRow } from './trustBundle.ts';

/** A trust bundle that was saved, and when it was made (ISO instant). */
export interface SavedTrust extends Trust {
  readonly at: string;
}

/** Checks against a saved bundle, reading its lines once a question: `lines` begins anew whenever it is called. Throws for what is no bundle. */
export async function bundleTrust(lines: () => AsyncIterable<string>): Promise<SavedTrust> {
  const { at, did, anchors, statusLists } = await headOf(lines());
  const find = (text: string, isIt: (row: RegisterRow) => boolean) => rowIn(lines(), text, isIt);
  return {
    at,
    keys: async () => ({ did, anchors, statusLists }),
    row: (number) => find(number, (row) => row.number === number),
    file: async (digest) => {
      const row = await find(digest, ({ files }) => files.some((file) => file.digest === digest));
      const file = row?.files.find((one) => one.digest === digest);
      return row && file ? { row, revision: file.revision } : null;
    },
  };
}

async function headOf(lines: AsyncIterable<string>) {
  for await (const line of lines) {
    const head = bundleHead.safeParse(parsed(line));
    if (head.success) return head.data;
    break;
  }
  throw new Error(`not a trust bundle of ${profile.name}`);
}

/** Only a line that holds the text is taken apart. */
async function rowIn(lines: AsyncIterable<string>, text: string, isIt: (row: RegisterRow) => boolean) {
  let first = true;
  for await (const line of lines) {
    if (!first && line.includes(text)) {
      const row = bundleRow.safeParse(parsed(line));
      if (!row.success) throw new Error('a line of the trust bundle is damaged', { cause: row.error });
      if (isIt(row.data)) return row.data;
    }
    first = false;
  }
  return null;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
