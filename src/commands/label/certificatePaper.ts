import { dayOf } from '../../register/day.ts';
import type { Label } from '../items.ts';
import type { CertificatePaper } from '../papers.ts';
import type { FrozenFile } from '../screening/frozenFile.ts';
import { shownScores } from './shownScores.ts';

/** What the certificate of a label says, the one that is issued and the one that is shown before. */
export function certificatePaper(
  file: Pick<FrozenFile, 'application' | 'snapshot' | 'published' | 'reviews'>,
  { id: number, context, offers, history, language }: Omit<Label, 'revision' | 'head'>,
  publicUrl: string,
): CertificatePaper {
  const { published, snapshot } = file;
  const { organisation } = snapshot.content;
  const { themes } = published.texts[language];
  // The day of opening, not of this run: a second run gives the same bytes.
  const openedAt = history[0]?.at ?? context.since;
  return {
    number,
    organisation: organisation.name,
    offers: offers.map(({ name }) => name),
    since: context.since,
    until: context.until,
    provisional: context.standing === 'provisional',
    revision: context.revision + 1,
    scores:
      shownScores(file)?.map(({ theme, score }) => ({
        theme,
        name: themes[theme]?.title ?? theme,
        score,
      })) ?? null,
    criteriaVersion: published.scheme.version,
    place: 'Genève',
    issuedOn: dayOf(openedAt),
    address: `${publicUrl}/labels/${number}`,
    language,
    specimen: organisation.specimen,
    createdAt: openedAt,
  };
}
