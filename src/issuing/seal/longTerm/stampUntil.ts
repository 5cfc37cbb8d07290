import { sealRange } from '../sealRange.ts';
import { messageIn } from '../signedMessage.ts';
import { readTimestampToken } from '../timestampToken.ts';
import { readSteps } from './readSteps.ts';

const dayMs = 86_400_000;
/** Days before the end of its authority's certificate by which a time-stamp needs the next one. */
const daysAhead = 30;

/**
 * By when (ISO instant) a document needs its next time-stamp: a year after its newest, or sooner where the certificate of that one ends;
 * null without one. Where an authority goes on with a certificate that is about to end, half of what is left is waited for, so that
 * there are few time-stamps until it has another.
 */
export function stampUntil(document: Buffer): string | null {
  const range = sealRange(document);
  const newest = range ? readSteps(document, range.end)?.taken.at(-1) : undefined;
  if (!newest) return null;
  const { info, message } = readTimestampToken(messageIn(newest.place));
  const at = info.genTime.getTime();
  const year = new Date(info.genTime);
  year.setUTCFullYear(year.getUTCFullYear() + 1);
  const end = Date.parse(message.signedBy.validTo);
  const ahead = Math.min(daysAhead * dayMs, (end - at) / 2);
  return new Date(Math.max(at + dayMs, Math.min(year.getTime(), end - ahead))).toISOString();
}
