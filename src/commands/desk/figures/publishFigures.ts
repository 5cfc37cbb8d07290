import { everything } from '../../../policies/view.ts';
import { dayOf, daysBetween } from '../../../register/day.ts';
import { systemActor } from '../../common/actor.ts';
import { byFives } from '../../exchange/toldFigures.ts';
import { figuresStream, publishedFigures } from '../../exchange/views/yearFigures.ts';
import type { Deps } from '../../ports/ports.ts';
import { countFigures } from './countFigures.ts';

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
  const everyFile = { ...deps, store: deps.store.seenBy(everything) };
  for (const on of due) {
    const data = await countFigures(everyFile, on, byFives);
    const line = { id: deps.ids.next(), at: now.toISOString(), actor: systemActor } as const;
    const stream = figuresStream(Number(on.slice(0, 4)));
    await deps.store.note({ ...line, stream, facts: ['figures.published'], data });
  }
  return due.length;
}
