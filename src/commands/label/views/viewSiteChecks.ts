import { dayOf } from '../../../register/day.ts';
import { drawnLabels } from '../../../scoring/siteChecks.ts';
import type { Deps } from '../../ports/ports.ts';
import { heldDraw } from '../surveillance/drawSiteChecks.ts';

/** How many years of draws are told. */
const years = 5;

export type SiteChecks = Awaited<ReturnType<typeof viewSiteChecks>>;

/** The draws of the last years as everybody may know them: all that computes the draw by chance again, and nothing of a label’s risks. */
export async function viewSiteChecks({
  store,
  clock,
  procedure,
}: Pick<Deps, 'store' | 'clock' | 'procedure'>) {
  const now = Number(dayOf(clock.now().toISOString()).slice(0, 4));
  const asked = Array.from({ length: years }, (_, i) => now - i);
  const draws = await Promise.all(asked.map((year) => heldDraw({ store }, year)));
  const { randomShare, riskShare, days } = procedure.surveillance.siteChecks;
  return {
    randomShare,
    riskShare,
    days,
    draws: draws.flatMap((held) => {
      if (!held) return [];
      const { draw, on } = held;
      const { random, risk } = drawnLabels(draw);
      const { year, seed, labels } = draw;
      return [{ year, seed, on, labels: labels.length, random: random.length, risk: risk.length }];
    }),
  };
}
