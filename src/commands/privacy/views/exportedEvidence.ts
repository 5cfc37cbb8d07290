import type { Evidence } from '../../items/items.ts';

/** A file of evidence without who handed it in: the organisation's people are listed by themselves. */
export function exportedEvidence({
  organisationId: _,
  applicationId: __,
  uploadedBy: ___,
  ...told
}: Evidence): Omit<Evidence, 'organisationId' | 'applicationId' | 'uploadedBy'> {
  return told;
}
