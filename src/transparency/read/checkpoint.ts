import { LogFlaw } from './logFlaw.ts';
import { readHash, readNumber } from './strictText.ts';

/** The head of a log: how many entries it has, and what they hash to (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** The hash of a tree without entries: that of nothing (RFC 6962, section 2.1). */
const emptyRoot = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Reads the text of a note as the head of a log, whatever lines follow; throws a LogFlaw. */
export function readCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.includes('')) throw new LogFlaw('checkpointLines');
  const [origin, size, root] = lines;
  if (origin === undefined || size === undefined || root === undefined) throw new LogFlaw('checkpointLines');
  const head = { origin, size: readNumber(size), root: readHash(root) };
  if (head.size === 0 && head.root.toString('hex') !== emptyRoot) throw new LogFlaw('otherRoot');
  return head;
}
