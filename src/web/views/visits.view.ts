import type { FileVisits } from '../../commands/review/visits.ts';
import type { Trigger } from '../../scoring/triggers.ts';
import { factText } from './place.view.ts';
import type { Reading } from './reading.view.ts';
import { pointsText } from './staffWords.view.ts';

export type VisitsView = ReturnType<typeof visitsView>;

/** What demands a visit, in words with the numbers, and what was recorded. */
export function visitsView({ triggers, lot, ...file }: FileVisits, reading: Reading) {
  return {
    ...file,
    triggers: triggers.map((trigger) => triggerText(trigger, lot, reading)),
    /** What the draw can be computed again from. */
    seed: triggers.some(({ kind }) => kind === 'drawn') && lot?.seed,
  };
}

function triggerText(trigger: Trigger, lot: FileVisits['lot'], reading: Reading): string {
  const { scheme, text, words } = reading;
  const { t, number } = words;
  const theme = (id: string) => text.themes[id]?.title ?? id;
  switch (trigger.kind) {
    case 'nearThreshold': {
      const overall = pointsText(trigger.overall, words);
      return t('visits.trigger.nearThreshold', { overall, threshold: number(trigger.threshold, 0) });
    }
    case 'selfReview': {
      const share = `${number(100 * trigger.share, 0)} %`;
      return t('visits.trigger.selfReview', { share, count: trigger.criteria.length });
    }
    case 'themeGap': {
      const [high, low] = [theme(trigger.high), theme(trigger.low)];
      return t('visits.trigger.themeGap', { high, low, gap: pointsText(trigger.gap, words) });
    }
    case 'factChange': {
      const fact = text.facts[trigger.fact]?.label ?? trigger.fact;
      const before = factText(trigger.fact, trigger.before, reading);
      const after = factText(trigger.fact, trigger.after, reading);
      return t('visits.trigger.factChange', { fact, before, after });
    }
    case 'drawn': {
      const share = number(scheme.reviewTriggers.drawnShare, 2);
      return t('visits.trigger.drawn', { ticket: number(lot?.ticket ?? 0, 4), share });
    }
  }
}
