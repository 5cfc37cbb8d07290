import { LabelError } from '../../../errors.ts';
import { everything } from '../../../policies/view.ts';
import { dayOf } from '../../../register/day.ts';
import { dataOf } from '../../items/eventData.ts';
import type { YearFigures } from '../../items/yearFigures.ts';
import type { Deps } from '../../ports/ports.ts';

/** The figures of a year as they were published last; null for one of which none were. */
export async function publishedFigures(
  { store }: Pick<Deps, 'store'>,
  year: number,
): Promise<YearFigures | null> {
  const line = await store.seenBy(everything).lastRecord(figuresStream(year), 'figures.published');
  return dataOf(line, 'figures.published');
}

/** Those of the year that runs, or of the one before while it has none; null where there are none at all. */
export async function latestFigures({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  const running = Number(dayOf(clock.now().toISOString()).slice(0, 4));
  for (const year of [running, running - 1]) {
    const figures = await publishedFigures({ store }, year);
    if (figures) return { year, figures };
  }
  return null;
}

/** Years that are looked at, the running one first. */
const maxYears = 20;

/** Those of every year that has some, the newest first. */
export async function everyYear({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  const running = Number(dayOf(clock.now().toISOString()).slice(0, 4));
  const years = Array.from({ length: maxYears }, (_, i) => running - i);
  const found = await Promise.all(
    years.map(async (year) => ({ year, figures: await publishedFigures({ store }, year) })),
  );
  return found.flatMap(({ year, figures }) => (figures ? [{ year, ...figures }] : []));
}

/** The same for a page, with the years beside it that have some; `notFound` for a year without. */
export async function viewYearFigures(deps: Pick<Deps, 'store'>, year: number) {
  const [figures, before, after] = await Promise.all(
    [year, year - 1, year + 1].map((one) => publishedFigures(deps, one)),
  );
  if (!figures) throw new LabelError('notFound');
  return { year, figures, previous: before ? year - 1 : null, next: after ? year + 1 : null };
}

/** Where the figures of a year stand in the journal. */
export function figuresStream(year: number): string {
  return `figures/${year}`;
}
