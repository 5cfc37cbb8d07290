/** The content codings of answers beside the plain form, the one that makes them smaller first. */
export const codings = ['br', 'gzip'] as const;
export type Coding = (typeof codings)[number];

/** Programs name a coding without a weight; who refuses it says `br;q=0` (RFC 9110 12.5.3). */
const readable = codings.map((coding) => ({
  coding,
  pattern: new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`),
}));

/** The best coding among those that the header Accept-Encoding names; null for the plain form. */
export function codingFor(accepted: string | string[] | undefined): Coding | null {
  if (typeof accepted !== 'string') return null;
  return readable.find(({ pattern }) => pattern.test(accepted))?.coding ?? null;
}

/** Each coding of one answer has an ETag of its own (RFC 9110 8.8.3.3). */
export function codedTag(etag: string, coding: Coding): string {
  return `${etag.slice(0, -1)}-${coding}"`;
}
