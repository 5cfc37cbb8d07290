import { carryOver } from '../../criteria/carryOver.ts';
import type { Level, Scheme } from '../../criteria/scheme.ts';
import { cycleOfCopy, schemeOf } from '../common/schemeOf.ts';
import { isSamePlace } from '../items/assessmentItems.ts';
import type { EarlierCycle } from '../items/items.ts';
import type { Deps } from '../ports/ports.ts';
import { filePlaces } from './filePlaces.ts';
import { type FrozenFile, frozenFile } from './frozenFile.ts';
import { claimsOf } from './reviewMarks.ts';
import { type SettledPlace, settledPlaces } from './settledPlaces.ts';

/** One criterion of the last cycle: what was claimed, what was settled, and the comment that went with it. */
export type EarlierPlace = ReturnType<typeof placesOf>[number];

/** Why a criterion is looked at first: another claim than last time, one that the last review lowered, or one that is new. */
export type Why = 'changed' | 'lowered' | 'new';

/** The last cycle of a file, from what was frozen then and from its reviews; null where it begins with none. */
export async function earlierFile(deps: Deps, file: FrozenFile) {
  const { earlier } = file.snapshot.content;
  if (!earlier) return null;
  const { scheme } = schemeOf(deps, earlier.criteriaVersion);
  const places = placesOf(scheme, earlier, await frozenFile(deps, earlier.applicationId));
  const first = filePlaces(file).flatMap(({ at, claim }) => {
    const then = places.find((place) => isSamePlace(place, at));
    const why = whyOf(then, claim.level);
    return why ? [{ ...at, why }] : [];
  });
  const { retired } = carryOver(scheme, file.published.whole, earlier.assessment, cycleOfCopy({ earlier }));
  return { labelNumber: earlier.labelNumber, places, first, retired };
}

function placesOf(scheme: Scheme, { assessment, offers }: EarlierCycle, then: FrozenFile) {
  const settled = settledPlaces(then) ?? [];
  return claimsOf(scheme, { assessment, offers }).map(({ level: claimed, ...at }) => {
    const place = settled.find((one) => isSamePlace(one.at, at));
    return { ...at, claimed, settled: place?.settled ?? null, note: place ? noteOf(place) : '' };
  });
}

/** What was written by who gave the level that counts. */
function noteOf({ first, second, moderated, settled }: SettledPlace) {
  return moderated?.comment ?? [first, second].find(({ level }) => level === settled)?.comment ?? '';
}

function whyOf(then: EarlierPlace | undefined, claim: Level | 'na' | null): Why | null {
  if (!then) return 'new';
  if (then.claimed !== claim) return 'changed';
  return then.settled !== null && then.settled !== then.claimed ? 'lowered' : null;
}
