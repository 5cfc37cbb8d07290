import type { FrozenFile } from '../file/frozenFile.ts';
import type { Label } from '../items/items.ts';
import type { RevisionPaper, StatusEntry } from '../ports/issuingPorts.ts';
import { certificatePaper } from './certificatePaper.ts';

/** What certificate and credential of a label's next revision say; `at` is the instant that the revision is asked for. */
export function revisionPaper(
  file: Pick<FrozenFile, 'application' | 'snapshot' | 'published' | 'reviews'>,
  label: Label,
  {
    publicUrl,
    at,
    status,
  }: { readonly publicUrl: string; readonly at: string; readonly status: StatusEntry },
): RevisionPaper {
  const certificate = certificatePaper(file, label, publicUrl, at);
  const { number, revision, organisation: name, offers, since, until, provisional, scores } = certificate;
  const { language, specimen } = certificate;
  const { scheme, texts } = file.published;
  const { id, identifier } = file.snapshot.content.organisation;
  return {
    certificate,
    credential: {
      number,
      revision,
      organisation: { id, name, identifier: identifier || null },
      offers,
      criteria: {
        version: scheme.version,
        title: texts[language].title,
        address: `${publicUrl}/${language}/criteria/${scheme.version}`,
      },
      since,
      until,
      issuedAt: at,
      language,
      provisional,
      scores,
      status,
      publicUrl,
      specimen,
    },
  };
}
