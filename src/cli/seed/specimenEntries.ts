import type { Scheme } from '../../criteria/scheme.ts';
import type { Entry } from '../../register/entry.ts';
import type { LabelLife } from './labelLives.ts';
import { specimenOrganisation } from './organisation.ts';
import type { Random } from './random.ts';
import type { SpecimenWords } from './readWords.ts';

/** Register entries of one specimen organisation, one for each of its labels; `numbers` are theirs, in the same order. */
export function specimenEntries(
  lives: readonly LabelLife[],
  numbers: readonly string[],
  { chance, words, scheme }: { chance: Random; words: SpecimenWords; scheme: Scheme },
): Entry[] {
  const came = Date.parse(`${lives[0]?.signedOn ?? ''}T08:00:00.000Z`);
  const organisation = specimenOrganisation(chance, words, scheme.region, came);
  const criteria = { scheme: scheme.id, version: scheme.version };
  const showsScores = chance.percent(75);
  return lives.map(({ signedOn: _, ...life }, i) => {
    const successor = numbers[i + 1];
    return {
      number: numbers[i] ?? '',
      ...life,
      ...organisation,
      criteria,
      ...(successor === undefined ? {} : { successor }),
      scores: showsScores ? scoresOf(chance, scheme) : null,
      files: [],
      specimen: true,
      changedAt: `${life.history.at(-1)?.on}T${hour(chance)}:${minute(chance)}:00.000Z`,
    };
  });
}

/** Points that a label was granted with: no theme below its floor, and now and then a theme that is not applicable. */
function scoresOf(chance: Random, { themes, thresholds }: Scheme): Entry['scores'] {
  const { overall, themeFloor } = thresholds.organisation.first;
  const around = chance.between(overall, 85);
  return themes
    .filter(({ scope }) => scope === 'organisation')
    .filter(() => !chance.percent(3))
    .map(({ id }) => ({
      theme: id,
      score: Math.min(100, Math.max(themeFloor, around + chance.between(-60, 60) / 4)),
    }));
}

const hour = (chance: Random) => String(chance.between(8, 17)).padStart(2, '0');
const minute = (chance: Random) => String(chance.between(0, 59)).padStart(2, '0');
