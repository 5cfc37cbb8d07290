import { Readable } from 'node:stream';
import type { WebContext } from './state.ts';

/**
 * Answers with texts as they are made, no faster than they are read. The first is made before anything is sent, so that what fails at
 * once is answered like any other failure; a later one cuts the answer off, which its reader notices.
 */
export async function sendStream(ctx: WebContext, texts: AsyncGenerator<string>): Promise<void> {
  if (ctx.method === 'HEAD') {
    ctx.body = Readable.from([]);
    return;
  }
  const first = await texts.next();
  ctx.body = Readable.from(startingWith(first, texts));
}

async function* startingWith(first: IteratorResult<string>, rest: AsyncGenerator<string>) {
  if (first.done) return;
  yield first.value;
  yield* rest;
}
