import { readUrl } from '../../readUrl.ts';
import type { Reported } from '../items/complaint.ts';

/** What an address of ours names; null for any other, which may be on any site. */
interface ReportedIn {
  readonly about: Reported;
  /** Below the language. */
  readonly path: string;
  readonly number?: string;
  /** As it stands in the address. */
  readonly offerId?: string;
}

const pages = [
  ['offer', /^\/[a-z]{2}\/labels\/(?<number>[^/]+)\/offers\/(?<offerId>[^/]+)$/],
  ['label', /^\/[a-z]{2}\/labels\/(?<number>[^/]+)$/],
  ['need', /^\/[a-z]{2}\/exchange\/[^/]+$/],
  ['conversation', /^\/[a-z]{2}\/organisations\/[^/]+\/exchanges\/conversations\/[^/]+$/],
] as const;

/** What the link of a report is about, where it leads to a page of the service. */
export function reportedIn(link: string, publicUrl: string): ReportedIn | null {
  const url = readUrl(link);
  if (url?.origin !== new URL(publicUrl).origin) return null;
  const found = pages.flatMap(([about, path]) => {
    const match = path.exec(url.pathname);
    return match ? [{ about, path: url.pathname.slice('/fr/'.length), ...match.groups }] : [];
  });
  return found[0] ?? null;
}
