import { LabelError, refuseFor } from '../../../errors.ts';
import { everything } from '../../../policies/view.ts';
import { isOfficer } from '../../../policies/who.ts';
import { addDays, addMonths, dayOf, instantsOf } from '../../../register/day.ts';
import { drawnLabels } from '../../../scoring/siteChecks.ts';
import { actorOf } from '../../common/actor.ts';
import { everyItem } from '../../common/pages.ts';
import { requireVisible } from '../../common/requireVisible.ts';
import { isDoneUnless } from '../../common/retryOnConflict.ts';
import { dataOf } from '../../items/eventData.ts';
import type { Label } from '../../items/items.ts';
import type { Trace } from '../../items/newRecord.ts';
import type { SiteCheckDraw } from '../../items/surveillance.ts';
import type { Asker, Deps } from '../../ports/ports.ts';
import { newSurveillance } from './newSurveillance.ts';
import { reportedSince, risksOf } from './siteCheckRisks.ts';

/** Labels that can be drawn: those that are valid. */
const valid: readonly Label['state'][] = ['active', 'extended'];

/**
 * An officer draws the site checks of this year, over every label that is valid, whoever may see it. Seed, labels and weights go
 * into the journal before anything follows from them: whoever draws again, as after an interruption, gets the same labels.
 */
export async function drawSiteChecks(given: Deps, asker: Asker): Promise<{ readonly opened: number }> {
  if (!isOfficer(asker)) throw new LabelError('forbidden');
  const deps = { ...given, store: given.store.seenBy(everything) };
  const line = { at: deps.clock.now().toISOString(), actor: actorOf(asker) };
  const today = dayOf(line.at);
  const year = Number(today.slice(0, 4));
  const { draw } = (await heldDraw(deps, year)) ?? (await holdDraw(deps, year, line));
  // From today, as a label that was drawn and did not hold since may come back months after the draw.
  const answerBy = addDays(today, deps.procedure.surveillance.siteChecks.days);
  const drawn = drawnLabels(draw);
  let opened = 0;
  for (const kind of ['random', 'risk'] as const) {
    for (const number of drawn[kind]) {
      const label = requireVisible(await deps.store.label(number));
      // It ended between the draw and an interruption.
      if (!valid.includes(label.state)) continue;
      const known = await deps.store.surveillancesOf([number]);
      const task = { task: 'siteCheck', slot: String(year), answerBy, drawn: kind } as const;
      const change = newSurveillance(deps, label, known, task, line);
      if (change && (await isDoneUnless(['stale'], () => deps.store.commit([change])))) opened += 1;
    }
  }
  refuseFor({ siteChecksDrawn: opened === 0 && drawn.random.length + drawn.risk.length > 0 });
  return { opened };
}

/** The draw of a year as it was held, and its day; null before. Of two that were held at once, the first counts. */
export async function heldDraw({ store }: Pick<Deps, 'store'>, year: number) {
  const [first] = await store.records(streamOf(year));
  const draw = dataOf(first, 'siteChecks.drawn');
  return first && draw ? { draw, on: dayOf(first.at) } : null;
}

async function holdDraw(deps: Deps, year: number, line: Omit<Trace, 'id'>) {
  const { randomShare, riskShare, weights } = deps.procedure.surveillance.siteChecks;
  const since = instantsOf(addMonths(dayOf(line.at), -12))[0];
  const reported = await reportedSince(deps, since);
  const labels: { number: string; weight: number }[] = [];
  for await (const label of everyItem((page) => deps.store.labelsIn(valid, page))) {
    const risks = await risksOf(deps, label, reported);
    labels.push({ number: label.id, weight: risks.reduce((sum, risk) => sum + weights[risk], 0) });
  }
  const data: SiteCheckDraw = {
    year,
    seed: deps.ids.secret(),
    random: Math.ceil(labels.length * randomShare),
    risk: Math.ceil(labels.length * riskShare),
    labels,
  };
  const facts = ['siteChecks.drawn'] as const;
  await deps.store.note({ id: deps.ids.next(), ...line, stream: streamOf(year), facts, data });
  return requireVisible(await heldDraw(deps, year));
}

function streamOf(year: number): string {
  return `siteChecks/${year}`;
}
