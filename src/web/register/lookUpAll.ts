import { labelsOfSites, labelsOfUnits } from '../../commands/register/labelsOfSites.ts';
import { invalid } from '../../errors.ts';
import { type Day, dayOf } from '../../register/day.ts';
import type { Entry } from '../../register/entry.ts';
import { type LookUpText, lookUpTexts, maxTexts } from '../../register/lookUpTexts.ts';
import { validityAsOf, validityToday } from '../../register/validity.ts';
import type { WebDeps } from '../http/webDeps.ts';

export type FoundLabel = ReturnType<typeof onDay>;

/** A list as it was looked up, on the requested day: today when none was named. */
export type LookedUpList = Awaited<ReturnType<typeof lookUpAll>>;
/** One text of a list and what the register says of it. */
export type LookedUp = LookedUpList['lines'][number];

/**
 * Looks up a list of texts, each for itself; only numbers that pass the check of their own are looked for, UIDs, SIRENs and sites. `invalid`:
 * none at all, more than `maxTexts`, a day to come.
 */
export async function lookUpAll(
  deps: Pick<WebDeps, 'caches' | 'clock' | 'store' | 'publicUrl'>,
  texts: readonly string[],
  day: Day | '',
) {
  const { caches, clock } = deps;
  const today = dayOf(clock.now().toISOString());
  const on = day === '' ? today : day;
  if (texts.length === 0) throw invalid('numbers', 'required');
  if (texts.length > maxTexts) throw invalid('numbers', 'tooMany', { max: maxTexts });
  if (on > today) throw invalid('on', 'dayAhead');
  const asked = lookUpTexts(texts, deps.publicUrl);
  const numbers = [...new Set(asked.flatMap((one) => ('number' in one ? one.number : [])))];
  const hosts = [...new Set(asked.flatMap((one) => ('host' in one ? one.host : [])))];
  const units = [...new Set(asked.flatMap((one) => ('unit' in one ? one.unit : [])))];
  const [answers, ofSites, ofUnits] = await Promise.all([
    Promise.all(numbers.map(async (number) => [number, await caches.entries.entry(number)] as const)),
    labelsOfSites(deps, hosts),
    labelsOfUnits(deps, units),
  ]);
  const known = new Map(answers);
  const entriesOf = (one: LookUpText): readonly Entry[] => {
    if ('host' in one) return ofSites.get(one.host) ?? [];
    if ('unit' in one) return ofUnits.get(one.unit) ?? [];
    const entry = 'number' in one ? known.get(one.number)?.entry : null;
    return entry ? [entry] : [];
  };
  const ages = [...known.values()].flatMap(({ asOf }) => asOf ?? []);
  return {
    on,
    today,
    /** Until when all of it is known to be true, where the register is out of reach. */
    asOf: ages.sort((a, b) => a.getTime() - b.getTime())[0] ?? null,
    lines: asked.map((one) => ({
      asked: one,
      /** Of a number its label, of a site, a UID or a SIREN those that name it; none for any other text and for a number that was never issued. */
      labels: entriesOf(one).map((entry) => onDay(entry, on, today)),
    })),
  };
}

/** The same for labels that were found by other means than their number. */
export function asLookedUp(entries: readonly Entry[], on: Day, today: Day): LookedUpList {
  const lines = entries.map((entry) => ({
    asked: { kind: 'number', typed: entry.number, number: entry.number, first: null } as const,
    labels: [onDay(entry, on, today)],
  }));
  return { on, today, asOf: null, lines };
}

function onDay(entry: Entry, on: Day, today: Day) {
  return { entry, status: validityAsOf(entry, on, today), now: validityToday(entry, today) };
}
