import { everything } from '../../policies/view.ts';
import { type Day, dayOf, daysBetween, instantsOf } from '../../register/day.ts';
import { statusToday } from '../../register/publicStatus.ts';
import { systemActor } from '../common/actor.ts';
import type { YearFigures } from '../items/yearFigures.ts';
import type { Deps } from '../ports/ports.ts';
import { figuresStream, publishedFigures } from './views/yearFigures.ts';

/** Fewer than so many are not told apart: nobody is found in a figure. */
const fewest = 5;
/** Labels that are read at once. */
const atOnce = 300;
/** Days after which the running year is counted anew. */
const everyDays = 7;

/**
 * Publishes the figures of the running year once a week, and those of the year before a last time once it is over. What was
 * published is a line of the journal: that of a past year does not change. Gives how many were published.
 */
export async function publishFigures(deps: Deps, now: Date): Promise<number> {
  const today = dayOf(now.toISOString());
  const year = Number(today.slice(0, 4));
  const [before, running] = await Promise.all([
    publishedFigures(deps, year - 1),
    publishedFigures(deps, year),
  ]);
  const lastDay = `${year - 1}-12-31`;
  const due = [
    ...(before && before.on < lastDay ? [lastDay] : []),
    ...(running && daysBetween(running.on, today) < everyDays ? [] : [today]),
  ];
  for (const on of due) {
    const data = await countUntil(deps, on);
    const line = { id: deps.ids.next(), at: now.toISOString(), actor: systemActor } as const;
    const stream = figuresStream(Number(on.slice(0, 4)));
    await deps.store.note({ ...line, stream, facts: ['figures.published'], data });
  }
  return due.length;
}

/** The figures of a year up to one of its days, that day included. */
async function countUntil(deps: Deps, on: Day): Promise<YearFigures> {
  const store = deps.store.seenBy(everything);
  const [from] = instantsOf(`${on.slice(0, 4)}-01-01`);
  const [, to] = instantsOf(on);
  const [counted, ofRegister] = await Promise.all([store.countYear(from, to), countRegister(deps, on)]);
  const told = (n: number) => (n < fewest ? null : n);
  const { needs, found, conversations, deals, valued, value, flows, bodies } = counted;
  return {
    ...{ on, ...ofRegister },
    exchanges: {
      needs: told(needs),
      found: told(found),
      conversations: told(conversations),
      deals: told(deals),
      value: valued < fewest ? null : value,
    },
    flows: flows.filter((flow) => flow.deals >= fewest).toSorted((a, b) => b.deals - a.deals),
    medians: bodies.flatMap(({ sector, deals }) =>
      sector === null || deals.length < fewest
        ? []
        : [{ sector, median: medianOf(deals), organisations: deals.length }],
    ),
  };
}

async function countRegister(deps: Deps, on: Day): Promise<Pick<YearFigures, 'register' | 'themes'>> {
  const communes = new Set<string>();
  const scores = new Map<string, number[]>();
  let labels = 0;
  let offers = 0;
  for (let last = ''; ; ) {
    const entries = await deps.store.entriesAfter(last, atOnce);
    for (const entry of entries.filter((one) => one.since <= on && statusToday(one, on).valid)) {
      labels += 1;
      offers += entry.offers.length;
      communes.add(entry.organisation.commune);
      for (const { theme, score } of entry.scores ?? [])
        scores.set(theme, [...(scores.get(theme) ?? []), score]);
    }
    const next = entries.at(-1);
    if (!next) break;
    last = next.number;
  }
  const themes = [...scores].flatMap(([theme, all]) =>
    all.length < fewest ? [] : [{ theme, average: averageOf(all), labels: all.length }],
  );
  return { register: { labels, offers, communes: communes.size }, themes };
}

function averageOf(scores: readonly number[]): number {
  return Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length);
}

/** The lower of the two in the middle where there are two. */
function medianOf(counts: readonly number[]): number {
  return counts.toSorted((a, b) => a - b)[Math.floor((counts.length - 1) / 2)] ?? 0;
}
