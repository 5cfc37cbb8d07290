import { type Day, instantsOf } from '../../../register/day.ts';
import { statusToday } from '../../../register/publicStatus.ts';
import type { Sector } from '../../../register/sector.ts';
import { type Step, toldFigures } from '../../exchange/toldFigures.ts';
import type { YearFigures } from '../../items/yearFigures.ts';
import type { Deps } from '../../ports/ports.ts';
import { countProcedure } from './countProcedure.ts';

/** Labels that are read at once. */
const atOnce = 300;

/** The figures of a year up to one of its days, that day included, over the files that the store shows. */
export async function countFigures(deps: Deps, on: Day, step: Step): Promise<YearFigures> {
  const [from] = instantsOf(`${on.slice(0, 4)}-01-01`);
  const [, to] = instantsOf(on);
  const [counted, ofRegister, procedure] = await Promise.all([
    deps.store.countYear(from, to),
    countRegister(deps, on, step),
    countProcedure(deps, on, step),
  ]);
  const { holders, ...register } = ofRegister;
  return { on, ...register, ...toldFigures(counted, holders, step), procedure };
}

async function countRegister(deps: Pick<Deps, 'store'>, on: Day, step: Step) {
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
    all.labels < step ? [] : [{ theme, average: Math.round(all.sum / all.labels), labels: all.labels }],
  );
  return { register: { labels, offers, communes: communes.size }, themes, holders };
}
