import { levelByFigures } from '../../criteria/figureLevel.ts';
import { meanings } from '../../criteria/meanings.ts';
import { dayOf } from '../../register/day.ts';
import type { Entry, IssuedFile } from '../../register/entry.ts';
import { legalUnit } from '../../register/identifier.ts';
import type { LabelLife } from '../../register/validity.ts';
import { figuresOfLabel, type LabelFiles } from '../file/labelFiles.ts';
import type { Label } from '../items/items.ts';
import type { Deps, Part } from '../ports/ports.ts';
import { shownScores } from './certificatePaper.ts';

/** The register row that follows from a label and the files that it rests on: what becomes public, and nothing else. */
export function labelEntry(
  from: LabelFiles,
  label: Omit<Label, 'revision' | 'head'>,
  files: readonly IssuedFile[],
  at: string,
): Entry {
  const [file] = from;
  const { scheme } = file.published;
  const { organisation } = file.snapshot.content;
  const { revision, since } = label.context;
  const certified = label.organisation ?? organisation;
  const website = label.website ?? organisation.website;
  return {
    number: label.id,
    ...lifeOf(label),
    revision,
    organisation: {
      id: organisation.id,
      name: label.name ?? organisation.name,
      legalForm: certified.legalForm,
      commune: certified.commune,
      ...(certified.postcode && { postcode: certified.postcode }),
      // It belongs to the organisation that was certified, and to no other that the label was moved to.
      ...(certified.identifier === organisation.identifier &&
        organisation.identifier && { identifier: legalUnit(organisation.identifier) }),
      region: scheme.region,
      sector: certified.sector,
      ...(website && { website }),
    },
    offers: label.offers.map((offer) => ({
      ...offer,
      madeHere: madeHere(from, offer.id),
      ...photoOf(label, offer),
    })),
    criteria: { scheme: scheme.id, version: scheme.version },
    language: label.language,
    since,
    scores: shownScores(file),
    acceptsLeman: organisation.acceptsLeman,
    files,
    specimen: organisation.specimen,
    changedAt: at,
  };
}

/** The photograph of an offer as its entry has it: absent where there is none. */
export function photoOf({ photos }: Pick<Label, 'photos'>, { id }: { readonly id: string }) {
  const photo = photos?.[id];
  return photo && { photo };
}

/** Per cent of an offer made in the region, as computed from its figures. */
function madeHere(from: LabelFiles, offerId: string): number | null {
  const rule = from[0].published.whole.criteria.find(({ id }) => id === meanings.madeHere);
  const facts = { ...figuresOfLabel(from, ''), ...figuresOfLabel(from, offerId) };
  return (rule?.number && levelByFigures(rule.number, undefined, facts).value) ?? null;
}

/** The register row of a label that changes its state and nothing else; nothing for a label that has none yet. */
export async function labelRow(
  { store }: Pick<Deps, 'store'>,
  label: Pick<Label, 'id' | 'state' | 'history' | 'context' | 'conditionDue'>,
  at: string,
): Promise<readonly Part[]> {
  const row = await store.entry(label.id);
  if (!row) return [];
  const { conditionDue: _, extendedUntil: __, printedStanding = row.standing, ...kept } = row;
  const { standing, successor } = label.context;
  const printed = standing !== printedStanding && { printedStanding };
  const followed = successor !== null && { successor };
  const entry = { ...kept, ...lifeOf(label), ...printed, ...followed, changedAt: at };
  return [{ kind: 'entry', entry }];
}

/** The life of a label as the register keeps it: by days, where the label itself notes instants. */
export function lifeOf(label: Pick<Label, 'state' | 'context' | 'history' | 'conditionDue'>): LabelLife {
  const { standing, until, dueAt } = label.context;
  return {
    state: label.state,
    standing,
    ...conditionDueOf(label),
    until,
    ...(label.state === 'extended' && dueAt !== null && { extendedUntil: dayOf(dueAt) }),
    history: label.history.map(({ at, ...step }) => ({ ...step, on: dayOf(at) })),
  };
}

/** By when a conditional label has something to meet: one of its conditions, or what an officer made it depend on. */
function conditionDueOf({ context, conditionDue }: Pick<Label, 'context' | 'conditionDue'>) {
  const { standing, standingDueAt } = context;
  const days = [conditionDue, standingDueAt && dayOf(standingDueAt)].flatMap((day) => day || []);
  const [first] = days.sort();
  return standing === 'conditional' && first !== undefined && { conditionDue: first };
}
