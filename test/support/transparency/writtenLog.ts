import { generateKeyPairSync, hash, sign } from 'node:crypto';
import { tilePath, tileWidth } from '../../../src/transparency/read/tiles.ts';
import { entryOf } from '../../../src/transparency/statement.ts';
import {
  checkpointText,
  noteKeyKinds,
  signatureLine,
  vkeyOf,
} from '../../../src/transparency/write/checkpoint.ts';
import { emptyEdge, grow, rootOf } from '../../../src/transparency/write/edge.ts';
import { entryBundle } from '../../../src/transparency/write/entryBundle.ts';
import { shownAs, statementOf } from './testLog.ts';

/** A log that the service wrote, file by file: about so many labels, each said again and again. */
export interface WrittenLog {
  readonly vkey: string;
  /** Its open data, a line for each label. */
  readonly labels: () => Iterable<string>;
}

/** Writes a log of so many entries with the code of the service; `put` takes each file, by its path below the address of the log. */
export function writeLog(
  { entries, labels, origin }: { readonly entries: number; readonly labels: number; readonly origin: string },
  put: (path: string, bytes: Buffer) => void,
): WrittenLog {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const key = { name: origin, kind: noteKeyKinds.log, publicKey: raw };
  const said = (at: number) => statementOf(at % labels, { state: stateAt(at, labels) });
  let edge = emptyEdge;
  for (let from = 0; from < entries; from += tileWidth) {
    const statements = Array.from({ length: Math.min(tileWidth, entries - from) }, (_, i) => said(from + i));
    const lines = statements.map((statement) => JSON.stringify(statement));
    const bundle = statements.map((statement, i) => {
      const time = '2026-01-15T08:00:00.000Z';
      return Buffer.from(entryOf({ type: 'revised', time, statement }, hash('sha256', lines[i] ?? '')));
    });
    const grown = grow(edge, bundle);
    edge = grown.edge;
    for (const { level, n, bytes } of grown.full) put(tilePath(level, n, tileWidth), bytes);
    const path = tilePath('entries', from / tileWidth, bundle.length);
    put(path, entryBundle(bundle));
    put(path.replace('tile/entries', 'statements'), Buffer.from(`${lines.join('\n')}\n`));
  }
  for (const [level, bytes] of edge.levels.entries()) {
    const index = Math.floor(entries / tileWidth ** (level + 1));
    if (bytes.length > 0) put(tilePath(level, index, bytes.length / 32), bytes);
  }
  const text = checkpointText({ origin, size: entries, root: rootOf(edge) });
  const line = signatureLine(key, sign(null, Buffer.from(text), privateKey));
  put('checkpoint', Buffer.from(`${text}\n${line}`));
  return { vkey: vkeyOf(key), labels: () => linesOf(entries, labels) };
}

/** The last thing that was said of each label. */
function* linesOf(entries: number, labels: number): Generator<string> {
  for (let n = 0; n < Math.min(labels, entries); n += 1) {
    const last = entries - 1 - ((entries - 1 - n) % labels);
    yield JSON.stringify(shownAs(statementOf(n, { state: stateAt(last, labels) })));
  }
}

function stateAt(at: number, labels: number): string {
  return Math.floor(at / labels) % 2 === 0 ? 'active' : 'suspended';
}
