import { dayOf } from '../../register/day.ts';
import type { Label } from '../items.ts';
import type { CertificatePaper } from '../papers.ts';
import type { FrozenFile } from '../screening/frozenFile.ts';

/** What the certificate of a label says, the one that is issued and the one that is shown before. */
export function certificatePaper(
  { snapshot, published }: Pick<FrozenFile, 'snapshot' | 'published'>,
  { id: number, context, offers, history, language }: Omit<Label, 'revision' | 'head'>,
  publicUrl: string,
): CertificatePaper {
  const { organisation } = snapshot.content;
  // The day of opening, not of this run: a second run gives the same bytes.
  const openedAt = history[0]?.at ?? context.since;
  return {
    number,
    organisation: organisation.name,
    offers: offers.map(({ name }) => name),
    since: context.since,
    until: context.until,
    provisional: context.standing === 'provisional',
    criteriaVersion: published.scheme.version,
    place: 'Genève',
    issuedOn: dayOf(openedAt),
    address: `${publicUrl}/labels/${number}`,
    language,
    specimen: organisation.specimen,
    createdAt: openedAt,
  };
}
