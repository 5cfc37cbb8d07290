import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Checkpoint, readCheckpoint } from '../../../src/transparency/read/checkpoint.ts';
import { checkConsistency } from '../../../src/transparency/read/merkle.ts';
import { type NoteKey, signaturesOf } from '../../../src/transparency/read/noteKey.ts';
import { readNote } from '../../../src/transparency/read/signedNote.ts';
import { noteKeyKinds, signatureLine, vkeyOf } from '../../../src/transparency/write/checkpoint.ts';

/** What a witness of a test does instead of bearing witness. */
type Fault = 'silent' | 'failing' | 'otherKey';

/** A small witness of one log (C2SP tlog-witness): it signs a head that follows on the last that it saw, and no other. */
export async function ownWitness(name: string, logKey: () => NoteKey) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const key = { name, kind: noteKeyKinds.witness, publicKey: Buffer.from(x, 'base64url') };
  let last: Pick<Checkpoint, 'size' | 'root'> = { size: 0, root: Buffer.alloc(0) };
  let fault: Fault | null = null;
  let asked = 0;
  const answer = (body: string): readonly [status: number, text: string] => {
    const end = body.indexOf('\n\n');
    const [first = '', ...lines] = body.slice(0, end).split('\n');
    const note = readNote(Buffer.from(body.slice(end + 2)));
    if (signaturesOf(logKey(), note).length === 0) return [403, ''];
    const head = readCheckpoint(note.text);
    const old = Number(first.slice('old '.length));
    if (old > head.size) return [400, ''];
    if (old !== last.size) return [409, `${last.size}\n`];
    try {
      if (old > 0)
        checkConsistency(
          last,
          head,
          lines.map((line) => Buffer.from(line, 'base64')),
        );
      else if (lines.length > 0) return [422, ''];
    } catch {
      return [422, ''];
    }
    last = { size: head.size, root: head.root };
    const at = Buffer.alloc(8);
    const seconds = Math.floor(Date.now() / 1000);
    at.writeBigUInt64BE(BigInt(seconds));
    const signed = Buffer.from(`cosignature/v1\ntime ${seconds}\n${note.text}`);
    const by = fault === 'otherKey' ? generateKeyPairSync('ed25519').privateKey : privateKey;
    return [200, signatureLine(key, Buffer.concat([at, sign(null, signed, by)]))];
  };
  const server = createServer(async (request, response) => {
    asked += 1;
    const body = await text(request);
    if (fault === 'silent') return;
    if (fault === 'failing') return void response.writeHead(500).end();
    const [status, said] = answer(body);
    response.writeHead(status).end(said);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    vkey: vkeyOf(key),
    asked: () => asked,
    size: () => last.size,
    /** From now on it does otherwise, or bears witness again. */
    spoil: (next: Fault | null) => {
      fault = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
