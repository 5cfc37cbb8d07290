import type { Cycle, Scheme } from '../../criteria/scheme.ts';
import type { Entry } from '../../register/entry.ts';
import { scoreOf } from '../../scoring/score.ts';
import type { LabelLife } from './labelLives.ts';
import { specimenOrganisation } from './organisation.ts';
import type { Random } from './random.ts';
import type { SpecimenWords } from './readWords.ts';
import { specimenMarks } from './specimenMarks.ts';

/** Register entries of one specimen organisation, one for each of its labels; `numbers` are theirs, in the same order. */
export function specimenEntries(
  lives: readonly LabelLife[],
  numbers: readonly string[],
  { chance, words, scheme }: { chance: Random; words: SpecimenWords; scheme: Scheme },
): Entry[] {
  const came = Date.parse(`${lives[0]?.signedOn ?? ''}T08:00:00.000Z`);
  const organisation = specimenOrganisation(chance, words, scheme, came);
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
      scores: showsScores ? scoresOf(chance, scheme, i === 0 ? 'first' : 'renewal') : null,
      files: [],
      specimen: true,
      changedAt: `${life.history.at(-1)?.on}T${hour(chance)}:${minute(chance)}:00.000Z`,
    };
  });
}

/** Points of the themes, worked out from marks with which the label is granted. */
function scoresOf(chance: Random, scheme: Scheme, cycle: Cycle): Entry['scores'] {
  const { themes } = scoreOf(scheme, 'organisation', specimenMarks(chance, scheme, cycle));
  return themes.flatMap(({ theme, points }) => (points === null ? [] : [{ theme, score: points }]));
}

const hour = (chance: Random) => String(chance.between(8, 17)).padStart(2, '0');
const minute = (chance: Random) => String(chance.between(0, 59)).padStart(2, '0');
