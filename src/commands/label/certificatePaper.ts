import { profile } from '../../profile/profile.ts';
import { dayOf } from '../../register/day.ts';
import { scoreOf } from '../../scoring/score.ts';
import { cycleOfCopy } from '../common/schemeOf.ts';
import type { FrozenFile } from '../file/frozenFile.ts';
import { levelsOf } from '../file/labelFiles.ts';
import type { Label } from '../items/items.ts';
import type { CertificatePaper } from '../items/papers.ts';
import type { CredentialPaper, RevisionPaper } from '../ports/issuingPorts.ts';
import { assessedThemes } from './assessedThemes.ts';

/** What the next certificate of a label says, issued or shown before; `at` is when it is requested, the opening by default. */
export function certificatePaper(
  file: FrozenFile,
  { id: number, context, name, offers, history, language }: Omit<Label, 'revision' | 'head'>,
  publicUrl: string,
  at?: string,
): CertificatePaper {
  const { published, snapshot } = file;
  const { organisation } = snapshot.content;
  const { themes } = published.texts[language];
  // Not the time of this run: a second run gives the same bytes.
  const requestedAt = at ?? history[0]?.at ?? context.since;
  return {
    number,
    organisation: name ?? organisation.name,
    offers: offers.map(({ name }) => name),
    since: context.since,
    until: context.until,
    standing: context.standing,
    revision: context.revision + 1,
    scores:
      shownScores(file)?.map((one) => ({ ...one, name: themes[one.theme]?.title ?? one.theme })) ?? null,
    criteriaVersion: published.scheme.version,
    place: profile.place,
    issuedOn: dayOf(requestedAt),
    address: `${publicUrl}/labels/${number}`,
    language,
    specimen: organisation.specimen,
    createdAt: requestedAt,
  };
}

/** The settled points of each theme; null where the holder did not agree to show them. */
export function shownScores(file: FrozenFile) {
  const { whole } = file.published;
  const { content } = file.snapshot;
  if (!content.showScores) return null;
  return scoreOf(whole, 'organisation', levelsOf(file).organisation).themes.flatMap(({ theme, points }) =>
    points === null ? [] : [{ theme, score: points }],
  );
}

/** What certificate and credentials of a label's next revision say; `at` is the instant of the request. */
export function revisionPaper(
  file: FrozenFile,
  label: Label,
  { publicUrl, at, status }: Pick<CredentialPaper, 'publicUrl' | 'status'> & { readonly at: string },
): RevisionPaper {
  const certificate = certificatePaper(file, label, publicUrl, at);
  const { scheme, texts, whole } = file.published;
  const { content } = file.snapshot;
  const { id } = content.organisation;
  const { identifier } = label.organisation ?? content.organisation;
  return {
    certificate,
    credential: {
      ...certificate,
      organisation: { id, name: certificate.organisation, identifier: identifier || null },
      criteria: {
        version: scheme.version,
        title: texts[label.language].title,
        address: `${publicUrl}/${label.language}/criteria/${scheme.version}`,
      },
      issuedAt: at,
      status,
      publicUrl,
    },
    conformity: {
      offers: label.offers.map(({ id: offer, name }) => ({ id: offer, name })),
      themes: assessedThemes({ scheme: whole, texts }, cycleOfCopy(content), label.language, levelsOf(file)),
    },
  };
}
