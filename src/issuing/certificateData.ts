import type { Language } from '../criteria/scheme.ts';

/** All that a certificate prints; days are YYYY-MM-DD in Europe/Zurich. */
export interface CertificateData {
  readonly number: string;
  /** At most 120 characters, which the first page is drawn for. */
  readonly organisation: string;
  /** Names of the offers covered, in the order to print; those beyond the first page's room go on further pages. */
  readonly offers: readonly string[];
  readonly since: string;
  readonly until: string;
  readonly provisional: boolean;
  readonly criteriaVersion: string;
  readonly place: string;
  readonly issuedOn: string;
  /** Public address of the label: printed, linked, and encoded in the code to scan. */
  readonly address: string;
  readonly language: Language;
  readonly specimen: boolean;
  /** ISO instant written as the document's creation date: same data, same bytes. */
  readonly createdAt: string;
}
