import type { Entry, IssuedFile, IssuedKind } from '../../register/entry.ts';
import type { PublicStatus } from '../../register/publicStatus.ts';
import { usualWidth } from './badgeWanted.ts';
import { printed } from './labelFiles.ts';

/** A label as it is told of now. */
export interface KnownLabel {
  readonly entry: Entry;
  readonly status: PublicStatus;
  /** Until when it is known to be true, where the register is out of reach. */
  readonly asOf: Date | null;
}

/**
 * The path at which exactly the bytes of an issued file are served today; null where another file stands there, or none: the badge
 * of a label that does not hold is drawn anew, of earlier revisions only credentials are handed out, and out of reach of the
 * register (`asOf`) nothing that is stored is.
 */
export function issuedPath({ entry, status, asOf }: KnownLabel, file: IssuedFile): string | null {
  if (asOf) return null;
  const { number, revision } = entry;
  const { kind } = file;
  if (kind === 'certificate') return isLast(entry, file) ? `/labels/${number}/certificate.pdf` : null;
  if (kind === 'credential') return credentialPath(entry, file);
  if (file.revision !== revision || !isLast(entry, file) || !status.valid) return null;
  const sheet = printed.find(([, issued]) => issued === kind);
  if (sheet) return sheet[0].replace(':number', number);
  return isShownAsIssued(status) ? badgePath(number, kind, file.width) : null;
}

/** Whether the badge that was issued says what is true of its label: for any other status one is drawn. */
export function isShownAsIssued({ word }: PublicStatus): boolean {
  return word === 'active' || word === 'provisional';
}

/** Whether no newer file of its kind and width took its place. */
function isLast({ files }: Entry, { kind, width, digest }: IssuedFile): boolean {
  return files.findLast((one) => one.kind === kind && one.width === width)?.digest === digest;
}

function credentialPath({ number, files }: Entry, { kind, revision, digest }: IssuedFile): string | null {
  const credentials = files.filter((one) => one.kind === kind);
  if (credentials.at(-1)?.digest === digest) return `/credentials/${number}`;
  const first = credentials.find((one) => one.revision === revision);
  return first?.digest === digest ? `/credentials/${number}/${revision}` : null;
}

function badgePath(number: string, kind: IssuedKind, width: number | undefined): string | null {
  if (kind === 'badgeSvg') return `/badges/${number}.svg`;
  if (width === undefined) return null;
  const size = width === usualWidth('large') ? '' : `?size=${width}`;
  return `/badges/${number}.${kind === 'badgePng' ? 'png' : 'webp'}${size}`;
}
