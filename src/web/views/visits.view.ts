import type { FileVisits } from '../../commands/review/visits.ts';
import type { PublishedScheme } from '../../criteria/scheme.ts';
import type { Translator } from '../../i18n/i18n.ts';
import type { Trigger } from '../../scoring/triggers.ts';
import { factText } from './place.view.ts';
import { personName, pointsText } from './staffWords.view.ts';

export type VisitsView = ReturnType<typeof visitsView>;

/** What demands a visit, in words with the numbers, and what was recorded. */
export function visitsView(file: FileVisits, published: PublishedScheme, words: Translator) {
  const { triggers, lot, visits, missing, open, today } = file;
  const drawn = triggers.some(({ kind }) => kind === 'drawn');
  return {
    triggers: triggers.map((trigger) => triggerText(trigger, file, published, words)),
    /** What the draw can be computed again from. */
    seed: drawn ? lot?.seed : undefined,
    missing,
    open,
    /** What the field of the day holds at first: most are noted on the same day. */
    today,
    lines: visits.map(({ kind, on, people, notes, recordedBy }) => ({
      title: words.t(`visits.line.${kind}`, { on: words.date(on) }),
      people,
      notes,
      by: personName(recordedBy),
    })),
  };
}

function triggerText(
  trigger: Trigger,
  { lot }: FileVisits,
  { scheme, texts }: PublishedScheme,
  words: Translator,
): string {
  const text = texts[words.language];
  const theme = (id: string) => text.themes[id]?.title ?? id;
  const percent = (share: number) => `${words.number(100 * share, 0)} %`;
  switch (trigger.kind) {
    case 'nearThreshold': {
      const { overall, threshold } = trigger;
      return words.t('visits.trigger.nearThreshold', {
        overall: pointsText(overall, words),
        threshold: words.number(threshold, 0),
      });
    }
    case 'selfReview':
      return words.t('visits.trigger.selfReview', {
        share: percent(trigger.share),
        count: trigger.criteria.length,
      });
    case 'themeGap': {
      const { high, low, gap } = trigger;
      return words.t('visits.trigger.themeGap', {
        high: theme(high),
        low: theme(low),
        gap: pointsText(gap, words),
      });
    }
    case 'factChange': {
      const { fact, before, after } = trigger;
      const said = (value: number) => factText(fact, value, scheme.facts, text, words);
      return words.t('visits.trigger.factChange', {
        fact: text.facts[fact]?.label ?? fact,
        before: said(before),
        after: said(after),
      });
    }
    case 'drawn':
      return words.t('visits.trigger.drawn', {
        ticket: words.number(lot?.ticket ?? 0, 4),
        share: words.number(scheme.reviewTriggers.drawnShare, 2),
      });
  }
}
