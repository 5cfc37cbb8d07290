import type { Entry, IssuedFile, IssuedKind } from '../../register/entry.ts';
import { activeWords, type PublicStatus } from '../../register/publicStatus.ts';
import { usualWidth } from './badgeWanted.ts';
import { printed } from './labelFiles.ts';
import type { ReadEntry } from './readEntry.ts';

/** A label with its status of now. */
export interface KnownLabel extends ReadEntry {
  readonly status: PublicStatus;
}

/** Where what is signed for programs is served, by kind. */
const signed = { credential: 'credentials', conformity: 'conformity' } as const;

function isSigned(kind: IssuedKind): kind is keyof typeof signed {
  return kind in signed;
}

/**
 * The path at which exactly the bytes of an issued file are served today; null where another file is served there, or none: the
 * badge of a label that does not hold is drawn anew, of earlier revisions only what is signed for programs is served, and nothing that is stored
 * is while the register is out of reach (`asOf`).
 */
export function issuedPath({ entry, status, asOf }: KnownLabel, file: IssuedFile): string | null {
  if (asOf) return null;
  const { number, files } = entry;
  const { kind, revision, width, digest } = file;
  if (!isLast(entry, file)) {
    const first = files.find((one) => one.kind === kind && one.revision === revision);
    return isSigned(kind) && first?.digest === digest ? `/${signed[kind]}/${number}/${revision}` : null;
  }
  if (isSigned(kind)) return `/${signed[kind]}/${number}`;
  if (kind === 'certificate') return `/labels/${number}/certificate.pdf`;
  if (revision !== entry.revision || !status.valid) return null;
  const sheet = printed.find(([, issued]) => issued === kind);
  if (sheet) return sheet[0].replace(':number', number);
  if (!isShownAsIssued(entry, status)) return null;
  if (kind === 'badgeSvg') return `/badges/${number}.svg`;
  if (width === undefined) return null;
  const size = width === usualWidth('large') ? '' : `?size=${width}`;
  return `/badges/${number}.${kind === 'badgePng' ? 'png' : 'webp'}${size}`;
}

/** Whether the badge that was issued still says the status of its label: for any other status one is drawn. */
export function isShownAsIssued(
  { standing, printedStanding = standing }: Pick<Entry, 'standing' | 'printedStanding'>,
  { word }: PublicStatus,
): boolean {
  return word === activeWords[printedStanding];
}

/** Whether no newer file of its kind and width took its place. */
function isLast({ files }: Entry, { kind, width, digest }: IssuedFile): boolean {
  return files.findLast((one) => one.kind === kind && one.width === width)?.digest === digest;
}
