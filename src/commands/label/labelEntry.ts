import { levelByFigures } from '../../criteria/figureLevel.ts';
import type { Entry, IssuedFile } from '../../register/entry.ts';
import type { FrozenFile } from '../file/frozenFile.ts';
import type { Label } from '../items/items.ts';
import { lifeOf } from './lifeOf.ts';
import { shownScores } from './shownScores.ts';

/** The register row that follows from a label and the file it was granted on: what becomes public, and nothing else. */
export function labelEntry(
  file: FrozenFile,
  label: Omit<Label, 'revision' | 'head'>,
  files: readonly IssuedFile[],
  at: string,
): Entry {
  const { scheme } = file.published;
  const { organisation } = file.snapshot.content;
  const { standing, revision, since, until } = label.context;
  const website = label.website ?? organisation.website;
  return {
    number: label.id,
    state: label.state,
    standing,
    revision,
    organisation: {
      id: organisation.id,
      name: label.name ?? organisation.name,
      legalForm: organisation.legalForm,
      commune: organisation.commune,
      region: scheme.region,
      // A file of before it was asked says nothing of it.
      sector: organisation.sector ?? null,
      // Nor of its site.
      ...(website && { website }),
    },
    offers: label.offers.map((offer) => ({ ...offer, madeHere: madeHere(file, offer.id) })),
    criteria: { scheme: scheme.id, version: scheme.version },
    language: label.language,
    since,
    until,
    history: lifeOf(label).history,
    scores: shownScores(file),
    acceptsLeman: organisation.acceptsLeman,
    files,
    specimen: organisation.specimen,
    changedAt: at,
  };
}

/** Per cent of an offer made in the region, as computed for OFR-01 from its figures. */
function madeHere({ published, snapshot }: FrozenFile, offerId: string): number | null {
  const { facts, offers } = snapshot.content.assessment;
  const offer = offers.find((o) => o.offerId === offerId);
  const rule = published.scheme.criteria.find((criterion) => criterion.id === 'OFR-01');
  if (!offer || !rule) return null;
  return (rule.number && levelByFigures(rule.number, undefined, { ...facts, ...offer.facts }).value) ?? null;
}
