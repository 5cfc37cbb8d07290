import { LogFlaw } from './logFlaw.ts';
import { rootOfInclusion } from './merkle.ts';
import { type LogPolicy, openCheckpoint, type SignedCheckpoint } from './openCheckpoint.ts';
import { maxNoteBytes } from './signedNote.ts';
import { readBase64, readHash, readNumber, readText } from './strictText.ts';

/** A proof that an entry is in a log, to be checked without asking anyone (c2sp.org/tlog-proof). */
export interface LogProof {
  /** What the log added, which nobody signed. */
  readonly extra: Buffer | null;
  readonly index: number;
  readonly hashes: readonly Buffer[];
  /** The signed head, not yet opened. */
  readonly checkpoint: Buffer;
}

/** Most bytes of a proof: a note, as many hashes as numbers have bits, and what the log added. */
const maxProofBytes = maxNoteBytes + 64 * 1024;
/** Most hashes on the way to the root of a tree whose size is an exact number. */
const maxHashes = 53;

/** Takes a proof apart; throws a LogFlaw. */
export function readProof(bytes: Uint8Array): LogProof {
  const text = readText(bytes, maxProofBytes);
  const blank = text.indexOf('\n\n');
  if (blank < 0) throw new LogFlaw('proofLines');
  const [version, ...lines] = text.slice(0, blank).split('\n');
  if (version !== 'c2sp.org/tlog-proof@v1') throw new LogFlaw('proofLines');
  const extra = lines[0]?.startsWith('extra ')
    ? readBase64(lines.shift()?.slice('extra '.length) ?? '')
    : null;
  const index = lines.shift();
  if (!index?.startsWith('index ')) throw new LogFlaw('proofLines');
  if (lines.length > maxHashes) throw new LogFlaw('proofLength');
  return {
    extra,
    index: readNumber(index.slice('index '.length)),
    hashes: lines.map(readHash),
    checkpoint: Buffer.from(text.slice(blank + 2)),
  };
}

/** Checks that an entry with this hash is in a log that the policy trusts, and gives the head that says so; throws a LogFlaw. */
export function checkProof(proof: LogProof, leaf: Buffer, policy: LogPolicy, now: number): SignedCheckpoint {
  const checkpoint = openCheckpoint(proof.checkpoint, policy, now);
  const { size, root } = checkpoint;
  const found = rootOfInclusion(leaf, { index: proof.index, size, proof: proof.hashes });
  if (!found.equals(root)) throw new LogFlaw('otherRoot');
  return checkpoint;
}
