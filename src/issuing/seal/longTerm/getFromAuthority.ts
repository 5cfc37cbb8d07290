import { readLimited } from '../readLimited.ts';
import type { GetFromAuthority } from './collectEvidence.ts';

const timeoutMs = 10_000;
/** Bytes: each sealed document carries the list with it. */
const maxLength = 512 * 1024;
/** How long an answer is kept (ms): many documents are sealed one after the other, and lists are made some times a day at most. */
const keptMs = 600_000;
const maxKept = 50;

/** Gets lists, certificates and answers over HTTP, with a limit of time and length, where nothing leads elsewhere; keeps each for ten minutes. */
export function fromAuthorities(): GetFromAuthority {
  const kept = new Map<string, { readonly bytes: Buffer; readonly at: number }>();
  return async (address, question) => {
    const asked = `${address} ${question?.toString('base64') ?? ''}`;
    const known = kept.get(asked);
    if (known && Date.now() - known.at < keptMs) return known.bytes;
    const bytes = await get(address, question);
    if (kept.size === maxKept) kept.clear();
    kept.set(asked, { bytes, at: Date.now() });
    return bytes;
  };
}

async function get(address: string, question?: Buffer): Promise<Buffer> {
  // Once more where the line broke: one that was kept open may have been closed at the other end.
  const response = await ask(address, question).catch(() => ask(address, question));
  if (!response.ok) throw new Error(`${address} answers with status ${response.status}`);
  return readLimited(response, maxLength);
}

function ask(address: string, question?: Buffer): Promise<Response> {
  const headers = { 'content-type': 'application/ocsp-request' };
  const posted = question && { method: 'POST', headers, body: question };
  return fetch(address, { ...posted, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
}
