import { everything } from '../../../policies/view.ts';
import { type Day, dayOf, daysBetween, instantsOf } from '../../../register/day.ts';
import { statusToday } from '../../../register/publicStatus.ts';
import type { Sector } from '../../../register/sector.ts';
import { systemActor } from '../../common/actor.ts';
import { fewest, toldFigures } from '../../exchange/toldFigures.ts';
import { figuresStream, publishedFigures } from '../../exchange/views/yearFigures.ts';
import type { YearFigures } from '../../items/yearFigures.ts';
import type { Deps } from '../../ports/ports.ts';
import { countProcedure } from './countProcedure.ts';

/** Labels that are read at once. */
const atOnce = 300;
/** Days after which the running year is counted anew. */
const everyDays = 7;

/**
 * Publishes the figures of the running year once a week, and those of the year before a last time once it is over. What was
 * published is a line of the journal: that of a past year does not change. `every` is in days; with 0 the running year is counted
 * again today. Gives how many were published.
 */
export async function publishFigures(deps: Deps, now: Date, every = everyDays): Promise<number> {
  const today = dayOf(now.toISOString());
  const year = Number(today.slice(0, 4));
  const [before, running] = await Promise.all([
    publishedFigures(deps, year - 1),
    publishedFigures(deps, year),
  ]);
  const lastDay = `${year - 1}-12-31`;
  const due = [
    ...(before && before.on < lastDay ? [lastDay] : []),
    ...(running && daysBetween(running.on, today) < every ? [] : [today]),
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
  const [counted, ofRegister, procedure] = await Promise.all([
    store.countYear(from, to),
    countRegister(deps, on),
    countProcedure({ ...deps, store }, on),
  ]);
  const { holders, ...register } = ofRegister;
  return { on, ...register, ...toldFigures(counted, holders), procedure };
}

async function countRegister(deps: Deps, on: Day) {
  const communes = new Set<string>();
  const holders = new Map<string, Sector | null>();
  const scores = new Map<string, { readonly sum: number; readonly labels: number }>();
  let labels = 0;
  let offers = 0;
  for (let last = ''; ; ) {
    const entries = await deps.store.entriesAfter(last, atOnce);
    for (const entry of entries.filter((one) => one.since <= on && statusToday(one, on).valid)) {
      labels += 1;
      offers += entry.offers.length;
      communes.add(entry.organisation.commune);
      holders.set(entry.organisation.id, entry.organisation.sector);
      for (const { theme, score } of entry.scores ?? []) {
        const { sum, labels } = scores.get(theme) ?? { sum: 0, labels: 0 };
        scores.set(theme, { sum: sum + score, labels: labels + 1 });
      }
    }
    const next = entries.at(-1);
    if (!next) break;
    last = next.number;
  }
  const themes = [...scores].flatMap(([theme, all]) =>
    all.labels < fewest ? [] : [{ theme, average: Math.round(all.sum / all.labels), labels: all.labels }],
  );
  return { register: { labels, offers, communes: communes.size }, themes, holders };
}
