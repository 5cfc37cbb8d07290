import { readLimited } from '../readLimited.ts';
import type { GetFromAuthority } from './collectEvidence.ts';

const timeoutMs = 10_000;
/** Bytes: each sealed document carries the list with it. */
const maxLength = 512 * 1024;
/** How long an answer is kept (ms): many documents are sealed one after the other, and lists are made some times a day at most. */
const keptMs = 600_000;
const maxKept = 50;

/** Gets lists and certificates over HTTP, with a limit of time and length, where nothing leads elsewhere; keeps each for ten minutes. */
export function fromAuthorities(): GetFromAuthority {
  const kept = new Map<string, { readonly bytes: Buffer; readonly at: number }>();
  return async (address) => {
    const known = kept.get(address);
    if (known && Date.now() - known.at < keptMs) return known.bytes;
    const bytes = await get(address);
    if (kept.size === maxKept) kept.clear();
    kept.set(address, { bytes, at: Date.now() });
    return bytes;
  };
}

async function get(address: string): Promise<Buffer> {
  // Once more where the line broke: one that was kept open may have been closed at the other end.
  const response = await ask(address).catch(() => ask(address));
  if (!response.ok) throw new Error(`${address} answers with status ${response.status}`);
  return readLimited(response, maxLength);
}

function ask(address: string): Promise<Response> {
  return fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
}
