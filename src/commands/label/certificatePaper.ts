import { dayOf } from '../../register/day.ts';
import type { FrozenFile } from '../file/frozenFile.ts';
import type { Label } from '../items/items.ts';
import type { CertificatePaper } from '../items/papers.ts';
import { shownScores } from './shownScores.ts';

/** What the next certificate of a label says, issued or shown before; `at` is when it is asked for, the opening if not said. */
export function certificatePaper(
  file: Pick<FrozenFile, 'application' | 'snapshot' | 'published' | 'reviews'>,
  { id: number, context, name, offers, history, language }: Omit<Label, 'revision' | 'head'>,
  publicUrl: string,
  at?: string,
): CertificatePaper {
  const { published, snapshot } = file;
  const { organisation } = snapshot.content;
  const { themes } = published.texts[language];
  // Not the time of this run: a second run gives the same bytes.
  const askedAt = at ?? history[0]?.at ?? context.since;
  return {
    number,
    organisation: name ?? organisation.name,
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
    issuedOn: dayOf(askedAt),
    address: `${publicUrl}/labels/${number}`,
    language,
    specimen: organisation.specimen,
    createdAt: askedAt,
  };
}
