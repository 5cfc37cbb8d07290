import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect } from 'chai';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import type { WebContext } from '../../../src/web/http/state.ts';
import { sendExport } from '../../../src/web/papers/sendExport.ts';

const piece = Buffer.alloc(64 * 1024);
const mebibyte = 1024 * 1024;

/** A store of large files that counts what is asked of it. */
function largeFiles(size: number) {
  const seen = { open: 0, max: 0, given: 0, closed: 0 };
  const open = async () => {
    seen.open += 1;
    seen.max = Math.max(seen.max, seen.open);
    let left = size;
    return new Readable({
      read() {
        left -= piece.length;
        seen.given += piece.length;
        this.push(left < 0 ? null : piece);
      },
      destroy(error, done) {
        seen.open -= 1;
        seen.closed += 1;
        done(error);
      },
    });
  };
  return { seen, open };
}

function answered(open: (digest: string) => Promise<Readable | null>, count: number): Readable {
  const deps = {
    clock: { now: () => new Date('2026-11-24T08:00:00.000Z') },
    files: { open },
  } as unknown as Deps;
  const ctx = { deps, words: createI18n().fr, attachment: () => {} } as unknown as WebContext;
  const parts = Array.from({ length: count }, (_, i) => ({ name: `${i}.bin`, digest: String(i) }));
  sendExport(ctx, { parts, guide: [] });
  return ctx.body as Readable;
}

describe('sending an export', () => {
  it('holds a piece of one file at a time in memory, whatever their number and size', async () => {
    const { seen, open } = largeFiles(20 * mebibyte);
    let sent = 0;
    let ahead = 0;
    for await (const part of answered(open, 20)) {
      sent += (part as Buffer).length;
      ahead = Math.max(ahead, seen.given - sent);
    }
    expect(sent).to.be.greaterThan(400 * mebibyte);
    expect(seen.max).to.equal(1);
    expect(ahead).to.be.lessThan(2 * mebibyte);
  });

  it('reads as fast as the client does, and stops when it disconnects', async () => {
    const { seen, open } = largeFiles(20 * mebibyte);
    const body = answered(open, 20);
    await new Promise((resolve) => body.once('readable', resolve));
    for (let i = 0; i < 200; i += 1) await turn();
    expect(seen.given).to.be.lessThan(2 * mebibyte);
    body.destroy();
    for (let i = 0; i < 20; i += 1) await turn();
    expect([seen.open, seen.closed]).to.deep.equal([0, 1]);
  });

  it('aborts when the bytes of a file are missing, instead of omitting it', async () => {
    let failure: unknown = null;
    try {
      for await (const _ of answered(async () => null, 1));
    } catch (error) {
      failure = error;
    }
    expect(String(failure)).to.include('are gone');
  });
});
