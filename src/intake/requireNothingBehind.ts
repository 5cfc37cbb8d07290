import { refuse } from './refuse.ts';

/** The end of a ZIP stands this near to the end of its file: its record and the longest comment. */
const zipEnd = 22 + 0xffff;
/** Readers look for the head of a PDF this near to the start of the file (ISO 32000-1, annex H). */
const pdfHead = 1024;

/** Refuses a picture that is something else as well, for who looks at it in another way: an archive, a PDF, a page with a program. */
export function requireNothingBehind(bytes: Buffer): void {
  const mixed = (other: string) => refuse('photoHides', { other });
  if (bytes.subarray(-zipEnd).includes('PK\x05\x06')) mixed('ZIP');
  if (bytes.subarray(0, pdfHead).includes('%PDF-')) mixed('PDF');
  if (/<(?:script|html|!doctype html|\?php)[\s>]/i.test(bytes.toString('latin1'))) mixed('HTML');
}
