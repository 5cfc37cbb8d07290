import { parentPort } from 'node:worker_threads';
import { LabelError } from '../errors.ts';
import { makeDepositProof } from './depositProof.ts';
import type { Drawing, Drawn } from './drawApart.ts';
import { makeWholeFile } from './wholeFile.ts';

parentPort?.on('message', async (drawing: Drawing) => parentPort?.postMessage(await drawn(drawing)));

async function drawn(drawing: Drawing): Promise<Drawn> {
  try {
    return {
      bytes: await (drawing.kind === 'proof'
        ? makeDepositProof(drawing.paper)
        : makeWholeFile(drawing.paper)),
    };
  } catch (error) {
    if (error instanceof LabelError) return { faults: error.faults };
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
