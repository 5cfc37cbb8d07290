import { LogFlaw } from '../../transparency/read/logFlaw.ts';
import { type NoteKey, signaturesOf } from '../../transparency/read/noteKey.ts';
import { readNote } from '../../transparency/read/signedNote.ts';
import { readLimited } from '../seal/readLimited.ts';

/** How long (ms) a witness may take: an issue waits for it. */
const timeoutMs = 2000;
/** Bytes; a signature of the longest kind takes a third. */
const maxAnswerLength = 16_384;

/** A witness of the log: where it takes heads, and the key that it signs by. */
export interface Witness {
  readonly url: string;
  readonly key: NoteKey;
}

/** A head to be seen: the signed note, and the hashes that show it to begin with an earlier tree. */
export interface ShownHead {
  readonly note: string;
  readonly size: number;
  proofFrom(old: number): Promise<readonly Uint8Array[]>;
}

/** What a witness answers: that it saw the head, by a line of its own below the note, or of which size the last was that it saw. */
type Answer = { readonly line: string } | { readonly lastSize: number };

/** Shows a head to a witness that last saw one of size `old` (C2SP tlog-witness, add-checkpoint); throws where it gives no answer of its own. */
export async function askWitness({ url, key }: Witness, head: ShownHead, old: number): Promise<Answer> {
  const hashes = await head.proofFrom(old);
  const lines = hashes.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
  const response = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
    method: 'POST',
    body: `old ${old}\n${lines}\n${head.note}`,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = (await readLimited(response, maxAnswerLength)).toString();
  if (response.status === 409 && /^(?:0|[1-9]\d{0,14})\n?$/.test(text)) return { lastSize: Number(text) };
  if (response.status !== 200)
    throw new Error(`the witness ${key.name} refuses with status ${response.status}`);
  // Others may sign in the same answer: only the line of the key that we know is taken, and only where it holds.
  const note = readNote(Buffer.from(`${head.note.split('\n\n')[0]}\n\n${text}`));
  if (signaturesOf(key, note).length === 0) throw new LogFlaw('fewWitnesses');
  const own = note.signatures.find(({ name, keyId }) => name === key.name && keyId === key.id);
  const bytes = Buffer.concat([Buffer.from(key.id, 'hex'), own?.bytes ?? Buffer.alloc(0)]);
  return { line: `— ${key.name} ${bytes.toString('base64')}\n` };
}
